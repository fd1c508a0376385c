package org.khazana.node.supervision;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log file, for showing why a process ended. */
final class LogTail {
    private static final int BYTES_MAX = 8 * 1024;
    private static final int LINES_MAX = 12;

    private LogTail() {}

    /** At most 12 lines out of at most 8 KiB; says so when there are none or the file cannot be read. */
    static String of(Path file) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, log.length() - BYTES_MAX);
            log.seek(from);
            byte[] tail = new byte[(int) (log.length() - from)];
            log.readFully(tail);
            List<String> lines =
                    new String(tail, StandardCharsets.UTF_8).lines().toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES_MAX), lines.size());
            return last.isEmpty() ? "  (it wrote nothing)" : "  | " + String.join("\n  | ", last);
        } catch (IOException e) {
            return "  (its log cannot be read: " + e.getMessage() + ")";
        }
    }
}
