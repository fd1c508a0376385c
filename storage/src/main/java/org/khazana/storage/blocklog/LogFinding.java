package org.khazana.storage.blocklog;

/** What the files of a log were found to be worth when it was opened. */
public sealed interface LogFinding {

    /** Whether entries are missing that this member may have acknowledged: it must not vote until it has them again. */
    default boolean losesEntries() {
        return this instanceof Damaged;
    }

    /** There was no log yet. */
    record New() implements LogFinding {}

    /** Everything that was written is there. */
    record Clean() implements LogFinding {}

    /**
     * A crash cut a write that nobody had been told of.
     *
     * @param sentence for the operator
     */
    record Torn(String sentence) implements LogFinding {}

    /**
     * Something that had been synced cannot be read any more.
     *
     * @param keptThrough index of the last entry that is kept; what was written after it is lost here
     * @param sentence what was found, for the operator; ends without a full stop
     */
    record Damaged(long keptThrough, String sentence) implements LogFinding {}
}
