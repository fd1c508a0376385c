package org.khazana.node.assembly;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.khazana.config.Genesis;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.Founding;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Change;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.state.Role;
import org.khazana.ledger.transaction.AccountId;
import org.khazana.ledger.transaction.AssetCode;
import org.khazana.ledger.transaction.PartyId;

/** Tells the ledger, in its own words, what the founders wrote into the genesis. */
final class FoundingState {

    private FoundingState() {}

    static List<Change> changes(Genesis genesis) {
        return Founding.changes(
                genesis.parties().stream().map(FoundingState::party).toList(),
                genesis.parties().stream()
                        .flatMap(party -> party.keys().stream().map(key -> key(party, key)))
                        .toList(),
                genesis.accounts().stream().map(FoundingState::account).toList(),
                genesis.currencies().stream().map(FoundingState::currency).toList());
    }

    private static Party party(Genesis.FoundingParty party) {
        return Party.active(
                new PartyId(party.id()),
                party.name(),
                party.roles().stream().map(Role::valueOf).collect(Collectors.toSet()));
    }

    private static PartyKey key(Genesis.FoundingParty party, String hex) {
        return new PartyKey(PublicKey.of(HexFormat.of().parseHex(hex)), new PartyId(party.id()));
    }

    private static Account account(Genesis.FoundingAccount account) {
        return new Account(
                new AccountId(account.id()),
                new PartyId(account.owner()),
                new PartyId(account.controller().orElse(account.owner())),
                Account.Kind.valueOf(account.kind()),
                Account.DebitRule.valueOf(account.debitRule()),
                Account.Status.ACTIVE);
    }

    private static Founding.Currency currency(Genesis.FoundingCurrency currency) {
        return new Founding.Currency(new AssetCode(currency.code()), currency.minorDigits());
    }
}
