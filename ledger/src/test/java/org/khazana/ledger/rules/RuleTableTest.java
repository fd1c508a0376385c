package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khazana.ledger.execution.Recount;
import org.khazana.ledger.execution.TestNetwork;

/** To have the tops of the tables written anew: {@code -Drules.rewrite=true}. */
class RuleTableTest {

    static Stream<String> tables() throws IOException {
        return RuleTables.names().stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyAttemptEndsAsTheTableSays(String table) throws IOException {
        // given
        TestNetwork network = new TestNetwork();
        List<String> mismatches = new ArrayList<>();

        // when
        List<Attempt> attempts = RuleTables.read(table);
        for (Attempt attempt : attempts) {
            Optional<String> mismatch = attempt.mismatch(network);
            mismatch.ifPresent(mismatches::add);
        }

        // then
        assertThat(attempts).hasSizeGreaterThan(5);
        assertThat(mismatches).isEmpty();
        assertThat(Recount.mismatches(network.state())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyTableTellsAtItsTopWhoIsWhoAndWhoseAccountsTheseAre(String table) throws IOException {
        List<String> lines = Files.readAllLines(RuleTables.file(table));
        List<String> right = Cast.placed(lines, Cast.of(RuleTables.read(table)));
        if (Boolean.getBoolean("rules.rewrite")) {
            Files.write(RuleTables.file(table), right);
        } else {
            assertThat(lines).isEqualTo(right);
        }
    }
}
