package org.khazana.node.command;

/** The id of a transaction, as it is given on the command line. */
final class TransactionIdText {
    private TransactionIdText() {}

    /** Ends the command unless these are the 64 digits of an id. */
    static String checked(String id) {
        if (!id.matches("[0-9a-f]{64}")) {
            throw new CommandFailure(ExitCode.USAGE, "'" + id + "' is not a transaction id: 64 digits of 0-9 and a-f.");
        }
        return id;
    }
}
