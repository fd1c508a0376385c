package org.khazana.node.bench.drive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads one HTTP/1.1 answer of a validator: status and body, no more. A body has a length, or comes in chunks; as nothing
 * is asked before the answer is there, an answer in chunks ends where the bytes end. At most 1 MiB.
 */
final class AnswerReader {
    private static final int BYTES_USUAL = 8 << 10;
    private static final int BYTES_MAX = 1 << 20;
    private static final int STATUS_FROM = "HTTP/1.1 ".length();
    private static final int STATUS_TO = STATUS_FROM + 3;
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKS_END = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "transfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);

    /** Holds what has come, up to its position. */
    private ByteBuffer bytes = ByteBuffer.allocate(BYTES_USUAL);

    /** Where to put what comes; it has room. */
    ByteBuffer room() throws IOException {
        if (!bytes.hasRemaining()) {
            if (bytes.capacity() >= BYTES_MAX) {
                throw new IOException("an answer has more than " + BYTES_MAX + " bytes");
            }
            bytes = ByteBuffer.allocate(bytes.capacity() * 2).put(bytes.flip());
        }
        return bytes;
    }

    /** Forgets all that has come. */
    void clear() {
        bytes.clear();
    }

    /** Empty while something is missing. The next answer is read after {@link #clear}. */
    Optional<Answer> answerTo(Request.Kind kind) throws IOException {
        int headBytes = headBytes();
        if (headBytes == 0 || !isWhole(headBytes)) {
            return Optional.empty();
        }
        int status = status();
        boolean isBodyNeeded = Answer.isBodyNeeded(kind, status);
        return Optional.of(new Answer(status, isBodyNeeded ? text(headBytes, bytes.position()) : ""));
    }

    private int headBytes() {
        for (int at = 0; at + HEAD_END.length <= bytes.position(); at++) {
            if (isAt(at, HEAD_END)) {
                return at + HEAD_END.length;
            }
        }
        return 0;
    }

    private boolean isWhole(int headBytes) throws IOException {
        for (int at = STATUS_TO; at < headBytes; at++) {
            boolean lineBegins = bytes.get(at - 1) == '\n';
            if (lineBegins && isAt(at, LENGTH)) {
                return bytes.position() >= headBytes + lengthAt(at + LENGTH.length);
            }
            if (lineBegins && isAt(at, CHUNKED)) {
                int end = bytes.position() - CHUNKS_END.length;
                return end >= headBytes - 2 && isAt(end, CHUNKS_END);
            }
        }
        throw new IOException("an answer tells no length: " + text(0, headBytes));
    }

    private int lengthAt(int from) throws IOException {
        int length = 0;
        int at = bytes.get(from) == ' ' ? from + 1 : from;
        for (; bytes.get(at) != '\r'; at++) {
            int digit = bytes.get(at) - '0';
            if (digit < 0 || digit > 9 || length > BYTES_MAX) {
                throw new IOException("an answer has no length that can be read, or too large a one");
            }
            length = length * 10 + digit;
        }
        return length;
    }

    private int status() throws IOException {
        String status = text(STATUS_FROM, STATUS_TO);
        if (!status.matches("[1-5]\\d\\d")) {
            throw new IOException("an answer has no status");
        }
        return Integer.parseInt(status);
    }

    /** Whether these bytes stand there; letters count as equal in lower and upper case where {@code wanted} is lower. */
    private boolean isAt(int from, byte[] wanted) {
        boolean equal = from >= 0 && from + wanted.length <= bytes.position();
        for (int i = 0; equal && i < wanted.length; i++) {
            byte found = bytes.get(from + i);
            equal = found == wanted[i] || (found >= 'A' && found <= 'Z' && found + 32 == wanted[i]);
        }
        return equal;
    }

    private String text(int from, int to) {
        return new String(bytes.array(), from, to - from, StandardCharsets.UTF_8);
    }
}
