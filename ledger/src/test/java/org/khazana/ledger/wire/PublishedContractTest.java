package org.khazana.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The contract that clients are given is what the operations say. {@code mvn test -pl ledger -Dtest=PublishedContractTest
 * -Dcontract.rewrite=true} writes it anew; look at the difference, for numbers once given stay.
 */
class PublishedContractTest {
    private static final Path FILE = Path.of("src/main/resources/khazana/ledger/v1/transaction.proto");

    @Test
    void saysWhatTheOperationsSay() throws IOException {
        String text = ContractText.ofAllOperations();
        if (Boolean.getBoolean("contract.rewrite")) {
            Files.writeString(FILE, text);
        }

        assertThat(Files.readString(FILE)).isEqualTo(text);
    }
}
