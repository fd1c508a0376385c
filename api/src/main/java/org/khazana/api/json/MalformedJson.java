package org.khazana.api.json;

/** The bytes are not JSON, or not JSON this server is willing to read. */
public final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public MalformedJson(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** What is wrong, for the caller. */
    public String sentence() {
        return sentence;
    }
}
