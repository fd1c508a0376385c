package org.khazana.consensus.wire;

import org.khazana.consensus.message.Message;

/** Messages to bytes and back. */
@SuppressWarnings("DoNotCallSuggester")
public final class MessageCodec {

    /** Largest encoded message: one full append, or one entry of the largest size, with room for its frame. */
    public static final int MESSAGE_BYTES_MAX = 4 << 20;

    private MessageCodec() {}

    public static byte[] encode(Message message) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads one whole message.
     *
     * @throws MalformedMessage if {@code bytes} are anything else, or more than a bound allows
     */
    public static Message decode(byte[] bytes) throws MalformedMessage {
        throw new UnsupportedOperationException();
    }
}
