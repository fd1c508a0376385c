package org.khazana.storage.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.SigningRecord;
import org.khazana.storage.DataFolderProblem;

/** What a validator has signed is known after every restart; what tears and decays do to such a file: {@code DualSlotFileTest}. */
class SigningRecordFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void make() throws Exception {
        file = folder.resolve("signed");
        SigningRecordFile.create(file);
    }

    @Test
    void aNewValidatorHasSignedNothing() {
        try (SigningRecordFile signed = SigningRecordFile.open(file)) {
            assertThat(signed.load()).isEmpty();
        }
    }

    @Test
    void whatWasSignedLastIsKnownAfterARestart() {
        try (SigningRecordFile signed = SigningRecordFile.open(file)) {
            signed.store(record(3));
            signed.store(record(9));
        }
        try (SigningRecordFile again = SigningRecordFile.open(file)) {
            assertThat(again.load()).contains(record(9));
        }
    }

    @Test
    void aHeightIsNeverSignedTwiceNorAfterAGreaterOne() {
        try (SigningRecordFile signed = SigningRecordFile.open(file)) {
            signed.store(record(9));

            assertThatThrownBy(() -> signed.store(record(9))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> signed.store(record(8))).isInstanceOf(IllegalStateException.class);
            assertThat(signed.load()).contains(record(9));
        }
    }

    @Test
    void aLostFileIsNotMadeAnew() throws Exception {
        Files.delete(file);

        assertThatThrownBy(() -> SigningRecordFile.open(file))
                .isInstanceOf(DataFolderProblem.class)
                .hasMessageContaining("new signing key");
    }

    @Test
    void contentsOfAnyBytesAreReadOrNot() {
        Random chance = new Random(1);
        for (int run = 0; run < 10_000; run++) {
            byte[] bytes = new byte[chance.nextInt(60)];
            chance.nextBytes(bytes);
            Optional<Optional<SigningRecord>> read = new SigningForm().read(ByteBuffer.wrap(bytes));
            assertThat(read.isEmpty() || bytes.length == 0 || bytes.length == 40)
                    .isTrue();
            read.ifPresent(record -> assertThat(new SigningForm().write(record)).isEqualTo(bytes));
        }
    }

    private static SigningRecord record(long height) {
        byte[] hash = new byte[Hash.BYTES];
        hash[0] = (byte) height;
        return new SigningRecord(height, Hash.of(hash));
    }
}
