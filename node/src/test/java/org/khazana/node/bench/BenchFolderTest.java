package org.khazana.node.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchFolderTest {
    private static final int FILES = 500;
    private static final int REMOVERS = 4;

    @TempDir
    private Path parent;

    @Test
    void aFolderIsRemovedWithAllThatIsInItAlsoBySeveralAtTheSameTime() throws Exception {
        BenchFolder folder = filled(false);
        CountDownLatch ready = new CountDownLatch(REMOVERS);
        List<Thread> removers = new ArrayList<>();
        for (int i = 0; i < REMOVERS; i++) {
            removers.add(Thread.ofPlatform().start(() -> {
                ready.countDown();
                while (ready.getCount() > 0) {
                    Thread.onSpinWait();
                }
                folder.clear();
            }));
        }
        for (Thread remover : removers) {
            remover.join();
        }

        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void aFolderThatIsToBeKeptIsKept() throws IOException {
        BenchFolder folder = filled(true);

        folder.clear();

        assertThat(BenchFolder.bytesIn(folder.path())).isEqualTo(FILES);
    }

    private BenchFolder filled(boolean isKept) throws IOException {
        BenchFolder folder = BenchFolder.in(Optional.of(parent), isKept);
        for (int i = 0; i < FILES; i++) {
            Path below = Files.createDirectories(folder.path().resolve("folder-" + i % 10));
            Files.write(below.resolve("file-" + i), new byte[1]);
        }
        return folder;
    }
}
