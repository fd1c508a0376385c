package org.khazana.ledger.state;

import java.util.List;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.Index;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.ValueForm;

/** The tables about those who hold, and about what they may hold; part of {@link Tables#all}. */
public final class HolderTables {
    /** Which party stands behind a commitment to an identity. */
    public static final Index<IdentityKey, PartyId, PartyProfile> PARTIES_BY_IDENTITY = Index.of(
            41,
            "party-by-identity",
            StateKeys.IDENTITY,
            IdentityKey::party,
            profile -> profile.identityCommitment().stream()
                    .map(identity -> new IdentityKey(identity, profile.party()))
                    .toList());

    /** Which party has an LEI. */
    public static final Index<LeiKey, PartyId, PartyProfile> PARTIES_BY_LEI = Index.of(
            42,
            "party-by-lei",
            StateKeys.LEI,
            LeiKey::party,
            profile -> profile.lei().stream()
                    .map(lei -> new LeiKey(lei, profile.party()))
                    .toList());

    public static final Table<PartyId, PartyProfile> PROFILES = new Table<>(
            40,
            "party-profile",
            StateKeys.PARTY,
            HolderForms.PROFILE,
            PartyProfile::party,
            List.of(PARTIES_BY_IDENTITY, PARTIES_BY_LEI));

    public static final Table<PartyId, Licence> LICENCES =
            new Table<>(43, "licence", StateKeys.PARTY, HolderForms.LICENCE, Licence::party, List.of());

    public static final Table<PartyId, Eligibility> ELIGIBILITIES =
            new Table<>(44, "eligibility", StateKeys.PARTY, HolderForms.ELIGIBILITY, Eligibility::party, List.of());

    public static final Table<AssetCode, HoldingTerms> HOLDING_TERMS = new Table<>(
            45, "holding-terms", StateKeys.ASSET, HolderForms.HOLDING_TERMS, HoldingTerms::asset, List.of());

    /** What each party holds in all its accounts; those of one party stand together. */
    public static final Table<HoldingKey, Holding> HOLDINGS = new Table<>(
            46,
            "holding",
            StateKeys.HOLDING,
            ValueForm.of(
                    (holding, fields) -> fields.number(holding.quantity()),
                    (key, fields) -> new Holding(key.party(), key.asset(), fields.number())),
            HoldingKey::of,
            List.of());

    /** The newest of each omnibus account and asset. */
    public static final Table<PositionKey, OmnibusCommitment> OMNIBUS_COMMITMENTS = new Table<>(
            47,
            "omnibus-commitment",
            StateKeys.POSITION,
            HolderForms.OMNIBUS_COMMITMENT,
            commitment -> new PositionKey(commitment.account(), commitment.asset()),
            List.of());

    private HolderTables() {}

    /** A commitment to an identity, and the party behind it; ordered by commitment, then party. */
    public record IdentityKey(Hash identity, PartyId party) implements Comparable<IdentityKey> {
        @Override
        public int compareTo(IdentityKey other) {
            int byIdentity = identity.compareTo(other.identity);
            return byIdentity != 0 ? byIdentity : party.compareTo(other.party);
        }
    }

    /** An LEI, and the party that has it; ordered by LEI, then party. */
    public record LeiKey(String lei, PartyId party) implements Comparable<LeiKey> {
        @Override
        public int compareTo(LeiKey other) {
            int byLei = lei.compareTo(other.lei);
            return byLei != 0 ? byLei : party.compareTo(other.party);
        }
    }

    /** In order of number. */
    static List<Table<?, ?>> all() {
        return List.of(
                PROFILES,
                PARTIES_BY_IDENTITY.table(),
                PARTIES_BY_LEI.table(),
                LICENCES,
                ELIGIBILITIES,
                HOLDING_TERMS,
                HOLDINGS,
                OMNIBUS_COMMITMENTS);
    }
}
