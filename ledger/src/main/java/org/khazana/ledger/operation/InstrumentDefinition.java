package org.khazana.ledger.operation;

import org.khazana.ledger.id.AssetCode;

/** Defines an instrument of some class. */
public sealed interface InstrumentDefinition
        permits CreateBill, CreateBond, CreateSukuk, CreateReserve, CreateOtherAsset {
    /** Letters of a classification, ISO 10962. */
    int CFI_LENGTH = 6;

    AssetCode isin();
}
