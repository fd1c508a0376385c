package org.khazana.config.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.khazana.config.InvalidConfig;
import org.khazana.config.NodeConfig;

/** The file {@code node.toml} of one node. */
public final class NodeFile {
    public static final int BYTES_MAX = 1 << 16;

    private NodeFile() {}

    /**
     * Reads a node file of at most {@link #BYTES_MAX} bytes and checks what can be seen in it alone. A node that starts
     * wants {@code check.CheckedNode}, which looks at the files around it too.
     *
     * @throws InvalidConfig with every mistake
     */
    public static NodeConfig read(Path file) {
        Findings findings = new Findings(file);
        Optional<NodeConfig> config = read(file, findings);
        Findings.throwIfAny(List.of(findings));
        return config.orElseThrow();
    }

    /**
     * Reads a node file and reports its mistakes; what is given back can be relied on only where there are none. Empty
     * when the file has no readable structure at all.
     */
    public static Optional<NodeConfig> read(Path file, Findings findings) {
        return BoundedFile.text(findings, BYTES_MAX).flatMap(text -> parse(file, text, findings));
    }

    /**
     * Writes a commented node file that must not exist yet, with paths relative to it.
     *
     * @throws InvalidConfig if it would not pass {@link #read}; nothing is written then
     */
    public static void write(Path file, NodeConfig config) throws IOException {
        String text = NodeWriter.toToml(folderOf(file), config);
        Findings findings = new Findings(file);
        parse(file, text, findings);
        Findings.throwIfAny(List.of(findings));
        NewFile.write(file, text);
    }

    private static Optional<NodeConfig> parse(Path file, String text, Findings findings) {
        Optional<NodeConfig> config = TomlTree.read(text, findings)
                .map(root -> NodeReader.read(new Section(findings, "", root), folderOf(file)));
        config.ifPresent(read -> new NodeRules(read, findings).check());
        return config;
    }

    private static Path folderOf(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
                .orElseThrow(() -> new IllegalArgumentException("not a file: " + file));
    }
}
