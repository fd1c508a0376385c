package org.khazana.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.proof.RegisterStatement;
import org.khazana.ledger.proof.Testimony;
import org.khazana.ledger.statetree.GroupRecord;
import org.khazana.ledger.statetree.StateGroupProof;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.transaction.ChainId;

/** The file of a register statement has one form, and room for as many positions as there can be. */
class RegisterStatementJsonTest {
    private static final Hash ANY = Hash.fromHex("07".repeat(32));
    private static final Head HEAD = new Head(new ChainId(ANY), 0, 7, ANY, ANY, ANY, ANY);
    private static final HeadSignature SIGNATURE =
            HeadSignature.of(PublicKey.of(ANY.toBytes()), new byte[HeadSignature.BYTES]);
    private static final byte[] GOOD = file(statement(3));

    private static RegisterStatement statement(int positions) {
        return new RegisterStatement(
                new AssetCode("PKR"),
                new StateProof(List.of(ANY), StateProof.Present.of(new byte[37])),
                new StateGroupProof(
                        List.of(ANY),
                        Collections.nCopies(positions, new GroupRecord(new byte[20], new byte[16])),
                        Optional.empty()),
                new Testimony(List.of(), List.of(HEAD), new Certificate(HEAD, List.of(SIGNATURE))));
    }

    private static byte[] file(RegisterStatement statement) {
        return JsonText.write(RegisterStatementJson.of(statement));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static byte[] changed(String from, String to) {
        assertThat(text(GOOD)).contains(from);
        return text(GOOD).replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsReadIsWrittenAgain() {
        assertThat(file(RegisterStatementJson.read(GOOD))).isEqualTo(GOOD);
        assertThat(CertifiedProofFile.read(GOOD))
                .isInstanceOfSatisfying(
                        CertifiedProofFile.Register.class,
                        register -> assertThat(file(register.statement())).isEqualTo(GOOD));
    }

    @Test
    void everyOtherFormIsRefused() {
        for (byte[] bad : List.of(
                changed("statement/1", "statement/2"),
                changed("\"PKR\"", "\"pkr\""),
                changed("\"PKR\",", "\"PKR\", \"more\": 1,"),
                changed("\"positions\"", "\"position\""),
                changed("\"record\": \"", "\"record\": \"="),
                changed("\"positions\": \"", "\"positions\": \"A"))) {
            assertThatThrownBy(() -> RegisterStatementJson.read(bad)).isInstanceOf(InvalidRequest.class);
        }
    }

    @Test
    void damageIsReadInTheOneFormOrRefused() {
        SplittableRandom random = new SplittableRandom(1);
        int read = 0;
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = GOOD.clone();
            bytes[random.nextInt(bytes.length)] = (byte) (32 + random.nextInt(95));
            try {
                RegisterStatementJson.of(RegisterStatementJson.read(bytes));
                read++;
            } catch (MalformedJson | InvalidRequest refused) {
                assertThat(refused.getMessage()).isNotNull();
            }
        }
        assertThat(read).isBetween(1, 2_999);
    }

    @Test
    void thereIsRoomForAsManyPositionsAsAProofCanHave() {
        int positions = 400_000; // enough to be longer than JSON libraries take texts to be
        byte[] large = file(statement(positions));

        assertThat(RegisterStatementJson.read(large).positions().records()).hasSize(positions);
        assertThat(JsonText.read(large, RegisterStatementJson.class).asset()).isEqualTo("PKR");
        long mostBytes = (long) (large.length - GOOD.length) * StateGroupProof.RECORDS_MAX / (positions - 3);
        assertThat(mostBytes).isLessThan(StrictJson.FILE_TEXT_CHARACTERS_MAX - 4_000);
        assertThat(mostBytes).isLessThan(RegisterStatementJson.POSITIONS_BYTES_MAX / 3 * 4 - 4_000L);
    }

    @Test
    void onlyAStatementMayBeSoLong() {
        byte[] longer = Arrays.copyOf(changed("register-statement", "balance-proof"), (8 << 20) + 1);
        Arrays.fill(longer, GOOD.length - 5, longer.length, (byte) ' ');

        assertThatThrownBy(() -> CertifiedProofFile.read(longer)).isInstanceOf(MalformedJson.class);
        byte[] tooLong = new byte[RegisterStatementJson.FILE_BYTES_MAX + 1];
        assertThatThrownBy(() -> CertifiedProofFile.read(tooLong))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("at most");
    }
}
