package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.validator.ValidatorSet;

class FoundingTest {
    private static final PublicKey KEY = Ed25519.publicKeyOf(TestNetwork.privateKey(1));

    private static Account account(long id, long owner, long controller) {
        return new Account(
                new AccountId(id),
                new PartyId(owner),
                new PartyId(controller),
                AccountKind.OWN,
                DebitRule.OWNER,
                Account.Status.ACTIVE);
    }

    @Test
    void theFoundingStateHoldsWhatWasGivenAndNothingIsOutstanding() {
        InMemoryLedgerState state = new InMemoryLedgerState();

        state.apply(TestNetwork.founding());

        assertThat(state.party(new PartyId(TestNetwork.MINISTRY))).isPresent();
        assertThat(state.key(KEY))
                .hasValueSatisfying(key -> assertThat(key.party()).isEqualTo(new PartyId(1)));
        assertThat(state.account(new AccountId(7001))).isPresent();
        assertThat(state.records(Tables.ASSETS)).hasSize(2).allMatch(asset -> asset.outstandingUnits() == 0);
        assertThat(state.records(Tables.POSITIONS)).isEmpty();
        assertThat(state.newestValidators()).isEqualTo(TestValidators.founders());
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        Founding.Participant party = Founding.Participant.active(new PartyId(1), "one", Set.of());
        Founding.Participant nobody = Founding.Participant.active(new PartyId(0), "n".repeat(65), Set.of());
        PublicKey unsound = PublicKey.of(new byte[32]);

        assertThatThrownBy(() -> Founding.changes(
                        List.of(party, party, nobody),
                        List.of(
                                PartyKey.of(KEY, new PartyId(1)),
                                PartyKey.of(KEY, new PartyId(9)),
                                PartyKey.of(unsound, new PartyId(1))),
                        List.of(account(5, 1, 1), account(5, 9, 1), account(-6, 1, 9)),
                        List.of(
                                new Founding.Currency(new AssetCode("PKR"), 5),
                                new Founding.Currency(new AssetCode("PKR"), -1),
                                new Founding.Currency(new AssetCode("PK1"), 2)),
                        new ValidatorSet(1, List.of(), List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "party 1 is there twice",
                        "party 0 is not positive",
                        "the name of party 0",
                        "a key belongs to one party only",
                        "of party 9, which is not there",
                        "not a sound Ed25519 public key",
                        "account 5 is there twice",
                        "controller of account 5",
                        "account -6 is not positive",
                        "controller of account -6",
                        "5 minor digits",
                        "-1 minor digits",
                        "currency PKR is there twice",
                        "'PK1' is not three letters",
                        "of epoch 1, not 0",
                        "no validator that votes");
    }
}
