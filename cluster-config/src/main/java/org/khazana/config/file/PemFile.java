package org.khazana.config.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** PEM (RFC 7468): the first object of a file, and one object as text. */
public final class PemFile {
    static final int BYTES_MAX = 1 << 16;

    private PemFile() {}

    /** One object as PEM text. */
    public static String text(String type, byte[] content) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    /** The first object of a file, which must have this type. */
    static PemObject read(Path file, String type, String allowed) throws UnreadableFile {
        PemObject object = first(file, allowed);
        if (!object.getType().equals(type)) {
            throw new UnreadableFile("holds '" + Excerpt.of(object.getType()) + "'", allowed);
        }
        return object;
    }

    private static PemObject first(Path file, String allowed) throws UnreadableFile {
        String text = new String(BoundedFile.read(file, BYTES_MAX), StandardCharsets.ISO_8859_1);
        try (PemReader reader = new PemReader(new StringReader(text))) {
            PemObject object = reader.readPemObject();
            if (object != null) {
                return object;
            }
        } catch (IOException | RuntimeException malformed) {
            throw new UnreadableFile("is damaged PEM", allowed);
        }
        throw new UnreadableFile("holds no PEM", allowed);
    }
}
