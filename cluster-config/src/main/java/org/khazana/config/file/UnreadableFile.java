package org.khazana.config.file;

/** A file cannot be read as what it should be. Says so in two halves of a sentence, as a {@code ConfigProblem} does. */
public final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final String wrong;
    private final String allowed;

    public UnreadableFile(String wrong, String allowed) {
        super(wrong + "; allowed: " + allowed);
        this.wrong = wrong;
        this.allowed = allowed;
    }

    public String wrong() {
        return wrong;
    }

    public String allowed() {
        return allowed;
    }
}
