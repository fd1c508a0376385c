package org.khazana.node.proofcost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The same build but for two lines: no record finds its way into the state tree, and no head to where heads are signed. A validator
 * has no switch for that, so the lines are changed in the sources and two classes compiled again.
 */
final class WithoutProofs {
    private static final Path RECORDS = Path.of("storage/src/main/java/org/khazana/storage/state/ChangedRecords.java");
    private static final Path DESK = Path.of("node/src/main/java/org/khazana/node/finality/FinalityDesk.java");

    private WithoutProofs() {}

    /**
     * Compiles both classes into a folder, which is to stand before all others on the class path.
     *
     * @param root of the repository
     * @param folder empty
     */
    static void compile(Path root, Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        List<Path> changed = List.of(
                change(root.resolve(RECORDS), "return !table.isIndex();", "return false;", sources),
                change(root.resolve(DESK), "executed.add(new OwnSigning.Executed(head, inForce));", "", sources));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = new ArrayList<>(List.of("-proc:none", "-nowarn"));
        options.addAll(List.of("-cp", System.getProperty("java.class.path"), "-d", folder.toString()));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(changed);
            if (!compiler.getTask(null, files, null, options, null, units).call()) {
                throw new IllegalStateException("the changed sources do not compile");
            }
        }
    }

    private static Path change(Path source, String line, String instead, Path sources) throws IOException {
        String text = Files.readString(source);
        int at = text.indexOf(line);
        if (at < 0 || text.indexOf(line, at + 1) >= 0) {
            throw new IllegalStateException(source + " does not say once: " + line);
        }
        return Files.writeString(sources.resolve(source.getFileName().toString()), text.replace(line, instead));
    }
}
