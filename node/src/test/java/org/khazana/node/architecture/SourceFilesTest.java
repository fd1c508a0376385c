package org.khazana.node.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a reader of the source finds: each package explained, no file too long to read. */
class SourceFilesTest {
    private static final int MAIN_LINES_MAX = 400;
    private static final int TEST_LINES_MAX = 500;

    @Test
    void everyPackageIsExplainedAndDeclaresWhatMayBeNull() {
        List<Path> packages = Repository.javaFiles("main").stream()
                .map(file -> Objects.requireNonNull(file.getParent()))
                .distinct()
                .toList();

        assertThat(packages).hasSizeGreaterThan(40).allSatisfy(SourceFilesTest::assertExplained);
    }

    private static void assertExplained(Path folder) {
        Path file = folder.resolve("package-info.java");
        assertThat(file).exists();
        assertThat(Repository.read(file)).startsWith("/**").contains("\n@NullMarked\npackage ");
    }

    @Test
    void noFileIsTooLongToRead() {
        assertThat(tooLong("main", MAIN_LINES_MAX)).isEmpty();
        assertThat(tooLong("test", TEST_LINES_MAX)).isEmpty();
    }

    private static List<Path> tooLong(String kind, int linesMax) {
        List<Path> files = Repository.javaFiles(kind);
        assertThat(files).as("files of src/%s", kind).hasSizeGreaterThan(100);
        return files.stream()
                .filter(file -> Repository.read(file).lines().count() > linesMax)
                .toList();
    }
}
