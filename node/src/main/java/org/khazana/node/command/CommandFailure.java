package org.khazana.node.command;

/** A command cannot go on. Its message is for the operator: what is wrong and what to do; it is printed without a stack trace. */
public final class CommandFailure extends RuntimeException {
    private final int exitCode;

    /** Ends the command with {@code exitCode}, one of {@link ExitCode}. */
    public CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Ends the command with {@code exitCode}, and keeps {@code cause} for a debugger. */
    public CommandFailure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
