package org.khazana.ledger.state;

import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.table.Numbered;

/**
 * Serials of an asset that were given out at once. Never changes; named by its first serial.
 *
 * @param length how many serials
 * @param parents for renumbered tokens the hash of the ranges that they were before, as in {@code docs/proofs.md}
 */
public record Tranche(AssetCode asset, long firstSerial, long length, Source source, Optional<Hash> parents) {

    /** Why serials were given out. */
    public enum Source implements Numbered {
        /** New tokens. */
        ISSUANCE,
        /** Tokens that were there before under other serials. */
        RENUMBERING
    }

    public LotKey key() {
        return new LotKey(asset, firstSerial);
    }
}
