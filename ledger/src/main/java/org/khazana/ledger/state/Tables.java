package org.khazana.ledger.state;

import java.util.List;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.block.Membership;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.table.Index;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.ValueForm;
import org.khazana.ledger.validator.ValidatorSet;

/** All tables of the register. Changing the bytes of one is a new version of the state. */
public final class Tables {
    /** Which parties have a role. */
    public static final Index<RoleKey, PartyId, Party> PARTIES_BY_ROLE = Index.of(
            2,
            "party-by-role",
            StateKeys.ROLE,
            RoleKey::party,
            party -> party.roles().stream()
                    .map(role -> new RoleKey(role, party.id()))
                    .toList());

    public static final Table<PartyId, Party> PARTIES =
            new Table<>(1, "party", StateKeys.PARTY, new PartyForm(), Party::id, List.of(PARTIES_BY_ROLE));

    /** The keys of a party that sign. */
    public static final Index<KeyOfParty, PublicKey, PartyKey> KEYS_BY_PARTY = Index.of(
            14,
            "key-by-party",
            StateKeys.KEY_OF_PARTY,
            KeyOfParty::key,
            key -> key.isRevoked() ? List.of() : List.of(new KeyOfParty(key.party(), key.publicKey())));

    public static final Table<PublicKey, PartyKey> KEYS = new Table<>(
            3, "key", StateKeys.PUBLIC_KEY, new PartyKeyForm(), PartyKey::publicKey, List.of(KEYS_BY_PARTY));

    public static final Table<AccountId, Account> ACCOUNTS =
            new Table<>(4, "account", StateKeys.ACCOUNT, new AccountForm(), Account::id, List.of());

    public static final Table<AssetCode, Asset> ASSETS =
            new Table<>(5, "asset", StateKeys.ASSET, new AssetForm(), Asset::code, List.of());

    /** Those of one account stand together. */
    public static final Table<PositionKey, Position> POSITIONS = new Table<>(
            6,
            "position",
            StateKeys.POSITION,
            ValueForm.of(
                    (position, fields) -> fields.number(position.quantity()),
                    (key, fields) -> new Position(key.account(), key.asset(), fields.number())),
            PositionKey::of,
            List.of());

    /** The requests in the order in which they may be forgotten. */
    public static final Index<ExpiryKey, RequestKey, RequestRecord> REQUESTS_BY_EXPIRY = Index.of(
            8,
            "request-by-expiry",
            StateKeys.EXPIRY,
            ExpiryKey::request,
            request -> List.of(new ExpiryKey(request.notAfterMillis(), RequestKey.of(request))));

    public static final Table<RequestKey, RequestRecord> REQUESTS = new Table<>(
            7, "request", StateKeys.REQUEST, new RequestForm(), RequestKey::of, List.of(REQUESTS_BY_EXPIRY));

    /** References of payments that have become money here. */
    public static final Table<RtgsKey, RtgsKey> RTGS_REFERENCES = new Table<>(
            9,
            "rtgs-reference",
            StateKeys.RTGS_REFERENCE,
            ValueForm.of((reference, fields) -> {}, (key, fields) -> key),
            reference -> reference,
            List.of());

    /** By epoch; every set stays. */
    public static final Table<Long, ValidatorSet> VALIDATORS =
            new Table<>(10, "validators", StateKeys.NUMBER, new ValidatorSetForm(), ValidatorSet::epoch, List.of());

    /** Empty while the founders take part. */
    public static final Table<RegisterKey, Membership> MEMBERSHIP = new Table<>(
            11,
            "membership",
            StateKeys.REGISTER,
            ValueForm.of(
                    (membership, fields) -> fields.sized(membership.toBytes()),
                    (key, fields) -> Membership.of(fields.sized())),
            membership -> RegisterKey.MEMBERSHIP,
            List.of());

    /** The greatest of {@link #VALIDATORS}. */
    public static final Table<RegisterKey, Long> NEWEST_EPOCH = new Table<>(
            12,
            "newest-epoch",
            StateKeys.REGISTER,
            ValueForm.of((epoch, fields) -> fields.number(epoch), (key, fields) -> fields.number()),
            epoch -> RegisterKey.NEWEST_EPOCH,
            List.of());

    /** By the name of the operation. */
    public static final Table<String, Policy> POLICIES =
            new Table<>(13, "policy", StateKeys.NAME, new PolicyForm(), Policy::operation, List.of());

    /** Those that somebody holds, of each position by length. */
    public static final Index<LotByLength, LotKey, Lot> LOTS_BY_LENGTH = Index.of(
            21,
            "lot-by-length",
            SerialKeys.LOT_BY_LENGTH,
            LotByLength::lot,
            lot -> lot.isRetired() ? List.of() : List.of(LotByLength.of(lot)));

    /** Those of one asset stand together, in the order of their serials, without gaps. */
    public static final Table<LotKey, Lot> LOTS =
            new Table<>(20, "lot", SerialKeys.LOT, new LotForm(), Lot::key, List.of(LOTS_BY_LENGTH));

    /** By asset and first serial; all stay. */
    public static final Table<LotKey, Tranche> TRANCHES = new Table<>(
            22,
            "tranche",
            SerialKeys.LOT,
            ValueForm.of(
                    (tranche, fields) -> fields.number(tranche.length())
                            .constant(tranche.source())
                            .optional(tranche.parents(), (hash, form) -> form.fixed(hash.toBytes())),
                    (key, fields) -> new Tranche(
                            key.asset(),
                            key.first(),
                            fields.number(),
                            fields.constant(Tranche.Source.class),
                            fields.optional(form -> Hash.of(form.fixed(Hash.BYTES))))),
            Tranche::key,
            List.of());

    /** What happened to tokens, in the order in which it happened; all stay. */
    public static final Table<PassageId, Passage> PASSAGES =
            new Table<>(23, "passage", SerialKeys.PASSAGE, new PassageForm(), Passage::id, List.of());

    private static final List<Table<?, ?>> ALL = List.of(
            PARTIES,
            PARTIES_BY_ROLE.table(),
            KEYS,
            ACCOUNTS,
            ASSETS,
            POSITIONS,
            REQUESTS,
            REQUESTS_BY_EXPIRY.table(),
            RTGS_REFERENCES,
            VALIDATORS,
            MEMBERSHIP,
            NEWEST_EPOCH,
            POLICIES,
            KEYS_BY_PARTY.table(),
            LOTS,
            LOTS_BY_LENGTH.table(),
            TRANCHES,
            PASSAGES);

    private Tables() {}

    /** A new set of validators, from now on the newest. */
    public static List<Change> appoint(ValidatorSet validators) {
        return List.of(VALIDATORS.put(validators), NEWEST_EPOCH.put(validators.epoch()));
    }

    /** All of them with the tables of their indexes, in order of number. */
    public static List<Table<?, ?>> all() {
        return ALL;
    }
}
