package org.khazana.node;

import org.khazana.node.command.RootCommand;

/** Starts Khazana from the command line. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code; see {@code ExitCode}. */
    public static void main(String[] arguments) {
        System.exit(RootCommand.run(arguments));
    }
}
