package org.khazana.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.CreditRule;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.account.Residency;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.party.InvestorClass;
import org.khazana.ledger.party.PartyKind;
import org.khazana.ledger.party.TaxClass;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Eligibility;
import org.khazana.ledger.state.HolderTables;
import org.khazana.ledger.state.Holding;
import org.khazana.ledger.state.HoldingKey;
import org.khazana.ledger.state.HoldingTerms;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Licence;
import org.khazana.ledger.state.OmnibusCommitment;
import org.khazana.ledger.state.PartyProfile;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.Tables;

/** What every state of the ledger answers about those who hold, and about what they may hold. */
public abstract class HolderViewContract extends SettlementViewContract {
    private static final PartyId PARTY = new PartyId(3);
    private static final AssetCode BILL = new AssetCode("PK0000000001");
    private static final SortedSet<String> NONE = new TreeSet<>();

    @Test
    protected void profilesAreReadBackEqualAndFoundByIdentityAndLeiAsTheyWereLastPut() {
        PartyProfile full = profile(PARTY, Optional.of(hash(1)), Optional.of("529900T8BM49AURSDO55"));
        PartyProfile other = profile(new PartyId(4), Optional.of(hash(2)), Optional.empty());
        PartyProfile otherLater = profile(new PartyId(4), Optional.of(hash(9)), Optional.empty());

        LedgerView view = after(Stream.of(full, other, otherLater)
                .map(HolderTables.PROFILES::put)
                .toList());

        assertThat(view.profile(PARTY)).contains(full);
        assertThat(view.profile(new PartyId(4))).contains(otherLater);
        assertThat(view.partyWithIdentity(hash(1))).contains(PARTY);
        assertThat(view.partyWithIdentity(hash(2))).isEmpty();
        assertThat(view.partyWithIdentity(hash(9))).contains(new PartyId(4));
        assertThat(view.partyWithIdentity(hash(8))).isEmpty();
        assertThat(view.partyWithLei("529900T8BM49AURSDO55")).contains(PARTY);
        assertThat(view.partyWithLei("529900T8BM49AURSDO54")).isEmpty();
    }

    private static PartyProfile profile(PartyId party, Optional<Hash> identity, Optional<String> lei) {
        return new PartyProfile(
                party,
                lei.isPresent() ? PartyKind.ORGANISATION : PartyKind.PERSON_PSEUDONYM,
                lei,
                identity,
                lei.map(present -> "PK"),
                lei.map(present -> TaxClass.NON_RESIDENT));
    }

    @Test
    protected void licencesAttestationsRulesAndCommitmentsAreReadBackEqual() {
        Licence licence = new Licence(
                PARTY, 20_000, new TreeSet<>(List.of(InvestorClass.values())), new TreeSet<>(List.of("PK", "AE")));
        Eligibility eligibility =
                new Eligibility(PARTY, InvestorClass.BANK, "PK", -1, new PartyId(Long.MAX_VALUE), true);
        HoldingTerms open = new HoldingTerms(
                BILL, false, false, NONE, NONE, new TreeSet<>(), Optional.empty(), Optional.empty(), Optional.empty());
        HoldingTerms strict = new HoldingTerms(
                new AssetCode("PK0000000002"),
                true,
                true,
                new TreeSet<>(List.of("PK")),
                new TreeSet<>(List.of("US", "GB")),
                new TreeSet<>(List.of(InvestorClass.RETAIL)),
                Optional.of(Long.MAX_VALUE),
                Optional.of(10_000),
                Optional.of(0));
        OmnibusCommitment commitment = new OmnibusCommitment(new AccountId(7), BILL, hash(5), 12, 20_001);
        LedgerView view = after(List.of(
                HolderTables.LICENCES.put(licence),
                HolderTables.ELIGIBILITIES.put(eligibility),
                HolderTables.HOLDING_TERMS.put(open),
                HolderTables.HOLDING_TERMS.put(strict),
                HolderTables.OMNIBUS_COMMITMENTS.put(commitment),
                HolderTables.OMNIBUS_COMMITMENTS.put(
                        new OmnibusCommitment(new AccountId(8), BILL, hash(5), 12, 20_001))));

        assertThat(view.licence(PARTY)).contains(licence);
        assertThat(view.eligibility(PARTY)).contains(eligibility);
        assertThat(view.holdingTerms(BILL)).contains(open);
        assertThat(view.holdingTerms(strict.asset())).contains(strict);
        assertThat(view.omnibusCommitment(new AccountId(7), BILL)).contains(commitment);
        assertThat(view.omnibusCommitments(new AccountId(7), 10)).containsExactly(commitment);
        assertThat(view.licence(new PartyId(4))).isEmpty();
        assertThat(view.holdingTerms(new AssetCode("PKR"))).isEmpty();
    }

    @Test
    protected void aHoldingOfNothingIsNotKept() {
        LedgerView view = after(List.of(
                new Holding(PARTY, BILL, 5).set(),
                new Holding(new PartyId(4), BILL, 5).set(),
                new Holding(PARTY, BILL, 0).set()));

        assertThat(view.holding(PARTY, BILL)).isZero();
        assertThat(view.holding(new PartyId(4), BILL)).isEqualTo(5);
        assertThat(view.get(HolderTables.HOLDINGS, new HoldingKey(PARTY, BILL))).isEmpty();
    }

    @Test
    protected void accountsAreFoundByTheirOwnerInPiecesAndReadBackEqual() {
        Account second = account(20, PARTY);
        LedgerView view = after(Stream.of(
                        account(300, PARTY),
                        account(1, new PartyId(2)),
                        second,
                        account(10, PARTY),
                        account(4, new PartyId(4)))
                .map(Tables.ACCOUNTS::put)
                .toList());

        assertThat(view.account(second.id())).contains(second);
        assertThat(view.accountsOf(PARTY, new AccountId(0), 10))
                .containsExactly(new AccountId(10), new AccountId(20), new AccountId(300));
        assertThat(view.accountsOf(PARTY, new AccountId(0), 2)).containsExactly(new AccountId(10), new AccountId(20));
        assertThat(view.accountsOf(PARTY, new AccountId(20), 2)).containsExactly(new AccountId(300));
        assertThat(view.accountsOf(PARTY, new AccountId(300), 2)).isEmpty();
        assertThat(view.accountsOf(new PartyId(5), new AccountId(0), 2)).isEmpty();
    }

    private static Account account(long id, PartyId owner) {
        return new Account(
                new AccountId(id),
                owner,
                owner,
                AccountKind.OWN,
                DebitRule.OWNER,
                CreditRule.CONTROLLER_AGREES,
                Residency.FOREIGN_REPATRIABLE,
                Optional.of(hash(6)),
                Account.Status.ACTIVE);
    }

    @Test
    protected void anAccountIsEmptyWhenNothingIsLeftInIt() {
        LedgerView view = after(List.of(
                new Position(new AccountId(7), BILL, 5).set(),
                new Position(new AccountId(9), BILL, 5).set(),
                new Position(new AccountId(9), BILL, 0).set()));

        assertThat(view.isEmpty(new AccountId(7))).isFalse();
        assertThat(view.isEmpty(new AccountId(6))).isTrue();
        assertThat(view.isEmpty(new AccountId(9))).isTrue();
    }

    private static Hash hash(int filling) {
        byte[] bytes = new byte[Hash.BYTES];
        Arrays.fill(bytes, (byte) filling);
        return Hash.of(bytes);
    }
}
