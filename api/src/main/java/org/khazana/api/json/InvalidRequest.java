package org.khazana.api.json;

import java.util.List;

/** The request is well-formed JSON and says something that cannot be asked for; carries everything found wrong. */
public final class InvalidRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    /** @param mistakes at least one */
    public InvalidRequest(List<Mistake> mistakes) {
        super(mistakes.size() == 1 ? mistakes.getFirst().detail() : mistakes.size() + " things are wrong");
        this.mistakes = List.copyOf(mistakes);
    }

    public static InvalidRequest of(String pointer, String detail) {
        return new InvalidRequest(List.of(Mistake.at(pointer, detail)));
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
