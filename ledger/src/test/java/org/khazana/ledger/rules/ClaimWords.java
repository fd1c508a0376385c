package org.khazana.ledger.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.EncumbranceKind;
import org.khazana.ledger.claim.OrderKind;
import org.khazana.ledger.claim.PledgeKind;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.claim.RestrictionScope;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.AmendRestriction;
import org.khazana.ledger.operation.CallPledge;
import org.khazana.ledger.operation.CreatePledge;
import org.khazana.ledger.operation.EnforcePledge;
import org.khazana.ledger.operation.ForceTransfer;
import org.khazana.ledger.operation.LiftRestriction;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.PlaceRestriction;
import org.khazana.ledger.operation.RegisterOrder;
import org.khazana.ledger.operation.ReleasePledge;
import org.khazana.ledger.operation.SubstitutePledge;
import org.khazana.ledger.serial.SerialRange;

/**
 * What others demand of what somebody holds, in the words of a rule table: {@code restrict 1 COURT DEBIT position 3001 BILL 100 until
 * 5} (or {@code account 3001}, {@code party amna}, {@code asset BILL}, {@code
 * serials BILL 1-5 9-13}), {@code amend 1 DEBIT 50 until 5} (or {@code all}), {@code
 * lift 1}; {@code order 7 FORFEIT under 1 50 BILL 3001 41001 until 30 over PLEDGE-1-1}, {@code force 7 50}; {@code pledge 1 PLEDGE 50
 * BILL 3001 amna notice 3 until 30}, {@code release 1}, {@code call 1}, {@code enforce 1 5001}, {@code substitute 1 50 BILL 3002};
 * what is pledged, or substituted, may end with the tokens themselves, {@code serials 1-5 9-13}.
 * Times are in days counted from the beginning.
 */
final class ClaimWords {
    private static final Set<String> FIRST =
            Set.of("restrict", "amend", "lift", "order", "force", "pledge", "release", "call", "enforce", "substitute");
    private static final long DAY_MILLIS = 86_400_000;
    private static final Hash DOCUMENT = Domain.GENESIS.hash(new byte[] {4, 2});

    private final List<String> words;

    private ClaimWords(String[] words) {
        this.words = new ArrayList<>(List.of(words));
    }

    static boolean know(String word) {
        return FIRST.contains(word);
    }

    static Operation read(String[] words) {
        ClaimWords rest = new ClaimWords(words);
        String first = rest.next();
        return switch (first) {
            case "restrict" -> rest.restriction();
            case "amend" ->
                new AmendRestriction(
                        rest.number(), Blocks.valueOf(rest.next()), rest.numberUnless("all"), rest.until(), DOCUMENT);
            case "lift" -> new LiftRestriction(rest.number(), DOCUMENT);
            case "order" -> rest.order();
            case "force" -> new ForceTransfer(rest.number(), rest.number());
            case "pledge" -> rest.pledge(LotWords.serials(words));
            case "release" -> new ReleasePledge(rest.number());
            case "call" -> new CallPledge(rest.number());
            case "enforce" -> new EnforcePledge(rest.number(), rest.account());
            case "substitute" -> {
                long number = rest.number();
                long quantity = rest.number();
                AssetCode asset = rest.asset();
                yield new SubstitutePledge(number, rest.account(), asset, quantity, LotWords.serials(words));
            }
            default -> throw new IllegalArgumentException(first);
        };
    }

    private PlaceRestriction restriction() {
        long number = number();
        RestrictionGround ground = RestrictionGround.valueOf(next());
        Blocks blocks = Blocks.valueOf(next());
        RestrictionScope scope = RestrictionScope.valueOf(next().toUpperCase(Locale.ROOT));
        Optional<PartyId> party =
                takeIf("party", scope == RestrictionScope.PARTY).map(word -> new PartyId(Attempt.party(word)));
        Optional<AccountId> account = takeIf(
                        "account", scope == RestrictionScope.ACCOUNT || scope == RestrictionScope.POSITION)
                .map(word -> new AccountId(Long.parseLong(word)));
        Optional<AssetCode> asset = takeIf(
                        "asset", scope != RestrictionScope.PARTY && scope != RestrictionScope.ACCOUNT)
                .map(Attempt::asset);
        List<SerialRange> serials = serials();
        Optional<Long> quantity =
                words.isEmpty() || words.getFirst().equals("until") ? Optional.empty() : Optional.of(number());
        return new PlaceRestriction(
                number,
                ground,
                scope,
                party,
                account,
                asset,
                blocks,
                quantity,
                "case " + number,
                DOCUMENT,
                until(),
                serials);
    }

    private List<SerialRange> serials() {
        List<SerialRange> ranges = new ArrayList<>();
        while (!words.isEmpty() && words.getFirst().matches("[0-9]+-[0-9]+|MAX-1|[0-9]+-MAX")) {
            String[] ends = next().split("-", 2);
            long first = Attempt.number(ends[0]);
            ranges.add(new SerialRange(first, Attempt.number(ends[1]) - first + 1));
        }
        return ranges;
    }

    /** A field that the scope needs, unless it is said to be {@code missing}; or one that it does not need, by its name. */
    private Optional<String> takeIf(String name, boolean isNeeded) {
        if (isNeeded) {
            return Optional.of(next()).filter(word -> !word.equals("missing"));
        }
        if (!words.isEmpty() && words.getFirst().equals("with-" + name)) {
            next();
            return Optional.of(next());
        }
        return Optional.empty();
    }

    private RegisterOrder order() {
        long number = number();
        OrderKind kind = OrderKind.valueOf(next());
        skip("under");
        long restriction = number();
        long quantity = number();
        AssetCode asset = asset();
        AccountId from = account();
        AccountId to = account();
        long until = until().orElseThrow();
        List<EncumbranceId> overrides = new ArrayList<>();
        if (!words.isEmpty()) {
            skip("over");
            while (!words.isEmpty()) {
                String[] parts = next().split("-", 3);
                overrides.add(new EncumbranceId(
                        EncumbranceKind.valueOf(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2])));
            }
        }
        return new RegisterOrder(
                number, kind, restriction, from, to, asset, quantity, overrides, "case " + number, DOCUMENT, until);
    }

    private CreatePledge pledge(List<SerialRange> serials) {
        long number = number();
        PledgeKind kind = PledgeKind.valueOf(next());
        long quantity = number();
        AssetCode asset = asset();
        AccountId account = account();
        PartyId beneficiary = new PartyId(Attempt.party(next()));
        skip("notice");
        int notice = Math.toIntExact(number());
        return new CreatePledge(
                number, kind, account, asset, quantity, beneficiary, notice, until(), Optional.empty(), serials);
    }

    private Optional<Long> until() {
        if (words.isEmpty() || !words.getFirst().equals("until")) {
            return Optional.empty();
        }
        next();
        return Optional.of(TestNetwork.START_MILLIS + number() * DAY_MILLIS);
    }

    private Optional<Long> numberUnless(String word) {
        if (words.getFirst().equals(word)) {
            next();
            return Optional.empty();
        }
        return Optional.of(number());
    }

    private String next() {
        return words.removeFirst();
    }

    private void skip(String word) {
        if (!next().equals(word)) {
            throw new IllegalArgumentException("'" + word + "' is missing");
        }
    }

    private long number() {
        return Attempt.number(next());
    }

    private AccountId account() {
        return new AccountId(number());
    }

    private AssetCode asset() {
        return Attempt.asset(next());
    }
}
