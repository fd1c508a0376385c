package org.khazana.node;

import java.util.Objects;

/** Starts Khazana from the command line. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("Khazana " + version() + " on Java " + Runtime.version());
    }

    private static String version() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "development");
    }
}
