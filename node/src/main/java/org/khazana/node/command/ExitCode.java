package org.khazana.node.command;

/** What the process tells its caller by its exit code. The numbers are part of the command line's contract. */
public final class ExitCode {
    public static final int OK = 0;
    /** The command ran and could not do what was asked. */
    public static final int FAILED = 1;
    /** The command line itself was wrong. */
    public static final int USAGE = 2;
    /** A configuration or genesis file is missing or wrong. */
    public static final int BAD_CONFIGURATION = 3;
    /** The data folder is in use, not writable, full, damaged, or belongs to another network. */
    public static final int DATA_FOLDER = 4;
    /** An address to listen on is taken or cannot be used. */
    public static final int PORT_IN_USE = 5;
    /** A running node met a fault after which it must not go on, such as a failed write to its disk. */
    public static final int FATAL_FAULT = 10;

    private ExitCode() {}
}
