package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.execution.Recount;
import org.khazana.ledger.execution.TestNetwork;

class RuleTableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create",
                "deposit",
                "issue",
                "transfer",
                "settle",
                "validators",
                "governance",
                "role-grants",
                "motions",
                "signatures",
                "keys",
                "system",
                "restrictions",
                "restricted-serials",
                "orders",
                "pledges",
                "accounts",
                "parties",
                "eligibility",
                "residency",
                "instruments",
                "pauses",
                "business-days",
                "backing",
                "lots",
                "lots-and-claims",
                "instructions",
                "partial-settlements",
                "travel-rule",
                "cash",
                "recount",
                "due-work"
            })
    void everyAttemptEndsAsTheTableSays(String feature) throws IOException {
        // given
        TestNetwork network = new TestNetwork();
        List<String> mismatches = new ArrayList<>();

        // when
        List<Attempt> attempts = read(feature);
        for (Attempt attempt : attempts) {
            Optional<String> mismatch = attempt.mismatch(network);
            mismatch.ifPresent(mismatches::add);
        }

        // then
        assertThat(attempts).hasSizeGreaterThan(5);
        assertThat(mismatches).isEmpty();
        assertThat(Recount.mismatches(network.state())).isEmpty();
    }

    private static List<Attempt> read(String feature) throws IOException {
        List<Attempt> attempts = new ArrayList<>();
        String name = "/rules/" + feature + ".txt";
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RuleTableTest.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            int line = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                if (!text.isBlank() && !text.startsWith("#")) {
                    attempts.add(Attempt.parse(line, text));
                }
            }
        }
        return attempts;
    }
}
