package org.khazana.ledger.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.execution.DryRun;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.Denomination;
import org.khazana.ledger.instrument.Term;
import org.khazana.ledger.instrument.UnitLimits;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.state.Tables;

/**
 * One row of a rule table: {@code signers | what | result}. The first signer sends; {@code amna/31} is Amna by her key 31. The result names every rule that is broken, the
 * one that counts first. What: {@code transfer 10 BILL 3001
 * 5001}, {@code issue 10 BILL 3001}, {@code deposit 10 PKR 5001 REFERENCE}, {@code create ISIN PKR face issue maturity
 * authorised minimum multiple} (days counted from today), {@code settle} with such movements parted by commas, {@code
 * days 30} to let time pass, what is so after all this as {@link StateWords} tells it, {@code told} in an attempt that names a message of the travel rule, batches as {@link BatchWords} reads them, what {@link ClaimWords} and {@link InstructionWords} read, serials as {@link LotWords} reads them, {@code validators 1 2 4/observer instead of epoch 0} as {@link ValidatorWords} reads it.
 */
record Attempt(int line, List<String> signers, String what, String result) {
    private static final Map<String, Long> PARTIES = Map.of(
            "ministry", TestNetwork.MINISTRY,
            "central-bank", TestNetwork.CENTRAL_BANK,
            "dealer", TestNetwork.DEALER,
            "custodian", TestNetwork.CUSTODIAN,
            "amna", TestNetwork.AMNA,
            "bilal", TestNetwork.BILAL,
            "chen", TestNetwork.CHEN,
            "suspended", TestNetwork.SUSPENDED,
            "double", TestNetwork.DOUBLE);
    /** Those who may restrict others. */
    private static final Map<String, Long> AUTHORITIES = Map.of(
            "regulator", TestNetwork.REGULATOR,
            "court", TestNetwork.COURT,
            "other-court", TestNetwork.OTHER_COURT,
            "sanctions", TestNetwork.SANCTIONS,
            "tax", TestNetwork.TAX);

    static Attempt parse(int line, String text) {
        String[] cells = text.split("\\|", -1);
        boolean isOfState = cells.length == 2 && StateWords.know(cells[1].trim());
        if (cells.length != 3 && !isOfState) {
            throw new IllegalArgumentException("line " + line + " has not three cells");
        }
        List<String> signers = Arrays.stream(cells[0].trim().split("[ ,]+")).toList();
        return new Attempt(line, signers, cells[1].trim(), isOfState ? "" : cells[2].trim());
    }

    /** Whether somebody attempts something here: otherwise time passes, or it is told what is so. */
    boolean isAttempt() {
        return !what.startsWith("days ") && !StateWords.know(what);
    }

    /** Makes the attempt; what is wrong with the result, if anything. */
    Optional<String> mismatch(TestNetwork network) {
        if (StateWords.know(what)) {
            return StateWords.mismatch(what, network)
                    .map(actual -> "line " + line + ": expected '" + what + "', but " + actual);
        }
        if (what.startsWith("days ")) {
            network.passDays(Long.parseLong(what.substring("days ".length())));
            return Optional.empty();
        }
        Object before = stateOf(network);
        byte[] envelope = TestNetwork.envelope(
                network.body(party(signers.getFirst().split("/", -1)[0]), operation(what, network)),
                signers.stream().mapToLong(Attempt::key).toArray());
        DryRun.Outcome foretold = network.check(envelope);
        if (!before.equals(stateOf(network))) {
            return Optional.of("line " + line + ": the dry run changed something");
        }
        Receipt receipt = network.submit(envelope);
        if (!foretold.refusals().equals(receipt.refusals())
                || !foretold.postings().equals(receipt.postings())
                || !foretold.legsLeftOut().equals(receipt.legsLeftOut())) {
            return Optional.of("line " + line + ": the dry run foretold " + foretold + ", but it was " + receipt);
        }
        String actual = describe(receipt);
        if (!actual.equals(result)) {
            return Optional.of("line " + line + ": expected '" + result + "', but was '" + actual + "'");
        }
        return !receipt.isAccepted() && !before.equals(stateOf(network))
                ? Optional.of("line " + line + ": refused, and yet something changed")
                : Optional.empty();
    }

    /** All but the memory of requests, in which a refused one stands as well. */
    private static Object stateOf(TestNetwork network) {
        return Tables.all().stream()
                .filter(table -> !table.name().startsWith(Tables.REQUESTS.name()))
                .map(table -> (Object) network.state().records(table))
                .toList();
    }

    /** Of {@code amna/31}, key 31; of {@code amna}, the key that has her number. */
    private static long key(String signer) {
        String[] words = signer.split("/", -1);
        return party(words[words.length - 1]);
    }

    /** By name, or by number for those who come later. */
    static long party(String word) {
        Long known = PARTIES.getOrDefault(word, AUTHORITIES.get(word));
        return known == null ? Long.parseLong(word) : known;
    }

    /** In the words of the last cell of a row. */
    static String describe(Receipt receipt) {
        return receipt.isAccepted()
                ? "accepted" + BatchWords.leftOut(receipt)
                : receipt.refusals().stream().map(Attempt::describe).collect(Collectors.joining(", "));
    }

    private static String describe(Refusal refusal) {
        String name = refusal.code().number() + " " + refusal.code();
        return refusal.leg()
                .map(leg -> name + " leg " + leg.number() + " " + leg.code().number() + " " + leg.code())
                .orElse(name);
    }

    Operation operation(String what, TestNetwork network) {
        String[] words = what.split(" +");
        if (ClaimWords.know(words[0])) {
            return ClaimWords.read(words);
        }
        if (InstructionWords.know(words[0])) {
            return InstructionWords.read(what);
        }
        return switch (words[0]) {
            case "transfer" -> {
                Leg movement = movement(Arrays.copyOfRange(words, 1, words.length));
                yield new TransferTokens(
                        movement.asset(),
                        movement.from(),
                        movement.to(),
                        movement.quantity(),
                        movement.serials(),
                        message(what));
            }
            case "issue", "retire", "renumber" -> LotWords.read(words);
            case "deposit" -> new RecordCashDeposit(account(words[3]), asset(words[2]), number(words[1]), words[4]);
            case "create" -> creation(words);
            case "validators" -> ValidatorWords.read(what);
            case "policy", "register", "status" -> GovernanceWords.read(words);
            case "grant", "revoke" -> RoleWords.read(words);
            case "add-key", "revoke-key", "threshold", "recover", "cancel-recovery", "complete-recovery" ->
                KeyWords.read(words);
            case "halt", "resume", "parameter", "protocol" -> SystemWords.read(words);
            case "raise", "support", "oppose" ->
                MotionWords.read(what, network, embedded -> operation(embedded, network));
            case "open", "open-official", "control", "close", "commit" -> AccountWords.read(words);
            case "newcomer", "update", "licence", "attest", "unattest", "holders" -> AccountWords.read(words);
            case "programme", "ceiling", "define", "amend-terms", "pause", "resume-asset" ->
                InstrumentWords.read(words);
            case "calendar", "open-day", "vouch", "take-back", "store", "unstore" -> BackingWords.read(words);
            case "batch" -> BatchWords.read(what);
            case "recount", "run" -> WorkWords.read(words);
            case "settle" ->
                new SettleNow(
                        Stream.of(what.substring("settle".length()).split(","))
                                .filter(leg -> !leg.isBlank())
                                .map(leg -> movement(leg.trim().split(" +")))
                                .toList(),
                        Optional.empty(),
                        message(what));
            default -> throw new IllegalArgumentException("line " + line + ": " + what);
        };
    }

    private static Operation creation(String[] words) {
        return CreateBill.registeredHere(
                asset(words[1]),
                "a bill",
                new Denomination(asset(words[2]), number(words[3])),
                new Term(
                        TestNetwork.START_DAY + Integer.parseInt(words[4]),
                        TestNetwork.START_DAY + Integer.parseInt(words[5])),
                new UnitLimits(number(words[6]), number(words[7]), number(words[8])));
    }

    /** Of the travel rule, where an attempt says that the institutions told each other. */
    static Optional<Hash> message(String what) {
        return Stream.of(what.split("[ :]+", -1)).anyMatch("told"::equals)
                ? Optional.of(TestNetwork.CHAIN.hash())
                : Optional.empty();
    }

    static Leg movement(String[] words) {
        return new Leg(
                account(words[2]), account(words[3]), asset(words[1]), number(words[0]), LotWords.serials(words));
    }

    static AssetCode asset(String word) {
        return word.equals("BILL") ? TestNetwork.BILL : new AssetCode(word);
    }

    static AccountId account(String word) {
        return new AccountId(number(word));
    }

    static long number(String word) {
        return switch (word) {
            case "MAX" -> Long.MAX_VALUE;
            case "MIN" -> Long.MIN_VALUE;
            default -> Long.parseLong(word);
        };
    }
}
