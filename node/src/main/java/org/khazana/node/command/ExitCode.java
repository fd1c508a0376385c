package org.khazana.node.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
    /** Nobody could take the transaction now, or its outcome is not known: submit the same again. */
    public static final int TRY_AGAIN = 6;
    /** A running node met a fault after which it must not go on, such as a failed write to its disk. */
    public static final int FATAL_FAULT = 10;

    /** For the help of every command. */
    static final Map<String, String> MEANINGS = meanings();

    private ExitCode() {}

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("0", "done");
        meanings.put(
                "1", "the command ran and could not do what was asked, or the ledger refused, or nothing is proved");
        meanings.put("2", "wrong command line");
        meanings.put("3", "a configuration or genesis file is missing or wrong");
        meanings.put("4", "the data folder is in use, not writable, full, damaged, or of another network");
        meanings.put("5", "an address to listen on is taken");
        meanings.put("6", "nobody could take it now, or the outcome is not known: do the same again");
        meanings.put("10", "a running node met a fault after which it must not go on");
        return Collections.unmodifiableMap(meanings);
    }
}
