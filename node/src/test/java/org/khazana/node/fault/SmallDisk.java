package org.khazana.node.fault;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.khazana.node.acceptance.Application;

/**
 * Runs a program with a small file system of its own in the place of one folder, which needs no privileges where the
 * system lets every user make name spaces (user_namespaces(7)). It is gone when the program and what it started have ended.
 */
final class SmallDisk {
    /** A validator does not start with less than 256 free. */
    private static final String MEBIBYTES = "512";

    static final String FILLER = "filler";
    private static final int PIECE_BYTES_MIN = 512;
    private static final int PIECE_BYTES_MAX = 1 << 20;

    private SmallDisk() {}

    /** Whether this machine lets this user do so; if not, why, and what would help. */
    static String obstacle(Path folder) {
        Path output = folder.resolve("small-disk-try.txt");
        Path place = folder.resolve("small-disk-try");
        try {
            Files.createDirectories(place);
            Process attempt = start(output, place, List.of("true"));
            boolean works = attempt.waitFor(20, TimeUnit.SECONDS) && attempt.exitValue() == 0;
            return works
                    ? ""
                    : "a small file system cannot be mounted in a name space of this user, as root in a container"
                            + " without CAP_SYS_ADMIN, or with kernel.unprivileged_userns_clone=0: "
                            + Application.read(output);
        } catch (IOException e) {
            return "there is no unshare(1) here: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Runs a program that sees the content of {@code folder} on a small disk of its own. */
    static Process start(Path output, Path folder, List<String> commandLine) throws IOException {
        String script = "cp -a \"$1\" \"$1.before\" && mount -t tmpfs -o size=" + MEBIBYTES
                + "m,mode=0700 tmpfs \"$1\" && cp -a \"$1.before/.\" \"$1\" && shift && exec \"$@\"";
        List<String> words =
                new ArrayList<>(List.of("unshare", "-Urm", "sh", "-c", script, "small-disk", folder.toString()));
        words.addAll(commandLine);
        return new ProcessBuilder(words)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    /** The folder as the process sees it. */
    static Path seenBy(Process process, Path folder) {
        return Path.of("/proc", String.valueOf(process.pid()), "root")
                .resolve(Path.of("/").relativize(folder));
    }

    /** Writes into the folder until not a single sector fits any more. */
    static void fill(Path folder) {
        try (FileChannel filler =
                FileChannel.open(folder.resolve(FILLER), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int bytes = PIECE_BYTES_MAX; bytes >= PIECE_BYTES_MIN; bytes /= 2) {
                while (fits(filler, bytes)) {
                    // The next one.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean fits(FileChannel filler, int bytes) {
        try {
            return filler.write(ByteBuffer.allocate(bytes)) > 0;
        } catch (IOException e) {
            return false; // no space left
        }
    }
}
