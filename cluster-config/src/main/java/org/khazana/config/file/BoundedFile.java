package org.khazana.config.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a whole file of a bounded size, or says in words why that is not possible. */
public final class BoundedFile {
    private BoundedFile() {}

    /**
     * The file's bytes.
     *
     * @param bytesMax the largest size accepted
     * @throws UnreadableFile with what is wrong and what would be right
     */
    public static byte[] read(Path file, int bytesMax) throws UnreadableFile {
        if (Files.isDirectory(file)) {
            throw new UnreadableFile("is a folder", "a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw new UnreadableFile("is larger than " + bytesMax + " bytes", "at most " + bytesMax + " bytes");
            }
            return bytes;
        } catch (NoSuchFileException absent) {
            throw new UnreadableFile("does not exist", "a file");
        } catch (AccessDeniedException denied) {
            throw new UnreadableFile("must not be read by this user", "a readable file");
        } catch (IOException failed) {
            throw new UnreadableFile("cannot be read: " + IoReason.of(failed), "a readable file");
        }
    }

    /** Reads UTF-8 text; what cannot be read is reported for the file as a whole. */
    static Optional<String> text(Findings findings, int bytesMax) {
        try {
            return Optional.of(decode(read(findings.file(), bytesMax)));
        } catch (UnreadableFile unreadable) {
            findings.addUnreadable("", unreadable.wrong(), unreadable.allowed());
            return Optional.empty();
        }
    }

    static String decode(byte[] bytes) throws UnreadableFile {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new UnreadableFile("is not UTF-8 text", "UTF-8 text");
        }
    }
}
