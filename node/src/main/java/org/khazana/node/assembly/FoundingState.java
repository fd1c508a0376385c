package org.khazana.node.assembly;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.khazana.config.Genesis;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.Founding;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.GroupMinimum;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/** Tells the ledger, in its own words, what the founders wrote into the genesis. */
public final class FoundingState {

    private FoundingState() {}

    public static List<Change> changes(Genesis genesis) {
        return Founding.changes(
                genesis.parties().stream().map(FoundingState::party).toList(),
                genesis.parties().stream()
                        .flatMap(party -> party.keys().stream().map(key -> key(party, key)))
                        .toList(),
                genesis.accounts().stream().map(FoundingState::account).toList(),
                genesis.currencies().stream().map(FoundingState::currency).toList(),
                validators(genesis));
    }

    private static Founding.Participant party(Genesis.FoundingParty party) {
        return Founding.Participant.active(
                new PartyId(party.id()),
                party.name(),
                party.roles().stream().map(Role::valueOf).collect(Collectors.toSet()));
    }

    private static PartyKey key(Genesis.FoundingParty party, String hex) {
        return PartyKey.of(PublicKey.of(HexFormat.of().parseHex(hex)), new PartyId(party.id()));
    }

    private static Account account(Genesis.FoundingAccount account) {
        return new Account(
                new AccountId(account.id()),
                new PartyId(account.owner()),
                new PartyId(account.controller().orElse(account.owner())),
                AccountKind.valueOf(account.kind()),
                DebitRule.valueOf(account.debitRule()),
                Account.Status.ACTIVE);
    }

    /** The validators of epoch 0: whom somebody trusts who trusts this genesis. */
    public static ValidatorSet validators(Genesis genesis) {
        return new ValidatorSet(
                0,
                genesis.validators().stream()
                        .sorted(Comparator.comparing(Genesis.Validator::id))
                        .map(FoundingState::validator)
                        .toList(),
                genesis.quorum().atLeast().stream()
                        .map(minimum -> new GroupMinimum(group(minimum.group()), minimum.members()))
                        .toList());
    }

    /** Every founder votes; where it is reached stands in the files of the other founders. */
    private static Validator validator(Genesis.Validator validator) {
        return new Validator(
                validator.id(),
                validator.directory(),
                validator.organisation(),
                group(validator.group()),
                Duty.VOTER,
                Hash.fromHex(validator.tlsKeySha256()),
                PublicKey.of(HexFormat.of().parseHex(validator.signingKey())),
                Optional.empty());
    }

    private static Group group(Genesis.Group group) {
        return switch (group) {
            case GOVERNMENT -> Group.GOVERNMENT;
            case CUSTODIAN -> Group.CUSTODIAN;
        };
    }

    private static Founding.Currency currency(Genesis.FoundingCurrency currency) {
        return new Founding.Currency(new AssetCode(currency.code()), currency.minorDigits());
    }
}
