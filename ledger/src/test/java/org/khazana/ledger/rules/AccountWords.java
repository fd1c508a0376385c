package org.khazana.ledger.rules;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.CreditRule;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.account.Residency;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.AttestEligibility;
import org.khazana.ledger.operation.CloseAccount;
import org.khazana.ledger.operation.OpenAccount;
import org.khazana.ledger.operation.OpenOfficialAccount;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.PostOmnibusCommitment;
import org.khazana.ledger.operation.RegisterParty;
import org.khazana.ledger.operation.RevokeEligibility;
import org.khazana.ledger.operation.SetAccountControl;
import org.khazana.ledger.operation.SetHoldingRules;
import org.khazana.ledger.operation.SetLicence;
import org.khazana.ledger.operation.UpdateParty;
import org.khazana.ledger.party.ClassOfInvestor;
import org.khazana.ledger.party.Country;
import org.khazana.ledger.party.InvestorClass;
import org.khazana.ledger.party.PartyKind;

/**
 * Accounts, attestations and rules for holders in the words of a rule table. What is left out, or {@code -}, is not said: {@code open 5002
 * CLIENT_SEGREGATED amna custodian OWNER FREE FOREIGN_REPATRIABLE outside}; days are counted from the first one.
 */
final class AccountWords {
    private final String[] words;

    private AccountWords(String[] words) {
        this.words = words;
    }

    static Operation read(String[] words) {
        return new AccountWords(words).operation();
    }

    private Operation operation() {
        return switch (words[0]) {
            case "open" ->
                new OpenAccount(
                        account(1),
                        AccountKind.valueOf(words[2]),
                        party(3),
                        party(4),
                        words.length > 5 ? DebitRule.valueOf(words[5]) : DebitRule.OWNER,
                        words.length > 6 ? CreditRule.valueOf(words[6]) : CreditRule.FREE,
                        words.length > 7 ? Residency.valueOf(words[7]) : Residency.DOMESTIC,
                        word(8).map(AccountWords::hash));
            case "open-official" ->
                new OpenOfficialAccount(
                        account(1),
                        AccountKind.valueOf(words[2]),
                        party(3),
                        party(4),
                        DebitRule.OWNER,
                        CreditRule.FREE);
            case "control" ->
                new SetAccountControl(account(1), party(2), DebitRule.valueOf(words[3]), CreditRule.valueOf(words[4]));
            case "close" -> new CloseAccount(account(1));
            case "commit" -> new PostOmnibusCommitment(account(1), asset(2), hash("root"), number(3), day(4));
            default -> investors();
        };
    }

    private Operation investors() {
        return switch (words[0]) {
            case "newcomer" ->
                new RegisterParty(
                        party(1),
                        "newcomer",
                        Ed25519.publicKeyOf(TestNetwork.privateKey(Long.parseLong(words[1]))),
                        word(2).map(PartyKind::valueOf),
                        word(3),
                        word(4).map(AccountWords::hash),
                        word(5),
                        Optional.empty());
            case "update" ->
                new UpdateParty(
                        party(1),
                        PartyKind.valueOf(words[2]),
                        word(3),
                        word(4).map(AccountWords::hash),
                        word(5),
                        Optional.empty());
            case "licence" -> new SetLicence(party(1), day(2), classes(3), countries(4));
            case "attest" -> new AttestEligibility(party(1), InvestorClass.valueOf(words[2]), words[3], day(4));
            case "unattest" -> new RevokeEligibility(party(1));
            case "holders" -> holdingRules();
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    /** Such as {@code holders BILL attested allowed PK,AE barred US classes BANK units 500 share 2500 omnibus 1}. */
    private SetHoldingRules holdingRules() {
        return new SetHoldingRules(
                asset(1),
                Arrays.asList(words).contains("attested"),
                countriesAfter("allowed"),
                countriesAfter("barred"),
                after("classes").map(AccountWords::classesIn).orElse(List.of()),
                after("units").map(Long::valueOf),
                after("share").map(Long::valueOf),
                after("omnibus").map(Long::valueOf));
    }

    private List<Country> countriesAfter(String word) {
        return after(word).map(AccountWords::countriesIn).orElse(List.of());
    }

    private Optional<String> after(String word) {
        int place = Arrays.asList(words).indexOf(word);
        return place < 0 ? Optional.empty() : Optional.of(words[place + 1]);
    }

    private Optional<String> word(int place) {
        return place < words.length && !words[place].equals("-") ? Optional.of(words[place]) : Optional.empty();
    }

    private List<ClassOfInvestor> classes(int place) {
        return word(place).map(AccountWords::classesIn).orElse(List.of());
    }

    private static List<ClassOfInvestor> classesIn(String list) {
        return Stream.of(list.split(",", -1))
                .map(InvestorClass::valueOf)
                .map(ClassOfInvestor::new)
                .toList();
    }

    private List<Country> countries(int place) {
        return word(place).map(AccountWords::countriesIn).orElse(List.of());
    }

    /** {@code 65*PK} is the same country 65 times. */
    private static List<Country> countriesIn(String list) {
        return Stream.of(list.split(",", -1))
                .flatMap(code -> code.contains("*")
                        ? Stream.generate(() -> code.substring(code.indexOf('*') + 1))
                                .limit(Long.parseLong(code.substring(0, code.indexOf('*'))))
                        : Stream.of(code))
                .map(Country::new)
                .toList();
    }

    private PartyId party(int place) {
        return new PartyId(Attempt.party(words[place]));
    }

    private AccountId account(int place) {
        return new AccountId(number(place));
    }

    private AssetCode asset(int place) {
        return words[place].equals("BILL") ? TestNetwork.BILL : new AssetCode(words[place]);
    }

    private long number(int place) {
        return Long.parseLong(words[place]);
    }

    private int day(int place) {
        return TestNetwork.START_DAY + Integer.parseInt(words[place]);
    }

    /** The commitment to whatever the word stands for. */
    private static Hash hash(String word) {
        return Domain.GENESIS.hash(word.getBytes(StandardCharsets.UTF_8));
    }
}
