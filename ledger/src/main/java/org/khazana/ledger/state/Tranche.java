package org.khazana.ledger.state;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.table.KeyWriter;
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

    /** Hash of the asset and of the ranges of serials, in their order. */
    public static Hash parentsHash(AssetCode asset, List<Lot> parents) {
        KeyWriter fields = new KeyWriter().padded(asset.text(), AssetCode.LENGTH_MAX);
        ByteBuffer ranges = ByteBuffer.allocate(2 * Long.BYTES * parents.size());
        parents.forEach(lot -> ranges.putLong(lot.first()).putLong(lot.length()));
        return Domain.LOT_PARENTS.hash(fields.done(), ranges.array());
    }

    public LotKey key() {
        return new LotKey(asset, firstSerial);
    }
}
