package org.khazana.storage.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.storage.schema.OwnKey;
import org.khazana.storage.schema.OwnTables;
import org.khazana.storage.schema.StoreTables;

/** What is written at once can be read before, and comes to what was written last. */
class RocksWritesTest {
    private static final byte[] OLD = {1};
    private static final byte[] NEW = {2};

    @TempDir
    Path folder;

    private RocksStore rocks;

    @BeforeEach
    void open() {
        rocks = RocksStore.open(folder, StoreTables.all());
        rocks.write(writes -> {
            writes.write(OwnTables.EVIDENCE, key(1), OLD);
            writes.write(OwnTables.EVIDENCE, key(2), OLD);
        });
    }

    @AfterEach
    void close() {
        rocks.close();
    }

    private static OwnKey key(int number) {
        return OwnKey.of(new byte[] {(byte) number});
    }

    private static byte[] row(int number) {
        return RowKeys.of(OwnTables.EVIDENCE, key(number));
    }

    @Test
    void whatWasWrittenAndErasedIsSeenBeforeItIsThere() {
        rocks.write(writes -> {
            writes.write(OwnTables.EVIDENCE, key(1), NEW);
            writes.erase(row(2));
            writes.write(row(3), NEW);

            assertThat(writes.get(OwnTables.EVIDENCE, key(1))).contains(NEW);
            assertThat(writes.get(OwnTables.EVIDENCE, key(2))).isEmpty();
            assertThat(writes.get(OwnTables.EVIDENCE, key(3))).contains(NEW);
            assertThat(rocks.newest().get(OwnTables.EVIDENCE, key(1))).contains(OLD);
        });

        assertThat(rocks.row(row(1))).contains(NEW);
        assertThat(rocks.row(row(2))).isEmpty();
        assertThat(rocks.row(row(3))).contains(NEW);
    }

    @Test
    void whatIsNotWrittenIsReadAsItStands() {
        rocks.write(writes -> {
            assertThat(writes.get(OwnTables.EVIDENCE, key(1))).contains(OLD);
            assertThat(writes.get(OwnTables.EVIDENCE, key(3))).isEmpty();
        });
    }

    @Test
    void theLastWordOnARowCounts() {
        rocks.write(writes -> {
            writes.write(row(1), NEW);
            writes.erase(OwnTables.EVIDENCE, key(1));
            writes.erase(row(2));
            writes.write(OwnTables.EVIDENCE, key(2), NEW);
        });

        assertThat(rocks.row(row(1))).isEmpty();
        assertThat(rocks.row(row(2))).contains(NEW);
    }

    @Test
    void nothingIsWrittenWhenWritingFails() {
        assertThatThrownBy(() -> rocks.write(writes -> {
                    writes.write(row(1), NEW);
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(rocks.row(row(1))).contains(OLD);
    }
}
