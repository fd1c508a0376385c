package org.khazana.ledger.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetCodeTest {
    private static final String CHARACTERS = "0129ABYZ";

    private final SplittableRandom random = new SplittableRandom(7);

    private String someText() {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "PK000000" : "");
        int length = Math.max(1, random.nextInt(AssetCode.LENGTH_MAX + 1 - text.length()));
        for (int i = 0; i < length; i++) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }

    @Test
    void codesAreOrderedAndAlikeAsTheirTextsAre() {
        for (int run = 0; run < 100_000; run++) {
            String one = someText();
            String other = random.nextInt(10) == 0 ? one : someText();
            AssetCode code = new AssetCode(one);
            AssetCode another = new AssetCode(other);

            if (Integer.signum(code.compareTo(another)) != Integer.signum(one.compareTo(other))
                    || code.equals(another) != one.equals(other)
                    || (one.equals(other) && code.hashCode() != another.hashCode())) {
                throw new AssertionError(one + " beside " + other);
            }
        }
    }

    @Test
    void theTextIsKept() {
        assertThat(new AssetCode("PK0000000007").text()).isEqualTo("PK0000000007");
        assertThat(new AssetCode("PKR")).hasToString("PKR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PKR ", "pkr", "PK00000000077", "PK\u00c4", "PK-1"})
    void otherTextsAreNone(String text) {
        assertThatThrownBy(() -> new AssetCode(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
