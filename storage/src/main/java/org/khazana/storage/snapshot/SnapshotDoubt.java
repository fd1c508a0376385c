package org.khazana.storage.snapshot;

/** What can be wrong with a snapshot beside the testimony of its head, in the order in which it is asked. The names are stable. */
public enum SnapshotDoubt {
    /** Its bytes are not in their one form, or parts are missing. */
    SNAPSHOT_MALFORMED,
    /** It is of another network than the genesis. */
    SNAPSHOT_OF_ANOTHER_NETWORK,
    /** The header is not that of the block that the snapshot says it is of. */
    BLOCK_DIFFERENT,
    /** The head that validators vouch for is that of another block. */
    HEAD_OF_ANOTHER_BLOCK,
    /** The rows are not those that were promised, or not those of the state that the head names. */
    STATE_DIFFERENT,
    /** An index has other entries than follow from the records. */
    INDEX_DIFFERENT,
    /** A receipt is none, or stands where it cannot. */
    RECEIPT_WRONG,
    /** The positions do not bear out the assets. */
    STATE_DOES_NOT_ADD_UP
}
