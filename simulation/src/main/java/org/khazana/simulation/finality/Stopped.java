package org.khazana.simulation.finality;

/** The process of a member must end; says why. */
@SuppressWarnings("serial") // never leaves its thread
public final class Stopped extends RuntimeException {
    private final String why;

    Stopped(String why) {
        super(why);
        this.why = why;
    }

    public String why() {
        return why;
    }
}
