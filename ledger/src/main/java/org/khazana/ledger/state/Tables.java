package org.khazana.ledger.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.block.Membership;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.table.Index;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.ValueForm;
import org.khazana.ledger.time.BusinessTime;
import org.khazana.ledger.time.DayKind;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.validator.ValidatorSet;

/** All tables of the register. Changing the bytes of one is a new version of the state. */
public final class Tables {
    public static final Table<PartyId, Party> PARTIES =
            new Table<>(1, "party", StateKeys.PARTY, new PartyForm(), Party::id, List.of());

    /** The keys of a party that sign. */
    public static final Index<KeyOfParty, PublicKey, PartyKey> KEYS_BY_PARTY = Index.of(
            14,
            "key-by-party",
            StateKeys.KEY_OF_PARTY,
            KeyOfParty::key,
            key -> key.isRevoked() ? List.of() : List.of(new KeyOfParty(key.party(), key.publicKey())));

    public static final Table<PublicKey, PartyKey> KEYS = new Table<>(
            3, "key", StateKeys.PUBLIC_KEY, new PartyKeyForm(), PartyKey::publicKey, List.of(KEYS_BY_PARTY));

    /** Which accounts a party owns. */
    public static final Index<AccountOfParty, AccountId, Account> ACCOUNTS_BY_OWNER = Index.of(
            48,
            "account-by-owner",
            StateKeys.ACCOUNT_OF_PARTY,
            AccountOfParty::account,
            account -> List.of(new AccountOfParty(account.owner(), account.id())));

    public static final Table<AccountId, Account> ACCOUNTS =
            new Table<>(4, "account", StateKeys.ACCOUNT, new AccountForm(), Account::id, List.of(ACCOUNTS_BY_OWNER));

    public static final Table<AssetCode, Asset> ASSETS =
            new Table<>(5, "asset", StateKeys.ASSET, new AssetForm(), Asset::code, List.of(WorkTables.CURRENCIES));

    /** Those of one account stand together. */
    public static final Table<PositionKey, Position> POSITIONS = new Table<>(
            6,
            "position",
            StateKeys.POSITION,
            ValueForm.of(
                    (position, fields) -> fields.number(position.quantity()).number(position.encumbered()),
                    (key, fields) -> new Position(key.account(), key.asset(), fields.number(), fields.number())),
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

    /** By their references; every payment stays, so that no reference counts twice. */
    public static final Table<RtgsKey, Payment> PAYMENTS = new Table<>(
            9,
            "payment",
            StateKeys.RTGS_REFERENCE,
            ValueForm.of(
                    (payment, fields) ->
                            fields.number(payment.account().number()).number(payment.amount()),
                    (key, fields) -> new Payment(key, new AccountId(fields.number()), fields.number())),
            Payment::reference,
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

    /** The open motions of a party, in the order in which they lapse. */
    public static final Index<OpenMotionKey, TransactionId, Motion> OPEN_MOTIONS = GovernanceTables.OPEN_MOTIONS;

    public static final Table<TransactionId, Motion> MOTIONS = GovernanceTables.MOTIONS;

    /** Of parties that have said so. */
    public static final Table<PartyId, KeyThreshold> KEY_THRESHOLDS = GovernanceTables.KEY_THRESHOLDS;

    /** At most one for each party. */
    public static final Table<PartyId, KeyRecovery> RECOVERIES = GovernanceTables.RECOVERIES;

    /** Parameters that were set. */
    public static final Table<Parameter, SetFigure> FIGURES = GovernanceTables.FIGURES;

    /** Empty while business goes on. */
    public static final Table<RegisterKey, Halt> HALT = GovernanceTables.HALT;

    /** Empty while the first version holds and no other is decided. */
    public static final Table<RegisterKey, Protocol> PROTOCOL = GovernanceTables.PROTOCOL;

    /** The encumbrances on a position. */
    public static final Index<EncumbranceOfPosition, EncumbranceId, Encumbrance> ENCUMBRANCES_BY_POSITION =
            ClaimTables.ENCUMBRANCES_BY_POSITION;

    /** Those that were not released. */
    public static final Table<EncumbranceId, Encumbrance> ENCUMBRANCES = ClaimTables.ENCUMBRANCES;

    /** By number; every pledge stays. */
    public static final Table<Long, Pledge> PLEDGES = ClaimTables.PLEDGES;

    /** By number; every restriction stays. */
    public static final Table<Long, Restriction> RESTRICTIONS = ClaimTables.RESTRICTIONS;

    /** Which restrictions lie on what. */
    public static final Table<RestrictionTarget, Restricted> RESTRICTED = ClaimTables.RESTRICTED;

    /** By number; every order stays. */
    public static final Table<Long, Order> ORDERS = ClaimTables.ORDERS;

    /** Those that somebody holds, of each position by length. */
    public static final Index<LotByLength, LotKey, Lot> LOTS_BY_LENGTH = SerialTables.LOTS_BY_LENGTH;

    public static final Index<LotEnd, LotKey, Lot> LOTS_BY_END = SerialTables.LOTS_BY_END;

    /** Those of one asset stand together, in the order of their serials, without gaps. */
    public static final Table<LotKey, Lot> LOTS = SerialTables.LOTS;

    /** By asset and first serial; all stay. */
    public static final Table<LotKey, Tranche> TRANCHES = SerialTables.TRANCHES;

    /** What happened to tokens, in the order in which it happened; all stay. */
    public static final Table<PassageId, Passage> PASSAGES = SerialTables.PASSAGES;

    /** By code. */
    public static final Table<String, Programme> PROGRAMMES =
            new Table<>(30, "programme", StateKeys.NAME, new ProgrammeForm(), Programme::code, List.of());

    /** The periods of an instrument stand together, in their order. */
    public static final Table<PeriodKey, Period> PERIODS =
            new Table<>(31, "period", StateKeys.PERIOD, new PeriodForm(), PeriodKey::of, List.of());

    /** The newest of each attestor for each asset. */
    public static final Table<AttestationKey, Attestation> ATTESTATIONS =
            new Table<>(32, "attestation", StateKeys.ATTESTATION, new AttestationForm(), AttestationKey::of, List.of());

    public static final Table<ReserveItemKey, ReserveItem> RESERVE_ITEMS = new Table<>(
            33, "reserve-item", StateKeys.RESERVE_ITEM, new ReserveItemForm(), ReserveItemKey::of, List.of());

    public static final Table<RegisterKey, BusinessTime> BUSINESS_TIME = new Table<>(
            34,
            "business-time",
            StateKeys.REGISTER,
            new BusinessTimeForm(),
            time -> RegisterKey.BUSINESS_TIME,
            List.of());

    /** Days that are not as the week has it. */
    public static final Table<Long, DayMark> CALENDAR = new Table<>(
            35,
            "calendar",
            StateKeys.NUMBER,
            ValueForm.of(
                    (mark, fields) -> fields.constant(mark.kind()),
                    (day, fields) -> new DayMark(day, fields.constant(DayKind.class))),
            DayMark::day,
            List.of());

    private static final List<Table<?, ?>> ALL = inOrder(List.of(
            PARTIES,
            KEYS,
            ACCOUNTS,
            ASSETS,
            POSITIONS,
            REQUESTS,
            REQUESTS_BY_EXPIRY.table(),
            PAYMENTS,
            VALIDATORS,
            MEMBERSHIP,
            NEWEST_EPOCH,
            POLICIES,
            KEYS_BY_PARTY.table(),
            MOTIONS,
            OPEN_MOTIONS.table(),
            KEY_THRESHOLDS,
            RECOVERIES,
            FIGURES,
            LOTS,
            LOTS_BY_LENGTH.table(),
            LOTS_BY_END.table(),
            TRANCHES,
            PASSAGES,
            ENCUMBRANCES,
            ENCUMBRANCES_BY_POSITION.table(),
            PLEDGES,
            RESTRICTIONS,
            RESTRICTED,
            ORDERS,
            HALT,
            PROTOCOL,
            ACCOUNTS_BY_OWNER.table(),
            PROGRAMMES,
            PERIODS,
            ATTESTATIONS,
            RESERVE_ITEMS,
            BUSINESS_TIME,
            CALENDAR));

    private Tables() {}

    private static List<Table<?, ?>> inOrder(List<Table<?, ?>> ownTables) {
        List<Table<?, ?>> all = new ArrayList<>(ownTables);
        all.addAll(RoleTables.all());
        all.addAll(HolderTables.all());
        all.addAll(SettlementTables.all());
        all.addAll(WorkTables.all());
        all.sort(Comparator.comparingInt(Table::number));
        return List.copyOf(all);
    }

    /** A new set of validators, from now on the newest. */
    public static List<Change> appoint(ValidatorSet validators) {
        return List.of(VALIDATORS.put(validators), NEWEST_EPOCH.put(validators.epoch()));
    }

    /** All of them with the tables of their indexes, in order of number. */
    public static List<Table<?, ?>> all() {
        return ALL;
    }
}
