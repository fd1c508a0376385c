package org.khazana.consensus.raft;

/**
 * How soon a member stands when no leader is heard. Only a delay, never a veto: a backup leads when nobody better does, and
 * everybody votes for whoever asks.
 */
public enum ElectionPriority {
    /** Stands first. */
    PREFERRED(0),
    /** Stands when the preferred ones have had their chance. */
    ORDINARY(1),
    /** Stands last, such as at a distant site. */
    BACKUP(3);

    private final int extraTimeouts;

    ElectionPriority(int extraTimeouts) {
        this.extraTimeouts = extraTimeouts;
    }

    /** Election timeouts waited on top of the usual one to two. */
    int extraTimeouts() {
        return extraTimeouts;
    }
}
