package org.khazana.node.bench.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
    private static final String PROBLEM = "{\"code\" : 4001, \"name\" : \"BALANCE_TOO_LOW\"}";

    private static final String WITH_LENGTH =
            "HTTP/1.1 409 Conflict\r\ncontent-type: text\r\nContent-Length: " + PROBLEM.length() + "\r\n\r\n" + PROBLEM;
    private static final String IN_CHUNKS = "HTTP/1.1 503 Later\r\nTransfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(PROBLEM.length()) + "\r\n" + PROBLEM + "\r\n0\r\n\r\n";

    @Test
    void anAnswerIsThereWithItsLastByteAndNotBefore() throws IOException {
        for (String text : new String[] {WITH_LENGTH, IN_CHUNKS}) {
            AnswerReader reader = new AnswerReader();
            for (int i = 0; i < text.length() - 1; i++) {
                assertThat(feed(reader, text.substring(i, i + 1))).isEmpty();
            }

            assertThat(feed(reader, text.substring(text.length() - 1)))
                    .hasValueSatisfying(answer -> assertThat(answer.problem()).isEqualTo("BALANCE_TOO_LOW"));
        }
    }

    @Test
    void oneAnswerAfterAnotherIsRead() throws IOException {
        AnswerReader reader = new AnswerReader();
        feed(reader, WITH_LENGTH);
        reader.clear();

        Optional<Answer> second = feed(reader, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        assertThat(second).contains(new Answer(200, ""));
    }

    @Test
    void anAnswerThatIsLargerThanTheUsualIsRead() throws IOException {
        String body = "x".repeat(100_000);

        Optional<Answer> answer = feed(new AnswerReader(), "HTTP/1.1 500 Oh\r\nContent-Length: 100000\r\n\r\n" + body);

        assertThat(answer).contains(new Answer(500, body));
        assertThat(answer.orElseThrow().problem()).isEqualTo("HTTP_500");
    }

    @Test
    void whatIsNoAnswerOrHasNoEndIsRefused() {
        for (String wrong : new String[] {
            "HTTP/1.1 200 OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
            "HTTP/1.1 two OK\r\nContent-Length: 0\r\n\r\n",
            "\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n" + "x".repeat(2_000_000)
        }) {
            assertThatThrownBy(() -> feed(new AnswerReader(), wrong)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void noBytesMakeTheReaderFailInAnyOtherWay() {
        for (long seed = 1; seed <= 20_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = (random.nextBoolean() ? WITH_LENGTH : IN_CHUNKS).getBytes(StandardCharsets.US_ASCII);
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                feed(
                        new AnswerReader(),
                        new String(bytes, 0, random.nextInt(bytes.length + 1), StandardCharsets.ISO_8859_1));
            } catch (IOException expected) {
                assertThat(expected).hasMessageContaining("an answer");
            }
        }
    }

    /** Gives what has come, and asks after each piece that fits, as a connection does. */
    private static Optional<Answer> feed(AnswerReader reader, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Optional<Answer> answer = Optional.empty();
        for (int at = 0; at < bytes.length; ) {
            int count = Math.min(bytes.length - at, reader.room().remaining());
            reader.room().put(bytes, at, count);
            at += count;
            answer = reader.answerTo(Request.Kind.COMMITTED);
        }
        return answer;
    }
}
