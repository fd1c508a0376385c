package org.khazana.ledger.proof;

/** Why a settlement proof proves nothing, in the order in which it is asked. The names are part of {@code docs/proofs.md}. */
public enum Doubt {
    /** Asked of certified proofs only: the certificate is of another network than the genesis. */
    CERTIFICATE_OF_ANOTHER_NETWORK,
    /** Asked of certified proofs only: the certificate is by validators that were appointed after the genesis. */
    EPOCH_NOT_REACHABLE,
    /** Asked of certified proofs only: too few have signed, or somebody else has, or a signature is wrong. */
    CERTIFICATE_WRONG,
    /** Asked of certified proofs only: the heads do not lead from that of the block to the certified one. */
    HEADS_NOT_CHAINED,
    /** The bytes of the header are not those of any header. */
    HEADER_MALFORMED,
    /** The header is of another network than the anchor. */
    CHAIN_DIFFERENT,
    /** The header is of another height than the anchor. */
    HEIGHT_DIFFERENT,
    /** The header is not that of the block that the anchor names. */
    BLOCK_DIFFERENT,
    /** The bytes of the receipt are not the one form of any receipt. */
    RECEIPT_MALFORMED,
    /** The receipt says another height or time than the header. */
    RECEIPT_OF_ANOTHER_BLOCK,
    /** A path is one of a tree with more or fewer leaves than the block has transactions. */
    COUNT_DIFFERENT,
    /** A path is not that of the position that the receipt says. */
    POSITION_DIFFERENT,
    /** The envelope does not stand in the block at this position. */
    ENVELOPE_NOT_IN_BLOCK,
    /** The receipt does not stand under the receipts root at this position. */
    RECEIPT_NOT_UNDER_ROOT,
    /** The receipt is one of an envelope that is no transaction, but says something else than that it was refused for that. */
    RECEIPT_CONTRADICTS_ITSELF,
    /** This release cannot read the transaction. */
    TRANSACTION_UNREADABLE,
    /** The receipt is that of another transaction. */
    TRANSACTION_DIFFERENT
}
