package org.khazana.storage.folder;

import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Properties;
import org.khazana.storage.DataFolderProblem;

/**
 * Whose folder it is, in a small text file that an operator can read.
 *
 * @param chainIdHex 64 hexadecimal digits
 * @param directory drawn at random when the folder was made, 1 to 2^32 - 1; in the file 8 hexadecimal digits
 */
record FolderIdentity(int formatVersion, String chainIdHex, String validatorId, long directory) {
    static final int FORMAT_VERSION = 1;
    static final String NAME = "identity";
    private static final String UNFINISHED_NAME = "identity.unfinished";
    private static final int BYTES_MAX = 4096;

    static boolean existsIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    static FolderIdentity read(Path folder) throws IOException {
        Path path = folder.resolve(NAME);
        Properties lines = new Properties();
        if (Files.size(path) <= BYTES_MAX) {
            lines.load(new StringReader(Files.readString(path)));
        }
        return new FolderIdentity(
                number(path, lines, "format-version"),
                text(path, lines, "chain-id"),
                text(path, lines, "validator-id"),
                directory(path, lines));
    }

    private static int number(Path path, Properties lines, String key) {
        String text = text(path, lines, key);
        if (!text.matches("[0-9]{1,9}")) {
            throw damaged(path, key);
        }
        return Integer.parseInt(text);
    }

    private static long directory(Path path, Properties lines) {
        String text = text(path, lines, "directory-id");
        if (!text.matches("[0-9a-f]{8}") || Long.parseLong(text, 16) == 0) {
            throw damaged(path, "directory-id");
        }
        return Long.parseLong(text, 16);
    }

    private static String text(Path path, Properties lines, String key) {
        String text = lines.getProperty(key);
        if (text == null || text.isBlank()) {
            throw damaged(path, key);
        }
        return text;
    }

    private static DataFolderProblem damaged(Path path, String key) {
        return new DataFolderProblem("the file " + path + " is damaged: it has no readable " + key
                + "; restore the data folder from the disk's own backup of this validator, or have it replaced");
    }

    /** Writes the file so that it is either there completely or not at all, whenever the machine stops. */
    void write(Path folder) throws IOException {
        Path unfinished = folder.resolve(UNFINISHED_NAME);
        Files.writeString(
                unfinished,
                "# Whose data folder this is. Khazana wrote it; do not change it.\n"
                        + "format-version=" + formatVersion + "\nchain-id=" + chainIdHex + "\nvalidator-id="
                        + validatorId + "\ndirectory-id=" + HexFormat.of().toHexDigits(directory, 8) + "\n");
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        syncFolder(folder);
    }

    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
