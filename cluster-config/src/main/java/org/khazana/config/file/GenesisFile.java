package org.khazana.config.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.khazana.config.Genesis;
import org.khazana.config.InvalidConfig;

/** A genesis together with the exact bytes it was read from: the chain id is a hash over these. */
public final class GenesisFile {
    public static final int BYTES_MAX = 1 << 20;

    private final Path path;
    private final byte[] bytes;
    private final Genesis genesis;

    private GenesisFile(Path path, byte[] bytes, Genesis genesis) {
        this.path = path;
        this.bytes = bytes;
        this.genesis = genesis;
    }

    /**
     * Reads and checks a genesis file of at most {@link #BYTES_MAX} bytes.
     *
     * @throws InvalidConfig with every mistake
     */
    public static GenesisFile read(Path path) {
        Findings findings = new Findings(path);
        Optional<GenesisFile> file = read(path, findings);
        Findings.throwIfAny(List.of(findings));
        return file.orElseThrow();
    }

    /**
     * Reads a genesis file and reports its mistakes; what is given back can be relied on only where there are none.
     * Empty when the file has no readable structure at all.
     */
    public static Optional<GenesisFile> read(Path path, Findings findings) {
        try {
            return parse(path, BoundedFile.read(path, BYTES_MAX), findings);
        } catch (UnreadableFile unreadable) {
            findings.addUnreadable("", unreadable.wrong(), unreadable.allowed());
            return Optional.empty();
        }
    }

    /**
     * Writes a genesis, always with the same bytes for the same genesis, to a file that must not exist yet.
     *
     * @throws InvalidConfig if it would not pass {@link #read}; nothing is written then
     */
    public static GenesisFile write(Path path, Genesis genesis) throws IOException {
        byte[] bytes = GenesisWriter.toJson(genesis);
        Findings findings = new Findings(path);
        Optional<GenesisFile> file = parse(path, bytes, findings);
        Findings.throwIfAny(List.of(findings));
        Files.write(path, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return file.orElseThrow();
    }

    private static Optional<GenesisFile> parse(Path path, byte[] bytes, Findings findings) {
        try {
            String text = BoundedFile.decode(bytes);
            return JsonTree.read(text, findings)
                    .map(root -> GenesisReader.read(new Section(findings, "", root)))
                    .map(genesis -> {
                        new GenesisRules(genesis, findings).check();
                        return new GenesisFile(path, bytes.clone(), genesis);
                    });
        } catch (UnreadableFile unreadable) {
            findings.addUnreadable("", unreadable.wrong(), unreadable.allowed());
            return Optional.empty();
        }
    }

    public Path path() {
        return path;
    }

    /** A copy of the exact bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public Genesis genesis() {
        return genesis;
    }
}
