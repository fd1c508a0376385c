package org.khazana.api.json;

import java.time.Instant;
import java.util.List;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Attestation;
import org.khazana.ledger.state.ReserveItem;

/** What was known of what lies behind an instrument, after the block of that height. */
public record BackingJson(long height, String asset, List<AttestationJson> attestations, List<ItemJson> items) {
    /** More goods than that are not shown. */
    public static final int ITEMS_MAX = 1_000;

    public BackingJson {
        attestations = List.copyOf(attestations);
        items = List.copyOf(items);
    }

    public static BackingJson of(
            long height, AssetCode asset, List<Attestation> attestations, List<ReserveItem> items) {
        return new BackingJson(
                height,
                asset.text(),
                attestations.stream().map(AttestationJson::of).toList(),
                items.stream().map(ItemJson::of).toList());
    }

    /** The same, read at another height. */
    public BackingJson at(long height) {
        return new BackingJson(height, asset, attestations, items);
    }

    /** An attestor vouches for so many tokens. */
    public record AttestationJson(long attestor, String units, String asOf, String evidenceHash) {
        static AttestationJson of(Attestation attestation) {
            return new AttestationJson(
                    attestation.attestor().number(),
                    Long.toString(attestation.units()),
                    Instant.ofEpochMilli(attestation.asOfMillis()).toString(),
                    attestation.evidenceHash().toString());
        }
    }

    /** Goods under one receipt; the quantity in the measure of the reserve. */
    public record ItemJson(
            String receiptCommitment,
            String site,
            String grade,
            String quantity,
            String unitCode,
            String documentHash,
            String state) {
        static ItemJson of(ReserveItem item) {
            return new ItemJson(
                    item.receiptCommitment().toString(),
                    item.site(),
                    item.grade(),
                    Long.toString(item.quantity()),
                    item.unit(),
                    item.documentHash().toString(),
                    item.state().name());
        }
    }
}
