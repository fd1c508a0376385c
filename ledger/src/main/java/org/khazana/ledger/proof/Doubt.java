package org.khazana.ledger.proof;

/** Why a proof proves nothing, in the order in which it is asked. The names are part of {@code docs/proofs.md}. */
public enum Doubt {
    /** Asked of testimonies: a certificate is of another network than the genesis. */
    CERTIFICATE_OF_ANOTHER_NETWORK,
    /** Asked of testimonies: a step from one set of validators to a later one is not proved. */
    STEP_WRONG,
    /** Asked of testimonies: the certificate is by validators to whom no step leads. */
    EPOCH_NOT_REACHABLE,
    /** Asked of testimonies, by who knows of later validators: the steps end before those. */
    EPOCH_OUTDATED,
    /** Asked of testimonies: too few have signed, or somebody else has, or not in their time, or a signature is wrong. */
    CERTIFICATE_WRONG,
    /** Asked of testimonies: the heads do not lead from the one that is wanted to the certified one. */
    HEADS_NOT_CHAINED,
    /** Asked of registers: the state is not shown to hold the asset. */
    ASSET_NOT_PROVED,
    /** Asked of registers: what the state holds there does not say how much of the asset is outstanding. */
    ASSET_MALFORMED,
    /** Asked of registers: these are not shown to be all positions in the asset. */
    REGISTER_NOT_PROVED,
    /** Asked of balances: the state is not shown to hold, or not to hold, that position. */
    POSITION_NOT_PROVED,
    /** Asked of balances and registers: what the state holds there is not a position. */
    POSITION_MALFORMED,
    /** Asked of registers: the positions do not come to what is outstanding. */
    SUM_DIFFERENT,
    /** Asked of histories: the state is not shown to hold that lot. */
    LOT_NOT_PROVED,
    /** Asked of histories: what the state holds there is not a lot. */
    LOT_MALFORMED,
    /** Asked of histories: the serial is not one of that lot. */
    SERIAL_NOT_IN_LOT,
    /** Asked of histories: the state is not shown to hold the passage that comes next. */
    PASSAGE_NOT_PROVED,
    /** Asked of histories: what the state holds there is not a passage. */
    PASSAGE_MALFORMED,
    /** Asked of histories: the passages end before the token came into being, or not where it did. */
    HISTORY_NOT_BEGUN_BY_MINT,
    /** Asked of histories: a passage does not follow from the one before. */
    HISTORY_BROKEN,
    /** Asked of histories: the lot says that another account holds the token than the one that received it last. */
    HOLDER_DIFFERENT,
    /** Asked of settlements, as are all further ones but the last: the bytes of the header are not those of any header. */
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
    TRANSACTION_DIFFERENT,
    /** Asked of histories: the transaction did not move the token as the passages say. */
    SERIAL_NOT_MOVED
}
