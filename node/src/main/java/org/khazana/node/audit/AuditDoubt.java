package org.khazana.node.audit;

/** What can be wrong with a data folder, in the order in which it is asked. The names are stable. */
public enum AuditDoubt {
    /** The block log has holes, or files that nobody can read. */
    LOG_DAMAGED,
    /** The log does not begin with the first block: the rest was forgotten, and cannot be checked from here. */
    FIRST_BLOCKS_MISSING,
    /** The state is ahead of the log, so blocks are missing that it came from. */
    LAST_BLOCKS_MISSING,
    /** A block is not what its place in the log says, or does not follow the one before. */
    BLOCK_WRONG,
    /** A block cannot be executed: no honest validator would have come to it. */
    BLOCK_NOT_EXECUTABLE,
    /** Executed here, a block comes to something else than the folder says. */
    HEAD_DIFFERENT,
    /** A certificate that is kept proves nothing. */
    CERTIFICATE_WRONG,
    /** A certificate by enough validators, kept or in a later block, is of something else than what the block comes to. */
    CERTIFICATE_OF_ANOTHER_HEAD,
    /** The rows of the state are not those that the blocks come to. */
    STATE_DIFFERENT,
    /** A block carries a certificate that proves nothing. Its leader has put it there; everything else fits. */
    EMBEDDED_CERTIFICATE_WRONG
}
