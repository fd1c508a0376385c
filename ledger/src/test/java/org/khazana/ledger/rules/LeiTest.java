package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeiTest {
    @ParameterizedTest
    @ValueSource(strings = {"529900T8BM49AURSDO55", "213800ABCDEFGHIJKL82", "549300PAKISTANBANK79"})
    void whatHasRightCheckDigitsIsValid(String lei) {
        assertThat(Lei.isValid(lei)).isTrue();
    }

    /** A digit for a letter is not always noticed: that is how far MOD 97-10 goes. */
    @Test
    void everyOtherDigitForADigitAndLetterForALetterIsNoticed() {
        String lei = "529900T8BM49AURSDO55";

        for (int place = 0; place < lei.length(); place++) {
            String others = Character.isDigit(lei.charAt(place)) ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            for (int i = 0; i < others.length(); i++) {
                String changed = lei.substring(0, place) + others.charAt(i) + lei.substring(place + 1);
                assertThat(Lei.isValid(changed)).as(changed).isEqualTo(changed.equals(lei));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "529900T8BM49AURSDO5",
                "529900T8BM49AURSDO550",
                "529900t8BM49AURSDO55",
                "529900T8BM49AURSDO5\u0665"
            })
    void whatHasAnotherFormIsNot(String text) {
        assertThat(Lei.isValid(text)).isFalse();
    }

    @Test
    void theTableOfCountriesIsThatOfIso3166() {
        assertThat(Countries.count()).isEqualTo(249);
        assertThat(Countries.isOne("PK")).isTrue();
        assertThat(Countries.isOne("pk")).isFalse();
        assertThat(Countries.isOne("XX")).isFalse();
        assertThat(Countries.isOne("AN")).isFalse(); // withdrawn in 2010
    }
}
