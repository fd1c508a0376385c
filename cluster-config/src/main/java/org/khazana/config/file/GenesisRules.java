package org.khazana.config.file;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.khazana.config.Genesis;
import org.khazana.config.Genesis.FoundingAccount;
import org.khazana.config.Genesis.FoundingParty;
import org.khazana.config.Genesis.Group;
import org.khazana.config.Genesis.GroupMinimum;
import org.khazana.config.Genesis.Validator;

/** What must hold between the values of a genesis, once each of them has the right form. */
final class GenesisRules {
    private final Genesis genesis;
    private final Findings findings;

    GenesisRules(Genesis genesis, Findings findings) {
        this.genesis = genesis;
        this.findings = findings;
    }

    void check() {
        checkDistinct("validators", genesis.validators(), "id", Validator::id);
        checkDistinct("validators", genesis.validators(), "tlsKeySha256", Validator::tlsKeySha256);
        checkDistinct("validators", genesis.validators(), "signingKey", Validator::signingKey);
        checkDistinct("currencies", genesis.currencies(), "code", Genesis.FoundingCurrency::code);
        checkDistinct("parties", genesis.parties(), "id", FoundingParty::id);
        checkDistinct("accounts", genesis.accounts(), "id", FoundingAccount::id);
        checkDistinct("quorum.atLeast", genesis.quorum().atLeast(), "group", GroupMinimum::group);
        checkQuorum();
        checkCurrencies();
        checkSigningKeys();
        checkPartyKeys();
        checkAccounts();
    }

    private <T> void checkDistinct(String list, List<T> elements, String key, Function<T, Object> valueOf) {
        Map<Object, Integer> firstAt = new HashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            Object value = valueOf.apply(elements.get(i));
            String place = KeyPath.below(list, i) + "." + key;
            Integer first = findings.concern(place) ? null : firstAt.putIfAbsent(value, i);
            if (first != null) {
                findings.add(
                        place,
                        "'" + value + "' is also that of " + KeyPath.below(list, first),
                        "a different one in each");
            }
        }
    }

    /** Money is counted in minor units for ever: with other digits every amount would be read wrongly. */
    private void checkCurrencies() {
        for (int i = 0; i < genesis.currencies().size(); i++) {
            Genesis.FoundingCurrency currency = genesis.currencies().get(i);
            String place = KeyPath.below("currencies", i);
            OptionalInt digits = Currencies.minorDigits(currency.code());
            if (digits.isEmpty() && !findings.concern(place + ".code")) {
                findings.add(place + ".code", "is '" + currency.code() + "'", "an active currency (ISO 4217)");
            } else if (digits.isPresent()
                    && digits.getAsInt() != currency.minorDigits()
                    && !findings.concern(place + ".minorDigits")) {
                findings.add(
                        place + ".minorDigits",
                        "is " + currency.minorDigits(),
                        digits.getAsInt() + ", as ISO 4217 says of " + currency.code());
            }
        }
    }

    /**
     * A group's clause asks for members of that group only, so it can hold beside the majority exactly if the group is
     * large enough. Nothing is said where the group of a validator could not be read.
     */
    private void checkQuorum() {
        if (!allGroupsAreRead()) {
            return;
        }
        List<GroupMinimum> minimums = genesis.quorum().atLeast();
        for (int i = 0; i < minimums.size(); i++) {
            GroupMinimum minimum = minimums.get(i);
            String place = KeyPath.below("quorum.atLeast", i);
            long size = membersOf(minimum.group());
            if (!findings.concern(place) && minimum.members() > size) {
                findings.add(
                        place + ".members",
                        "asks for " + minimum.members() + " of the " + size + " validators in group " + minimum.group(),
                        size == 0 ? "no rule for a group without validators" : "1 to " + size);
            }
        }
    }

    private boolean allGroupsAreRead() {
        return !genesis.validators().isEmpty()
                && IntStream.range(0, genesis.validators().size())
                        .noneMatch(i -> findings.concern(KeyPath.below("validators", i) + ".group"));
    }

    private long membersOf(Group group) {
        return genesis.validators().stream()
                .filter(validator -> validator.group() == group)
                .count();
    }

    private void checkSigningKeys() {
        for (int i = 0; i < genesis.validators().size(); i++) {
            checkKey(
                    KeyPath.below("validators", i) + ".signingKey",
                    genesis.validators().get(i).signingKey());
        }
    }

    private void checkPartyKeys() {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < genesis.parties().size(); i++) {
            List<String> keys = genesis.parties().get(i).keys();
            for (int j = 0; j < keys.size(); j++) {
                String place = KeyPath.below(KeyPath.below("parties", i) + ".keys", j);
                checkKey(place, keys.get(j));
                if (!findings.concern(place) && !known.add(keys.get(j))) {
                    findings.add(place, "'" + keys.get(j) + "' is written before", "a key of one party only, once");
                }
            }
        }
    }

    private void checkKey(String place, String hex) {
        if (!findings.concern(place) && !KeyFiles.isSound(KeyFiles.bytesOf(hex))) {
            findings.add(place, "'" + hex + "' is not an Ed25519 public key", "the raw public key of a real key pair");
        }
    }

    private void checkAccounts() {
        KnownParties parties = new KnownParties(genesis.parties(), findings);
        for (int i = 0; i < genesis.accounts().size(); i++) {
            String place = KeyPath.below("accounts", i);
            new AccountRules(place, genesis.accounts().get(i), parties, findings).check();
        }
    }
}
