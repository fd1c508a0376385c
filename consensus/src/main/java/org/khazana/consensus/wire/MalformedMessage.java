package org.khazana.consensus.wire;

/** Bytes that are no message. The peer that sent them is wrong or speaks another version; drop the connection. */
public final class MalformedMessage extends Exception {
    public MalformedMessage(String sentence) {
        super(sentence);
    }

    public MalformedMessage(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
