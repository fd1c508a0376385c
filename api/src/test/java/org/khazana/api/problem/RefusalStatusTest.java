package org.khazana.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khazana.ledger.refusal.RefusalCode;

class RefusalStatusTest {

    /** One of each kind, and those that clients branch on: changing one breaks them. */
    @ParameterizedTest
    @CsvSource({
        "MALFORMED,                    400",
        "SIGNATURE_INVALID,            400",
        "CHAIN_WRONG,                  400",
        "KEY_UNKNOWN,                  403",
        "ROLE_MISSING,                 403",
        "CONTROLLER_SIGNATURE_MISSING, 403",
        "ACCOUNT_UNKNOWN,              404",
        "ASSET_UNKNOWN,                404",
        "EXPIRED_OR_TOO_EARLY,         409",
        "REQUEST_ID_REUSED,            409",
        "QUANTITY_INSUFFICIENT,        409",
        "LEG_REFUSED,                  409",
        "ISIN_INVALID,                 422",
        "QUANTITY_NOT_POSITIVE,        422",
        "SELF_TRANSFER,                422",
        "LEG_COUNT_INVALID,            422"
    })
    void isPartOfTheContract(RefusalCode code, int status) {
        assertThat(RefusalStatus.of(code)).isEqualTo(status);
    }

    @Test
    void noTwoProblemsHaveTheSameName() {
        assertThat(Stream.concat(Stream.of(RefusalCode.values()), Stream.of(ProblemType.values()))
                        .map(Problem::slug))
                .doesNotHaveDuplicates();
    }
}
