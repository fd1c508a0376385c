package org.khazana.node.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchFolderTest {
    private static final int FILES = 200;
    private static final int REMOVERS = 4;
    private static final int ROUNDS = 3;

    @TempDir
    private Path parent;

    @Test
    void aFolderThatSeveralRemoveAtTheSameTimeIsGoneWhicheverOfThemReturns() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            BenchFolder folder = filled(false);
            CyclicBarrier start = new CyclicBarrier(REMOVERS);
            Callable<Boolean> isGoneAfterRemoval = () -> {
                start.await();
                folder.clear();
                return Files.notExists(folder.path());
            };

            List<Boolean> gone = new ArrayList<>();
            try (ExecutorService removers = Executors.newFixedThreadPool(REMOVERS)) {
                for (Future<Boolean> each : removers.invokeAll(
                        List.of(isGoneAfterRemoval, isGoneAfterRemoval, isGoneAfterRemoval, isGoneAfterRemoval))) {
                    gone.add(each.get());
                }
            }

            assertThat(gone).hasSize(REMOVERS).containsOnly(true);
        }
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
