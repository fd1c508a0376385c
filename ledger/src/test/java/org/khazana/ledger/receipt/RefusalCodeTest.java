package org.khazana.ledger.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.refusal.RefusalCode;

class RefusalCodeTest {
    private static List<String> documentedRows() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "refusals.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .toList();
    }

    @Test
    void everyCodeStandsInTheDocumentAndNothingElse() throws IOException {
        List<String> rows = documentedRows();

        for (RefusalCode code : RefusalCode.values()) {
            String start = "| " + code.number() + " | `" + code + "` | ";
            String end = code.leavesRequestOpen() ? " | yes |" : " |  |";
            assertThat(rows)
                    .as("the row of %s", code)
                    .filteredOn(row -> row.startsWith(start) && row.endsWith(end) && row.length() > start.length() + 20)
                    .hasSize(1);
        }
        assertThat(rows).hasSameSizeAs(RefusalCode.values());
    }

    @Test
    void everyNumberIsUsedOnceAndFoundAgain() {
        assertThat(Arrays.stream(RefusalCode.values()).map(RefusalCode::number)).doesNotHaveDuplicates();
        for (RefusalCode code : RefusalCode.values()) {
            assertThat(RefusalCode.of(code.number())).contains(code);
        }
        assertThat(RefusalCode.of(0)).isEmpty();
    }
}
