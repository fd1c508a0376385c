package org.khazana.simulation.ledger;

import static org.khazana.simulation.ledger.Founders.ACCOUNTS;
import static org.khazana.simulation.ledger.Founders.BILL;
import static org.khazana.simulation.ledger.Founders.CENTRAL_BANK;
import static org.khazana.simulation.ledger.Founders.DEALER;
import static org.khazana.simulation.ledger.Founders.MINISTRY;
import static org.khazana.simulation.ledger.Founders.PKR;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.Share;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.AddKey;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.operation.RegisterParty;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.operation.RevokeKey;
import org.khazana.ledger.operation.RevokeRole;
import org.khazana.ledger.operation.SetPartyStatus;
import org.khazana.ledger.operation.SetPolicy;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.wire.TransactionCodec;

/** Envelopes of random business: about half of it goes through, the rest is wrong in some way. */
final class RandomBusiness {
    private static final List<Long> QUANTITIES = List.of(0L, -1L, 1_000_000L, Long.MAX_VALUE, Long.MIN_VALUE);
    private static final List<Share> SHARES = List.of(Share.values());
    private static final List<PartyStatus> STATUSES = List.of(PartyStatus.values());
    private static final int LEGS_MAX = 6;
    /** Numbers of parties that are registered on the way begin here. */
    private static final long NEW_PARTY = 20;
    /** The day on which all simulations play. */
    private static final int LAST_DAY = 19_676;

    private static final long VALID_MILLIS_SHORT = 2_000;
    private static final long VALID_MILLIS_LONG = 3_600_000;

    private final RandomGenerator chance;

    RandomBusiness(RandomGenerator chance) {
        this.chance = chance;
    }

    /** The envelope of request {@code number}; the first creates the bill that all others are about. */
    byte[] envelope(long number, long wallClockMillis) {
        Operation operation = number == 1 ? Founders.bill() : operation();
        List<Long> signers = signers(operation);
        long validMillis = isOneIn(10) ? VALID_MILLIS_SHORT : VALID_MILLIS_LONG;
        // Sometimes a request id that another request of the sender has, too.
        long request = isOneIn(30) ? Math.max(1, number - 1) : number;
        byte[] body = TransactionCodec.encodeBody(new TransactionBody(
                Founders.CHAIN,
                new RequestId(0, request),
                new PartyId(signers.getFirst()),
                0,
                wallClockMillis + validMillis,
                operation));
        List<TransactionSignature> signatures = new ArrayList<>();
        for (long signer : signers) {
            PublicKey key = Founders.keyOf(signer);
            signatures.add(TransactionSignature.of(
                    key, QuickSignatures.sign(key, TransactionCodec.signingBytes(Founders.CHAIN, body))));
        }
        byte[] envelope = TransactionCodec.encodeEnvelope(body, signatures);
        if (number > 1 && isOneIn(20)) {
            envelope[chance.nextInt(envelope.length)] ^= (byte) (1 << chance.nextInt(8));
        }
        return envelope;
    }

    private List<Long> signers(Operation operation) {
        if (isOneIn(8) && !(operation instanceof CreateBill)) {
            return List.of(chance.nextLong(1, Founders.SUSPENDED + 1));
        }
        return switch (operation) {
            case CreateBill create -> List.of(MINISTRY, CENTRAL_BANK);
            case IssueTokens issue -> List.of(MINISTRY, CENTRAL_BANK);
            case RetireTokens retire -> List.of(MINISTRY, CENTRAL_BANK);
            case RenumberLots renumber -> List.of(CENTRAL_BANK);
            case RecordCashDeposit deposit -> List.of(CENTRAL_BANK, MINISTRY);
            case SetPolicy set -> List.of(CENTRAL_BANK, MINISTRY);
            case GrantRole grant -> List.of(MINISTRY, CENTRAL_BANK);
            case RevokeRole revoke -> List.of(MINISTRY, CENTRAL_BANK);
            case SetPartyStatus set -> List.of(MINISTRY, CENTRAL_BANK);
            case RegisterParty register -> List.of(MINISTRY, CENTRAL_BANK);
            case TransferTokens transfer -> givers(List.of(transfer.from()));
            case SettleNow settle ->
                givers(settle.legs().stream().map(Leg::from).toList());
            default -> List.of(DEALER);
        };
    }

    /** Nobody else has a part in it. */
    private static List<Long> givers(List<AccountId> from) {
        List<Long> givers = from.stream()
                .flatMap(account -> Founders.givers(account).stream())
                .distinct()
                .toList();
        return givers.isEmpty() ? List.of(DEALER) : givers;
    }

    private Operation operation() {
        if (isOneIn(12)) {
            return governance();
        }
        if (isOneIn(10)) {
            return serials();
        }
        return switch (chance.nextInt(7)) {
            case 0 -> new IssueTokens(BILL, account(), quantity());
            case 1 -> new RecordCashDeposit(account(), PKR, quantity(), "R" + chance.nextInt(200));
            case 2, 3 -> new TransferTokens(BILL, account(), account(), quantity());
            case 4 -> new SettleNow(someLegs(), Optional.of("random"));
            default -> trade();
        };
    }

    private Operation serials() {
        return switch (chance.nextInt(3)) {
            case 0 -> new RenumberLots(BILL, account());
            case 1 -> new RetireTokens(BILL, account(), 1 + chance.nextInt(20), List.of());
            default -> {
                SerialRange named = new SerialRange(1 + chance.nextInt(500), 1 + chance.nextInt(5));
                yield new TransferTokens(BILL, account(), account(), named.count(), List.of(named));
            }
        };
    }

    /** Never what would bring business to a standstill: those who trade stay active, and issuers and governors what they are. */
    private Operation governance() {
        PartyId party = new PartyId(chance.nextLong(1, NEW_PARTY + 5));
        return switch (chance.nextInt(7)) {
            case 0 -> new SetPolicy("recordCashDeposit", List.of(new Voice(Role.CASH_AGENT, share())));
            case 1 -> new GrantRole(party, role(), Optional.empty(), part(party), lastDay(party));
            case 2 -> new RevokeRole(party, role(), Optional.empty(), part(party));
            case 3 -> new RegisterParty(party, "newcomer", Founders.keyOf(party.number()));
            case 4 -> new SetPartyStatus(new PartyId(NEW_PARTY + chance.nextInt(5)), status());
            case 5 -> new AddKey(Founders.keyOf(NEW_PARTY + chance.nextInt(20)), 1, Optional.empty());
            default -> new RevokeKey(Founders.keyOf(NEW_PARTY + chance.nextInt(20)));
        };
    }

    private Role role() {
        return chance.nextBoolean() ? Role.CASH_AGENT : Role.REGULATOR;
    }

    /** What the role of a party is for; everything for most. */
    private static Optional<AssetCode> part(PartyId party) {
        return Optional.of(PKR).filter(currency -> party.number() % 3 == 0);
    }

    private static Optional<Integer> lastDay(PartyId party) {
        return Optional.of(LAST_DAY).filter(day -> party.number() % 2 == 0);
    }

    private Share share() {
        return SHARES.get(chance.nextInt(SHARES.size()));
    }

    private PartyStatus status() {
        return STATUSES.get(chance.nextInt(STATUSES.size()));
    }

    private Operation trade() {
        AccountId seller = account();
        AccountId buyer = account();
        return new SettleNow(
                List.of(
                        new Leg(seller, buyer, BILL, 1 + chance.nextInt(20)),
                        new Leg(buyer, seller, PKR, 1 + chance.nextInt(50))),
                Optional.of("trade"));
    }

    private List<Leg> someLegs() {
        List<Leg> legs = new ArrayList<>();
        for (int count = chance.nextInt(LEGS_MAX + 1); count > 0; count--) {
            AssetCode asset = chance.nextBoolean() ? BILL : PKR;
            legs.add(new Leg(account(), account(), asset, quantity()));
        }
        return legs;
    }

    /** Mostly accounts that work, or nothing would ever happen. */
    private AccountId account() {
        return new AccountId(ACCOUNTS.get(isOneIn(10) ? chance.nextInt(ACCOUNTS.size()) : chance.nextInt(5)));
    }

    private long quantity() {
        return isOneIn(6) ? QUANTITIES.get(chance.nextInt(QUANTITIES.size())) : 1 + chance.nextInt(1_000);
    }

    private boolean isOneIn(int times) {
        return chance.nextInt(times) == 0;
    }
}
