package org.khazana.ledger.execution;

import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.PKR;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.EncumbranceKind;
import org.khazana.ledger.claim.OrderKind;
import org.khazana.ledger.claim.PledgeKind;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.claim.RestrictionScope;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.CallPledge;
import org.khazana.ledger.operation.CreatePledge;
import org.khazana.ledger.operation.EnforcePledge;
import org.khazana.ledger.operation.ForceTransfer;
import org.khazana.ledger.operation.LiftRestriction;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OrderOperation;
import org.khazana.ledger.operation.PlaceRestriction;
import org.khazana.ledger.operation.RegisterOrder;
import org.khazana.ledger.operation.ReleasePledge;
import org.khazana.ledger.operation.RestrictionOperation;
import org.khazana.ledger.operation.SubstitutePledge;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Restriction;
import org.khazana.ledger.state.RestrictionTarget;

/** Restrictions, orders and pledges by chance, over few numbers, so that they meet each other. Most end after some seconds. */
final class RandomClaims {
    private static final Hash DOCUMENT = Domain.GENESIS.hash(new byte[] {9});
    private static final long[] ACCOUNTS = {3001, 3002, 5001, 6001, 6002, 7001, 41001};

    private final SplittableRandom random;
    private final TestNetwork network;

    RandomClaims(SplittableRandom random, TestNetwork network) {
        this.random = random;
        this.network = network;
    }

    Operation operation() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> restriction();
            case 2 -> new LiftRestriction(restrictionNumber(), DOCUMENT);
            case 3 -> order();
            case 4 -> new ForceTransfer(number(), random.nextLong(1, 60));
            case 5, 6 -> random.nextBoolean() ? pledgeOfTokens() : pledge();
            case 7 -> random.nextBoolean() ? new ReleasePledge(number()) : new CallPledge(number());
            default -> random.nextBoolean() ? new EnforcePledge(number(), account()) : substitution();
        };
    }

    private CreatePledge pledge() {
        return pledge(account(), asset(), random.nextLong(1, 200), List.of());
    }

    private CreatePledge pledgeOfTokens() {
        AccountId account = account();
        List<SerialRange> serials = RandomSettlements.serialsOf(account, random, network);
        return pledge(account, BILL, SerialSet.of(serials).count(), serials);
    }

    private CreatePledge pledge(AccountId account, AssetCode asset, long quantity, List<SerialRange> serials) {
        return new CreatePledge(
                number(),
                PledgeKind.PLEDGE,
                account,
                asset,
                quantity,
                TestNetwork.id(random.nextLong(3, 8)),
                0,
                until(),
                Optional.empty(),
                serials);
    }

    private SubstitutePledge substitution() {
        AccountId account = account();
        List<SerialRange> serials = RandomSettlements.serialsOf(account, random, network);
        return random.nextBoolean()
                ? new SubstitutePledge(number(), account, asset(), random.nextLong(1, 200))
                : new SubstitutePledge(
                        number(), account, BILL, SerialSet.of(serials).count(), serials);
    }

    /** Those who may sign for all of that, in an order in which it may succeed. */
    static long[] signers(Operation operation) {
        return switch (operation) {
            case RestrictionOperation restriction -> new long[] {TestNetwork.COURT, TestNetwork.REGULATOR};
            case OrderOperation order -> new long[] {TestNetwork.COURT, TestNetwork.CENTRAL_BANK};
            default -> new long[] {2, 3, 4, 5, 6, 7};
        };
    }

    private PlaceRestriction restriction() {
        return random.nextInt(3) == 0 ? ofSerials() : ofUnits();
    }

    /** Mostly of tokens that were given out. */
    private PlaceRestriction ofSerials() {
        long nextSerial = network.state().asset(BILL).orElseThrow().units().nextSerial();
        long first = random.nextLong(1, 2 + nextSerial);
        SerialRange serials = new SerialRange(first, random.nextLong(1, 2 + (nextSerial - first + 2) / 2));
        return new PlaceRestriction(
                ofSerialsNumber(),
                RestrictionGround.COURT,
                RestrictionScope.SERIALS,
                Optional.empty(),
                Optional.empty(),
                Optional.of(BILL),
                Blocks.DEBIT,
                Optional.empty(),
                "case",
                DOCUMENT,
                until(),
                random.nextBoolean()
                        ? List.of(serials)
                        : List.of(serials, new SerialRange(serials.end() + random.nextLong(10), 3)));
    }

    private PlaceRestriction ofUnits() {
        boolean isOfUnits = random.nextInt(3) > 0;
        return new PlaceRestriction(
                number(),
                RestrictionGround.COURT,
                isOfUnits ? RestrictionScope.POSITION : RestrictionScope.ACCOUNT,
                Optional.empty(),
                Optional.of(account()),
                isOfUnits ? Optional.of(asset()) : Optional.empty(),
                isOfUnits ? Blocks.DEBIT : Blocks.BOTH,
                isOfUnits ? Optional.of(random.nextLong(1, 500)) : Optional.empty(),
                "case",
                DOCUMENT,
                until());
    }

    /** Mostly about what some restriction holds. */
    private RegisterOrder order() {
        long restriction = restrictionNumber();
        Optional<RestrictionTarget> target =
                network.state().restriction(restriction).map(Restriction::target);
        List<EncumbranceId> overrides =
                random.nextBoolean() ? List.of() : List.of(new EncumbranceId(EncumbranceKind.PLEDGE, number(), 1));
        return new RegisterOrder(
                number(),
                OrderKind.FORFEIT,
                restriction,
                target.map(RestrictionTarget::holder)
                        .filter(holder -> holder > 0)
                        .map(AccountId::new)
                        .orElseGet(this::account),
                account(),
                target.flatMap(RestrictionTarget::asset).orElseGet(this::asset),
                random.nextLong(1, 100),
                overrides,
                "case",
                DOCUMENT,
                network.nowMillis() + 30_000);
    }

    private Optional<Long> until() {
        return Optional.of(network.nowMillis() + random.nextLong(20_000));
    }

    private long number() {
        return random.nextLong(1, 8);
    }

    /** Others than those of units, so that there are some of both kinds. */
    private long ofSerialsNumber() {
        return random.nextLong(8, 20);
    }

    private long restrictionNumber() {
        return random.nextBoolean() ? number() : ofSerialsNumber();
    }

    private AccountId account() {
        return new AccountId(ACCOUNTS[random.nextInt(ACCOUNTS.length)]);
    }

    private AssetCode asset() {
        return random.nextBoolean() ? BILL : PKR;
    }
}
