package org.khazana.ledger.execution;

import static org.khazana.ledger.form.FieldLimits.NAME_LENGTH_MAX;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.state.RoleGrant;
import org.khazana.ledger.state.RoleTables;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.time.BusinessTime;
import org.khazana.ledger.validator.ValidatorSet;

/** The state before the first block, made of what the founders agreed on. */
public final class Founding {
    private static final int MINOR_DIGITS_MAX = 4;
    private static final int CURRENCY_CODE_LENGTH = 3;

    private Founding() {}

    /**
     * A currency of the ledger.
     *
     * @param code ISO 4217 alphabetic code
     * @param minorDigits decimal digits of the minor unit, 0 to 4
     */
    public record Currency(AssetCode code, int minorDigits) {}

    /**
     * A party of the beginning.
     *
     * @param roles all for everything and without an end
     */
    public record Participant(Party party, Set<Role> roles) {
        public Participant {
            roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        }

        public static Participant active(PartyId id, String name, Set<Role> roles) {
            return new Participant(Party.active(id, name), roles);
        }

        private Stream<RoleGrant> grants() {
            return roles.stream().map(role -> RoleGrant.unlimited(party.id(), role));
        }
    }

    /**
     * The changes that lead from nothing to the founding state: parties with roles, keys, accounts, currencies,
     * validators, as given.
     *
     * @throws IllegalArgumentException naming every mistake: ids used twice or not positive, names too long, parties that are not
     *     there, unsound keys, currencies that are not such
     */
    public static List<Change> changes(
            List<Participant> participants,
            List<PartyKey> keys,
            List<Account> accounts,
            List<Currency> currencies,
            ValidatorSet validators) {
        List<String> mistakes = new ArrayList<>();
        List<Party> parties = participants.stream().map(Participant::party).toList();
        SortedSet<PartyId> known = checkParties(parties, mistakes);
        checkKeys(keys, known, mistakes);
        checkAccounts(accounts, known, mistakes);
        checkCurrencies(currencies, mistakes);
        checkValidators(validators, mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", mistakes));
        }
        List<Change> changes = new ArrayList<>();
        parties.forEach(party -> changes.add(Tables.PARTIES.put(party)));
        participants.stream().flatMap(Participant::grants).forEach(grant -> changes.add(RoleTables.GRANTS.put(grant)));
        keys.forEach(key -> changes.add(Tables.KEYS.put(key)));
        accounts.forEach(account -> changes.add(Tables.ACCOUNTS.put(account)));
        currencies.forEach(
                currency -> changes.add(Tables.ASSETS.put(Asset.currency(currency.code(), currency.minorDigits()))));
        FoundingPolicies.all().forEach(policy -> changes.add(Tables.POLICIES.put(policy)));
        changes.add(Tables.BUSINESS_TIME.put(BusinessTime.FOUNDING));
        changes.addAll(Tables.appoint(validators));
        return List.copyOf(changes);
    }

    private static SortedSet<PartyId> checkParties(List<Party> parties, List<String> mistakes) {
        SortedSet<PartyId> known = new TreeSet<>();
        for (Party party : parties) {
            if (party.id().number() <= 0) {
                mistakes.add("the id of party " + party.id() + " is not positive");
            }
            if (party.name().isBlank()
                    || party.name().codePointCount(0, party.name().length()) > NAME_LENGTH_MAX) {
                mistakes.add("the name of party " + party.id() + " has not 1 to " + NAME_LENGTH_MAX + " characters");
            }
            if (!known.add(party.id())) {
                mistakes.add("party " + party.id() + " is there twice");
            }
        }
        return known;
    }

    private static void checkKeys(List<PartyKey> keys, SortedSet<PartyId> parties, List<String> mistakes) {
        SortedSet<PublicKey> seen = new TreeSet<>();
        for (PartyKey key : keys) {
            if (!parties.contains(key.party())) {
                mistakes.add("key " + key.publicKey() + " is of party " + key.party() + ", which is not there");
            }
            if (!seen.add(key.publicKey())) {
                mistakes.add("key " + key.publicKey() + " is there twice; a key belongs to one party only");
            }
            if (!Ed25519.isSoundKey(key.publicKey())) {
                mistakes.add("key " + key.publicKey() + " is not a sound Ed25519 public key");
            }
        }
    }

    private static void checkAccounts(List<Account> accounts, SortedSet<PartyId> parties, List<String> mistakes) {
        SortedSet<AccountId> seen = new TreeSet<>();
        for (Account account : accounts) {
            if (account.id().number() <= 0) {
                mistakes.add("the id of account " + account.id() + " is not positive");
            }
            if (!seen.add(account.id())) {
                mistakes.add("account " + account.id() + " is there twice");
            }
            if (!parties.contains(account.owner()) || !parties.contains(account.controller())) {
                mistakes.add("owner or controller of account " + account.id() + " is not there");
            }
            if (!account.isWellFormed()) {
                mistakes.add("account " + account.id() + " of kind " + account.kind()
                        + " is not for this owner and controller");
            }
        }
    }

    private static void checkCurrencies(List<Currency> currencies, List<String> mistakes) {
        SortedSet<AssetCode> seen = new TreeSet<>();
        for (Currency currency : currencies) {
            if (!isCurrencyCode(currency.code())) {
                mistakes.add("'" + currency.code() + "' is not three letters, as ISO 4217 has it");
            }
            if (!seen.add(currency.code())) {
                mistakes.add("currency " + currency.code() + " is there twice");
            }
            if (currency.minorDigits() < 0 || currency.minorDigits() > MINOR_DIGITS_MAX) {
                mistakes.add(
                        "currency " + currency.code() + " cannot have " + currency.minorDigits() + " minor digits");
            }
        }
    }

    private static void checkValidators(ValidatorSet validators, List<String> mistakes) {
        if (validators.epoch() != 0) {
            mistakes.add("the founding validators are of epoch " + validators.epoch() + ", not 0");
        }
        if (validators.voters().isEmpty()) {
            mistakes.add("there is no validator that votes");
        }
    }

    private static boolean isCurrencyCode(AssetCode code) {
        return code.text().length() == CURRENCY_CODE_LENGTH
                && code.text().chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }
}
