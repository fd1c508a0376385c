package org.khazana.node.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents point at exists. */
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
    /** A file of the project between back quotes, such as a path below a module. */
    private static final Pattern MODULE_PATH = Pattern.compile("`([a-z-]+/src/[^`*<>]+)`");
    /** One line of the table of modules in README.md, or of the drawing in ARCHITECTURE.md. */
    private static final Pattern MODULE_ROW = Pattern.compile("(?m)^(?:\\| \\[`([a-z-]+)`]|([a-z-]+) ─+►)");

    static Stream<Path> documents() {
        return Repository.documents().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyRelativeLinkLeadsSomewhere(Path document) {
        assertThat(brokenLinks(document, Repository.read(document))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyPathBelowAModuleExists(Path document) {
        assertThat(Repository.matches(MODULE_PATH, Repository.read(document), 1))
                .allSatisfy(path -> assertThat(Repository.ROOT.resolve(path)).exists());
    }

    @Test
    void readmeAndArchitectureNameTheModulesThatExist() {
        List<String> modules = Repository.modules();

        assertThat(modules)
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        module -> assertThat(Repository.ROOT.resolve(module)).isDirectory());
        assertThat(modulesNamedIn("README.md")).containsExactlyInAnyOrderElementsOf(modules);
        assertThat(modulesNamedIn("ARCHITECTURE.md")).containsExactlyInAnyOrderElementsOf(modules);
    }

    private static List<String> modulesNamedIn(String document) {
        return MODULE_ROW
                .matcher(Repository.read(Repository.ROOT.resolve(document)))
                .results()
                .map(row -> Stream.of(row.group(1), row.group(2))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    @Test
    void aBrokenLinkIsFound() {
        Path readme = Repository.ROOT.resolve("README.md");

        assertThat(brokenLinks(readme, "[a](LICENSE), [b](https://example.org/x), [c](GLOSSARY.md#glossary)"))
                .isEmpty();
        assertThat(brokenLinks(readme, "[a](NOTHING.md), [b](GLOSSARY.md#no-such-heading), [c](docs/nothing/)"))
                .hasSize(3);
    }

    private static List<String> brokenLinks(Path document, String text) {
        List<String> broken = new ArrayList<>();
        for (String link : Repository.matches(LINK, text, 1)) {
            if (!link.contains("://") && !link.startsWith("mailto:") && !leadsSomewhere(document, link)) {
                broken.add(link);
            }
        }
        return broken;
    }

    private static boolean leadsSomewhere(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
        return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    /** How a heading is linked to: lower case, blanks as hyphens, no other signs. */
    private static List<String> anchors(Path document) {
        return Repository.matches(HEADING, Repository.read(document), 1).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
