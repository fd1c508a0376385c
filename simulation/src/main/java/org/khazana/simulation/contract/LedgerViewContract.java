package org.khazana.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.Share;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.instrument.ContractForm;
import org.khazana.ledger.instrument.Denomination;
import org.khazana.ledger.instrument.Entitlement;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.instrument.RegisterMode;
import org.khazana.ledger.instrument.UnitLimits;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.state.Payment;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.RequestKey;
import org.khazana.ledger.state.RequestRecord;
import org.khazana.ledger.state.RtgsKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.Units;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.GroupMinimum;
import org.khazana.ledger.validator.PeerAddress;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/** What every state of the ledger does with changes, and how it answers. */
public abstract class LedgerViewContract extends RolesContract {
    private static final AssetCode RUPEE = new AssetCode("PKR");
    private static final AssetCode BILL = new AssetCode("PK0000000001");
    private static final AccountId ACCOUNT = new AccountId(7);

    @Test
    protected void anEmptyStateKnowsNothing() {
        LedgerView view = after(List.of());

        assertThat(view.party(new PartyId(1))).isEmpty();
        assertThat(view.key(key(1))).isEmpty();
        assertThat(view.account(ACCOUNT)).isEmpty();
        assertThat(view.asset(RUPEE)).isEmpty();
        assertThat(view.quantity(ACCOUNT, RUPEE)).isZero();
        assertThat(view.request(new PartyId(1), new RequestId(0, 0))).isEmpty();
        assertThat(view.isRtgsReferenceUsed(RUPEE, "A")).isFalse();
        assertThat(view.requestsExpiredBefore(Long.MAX_VALUE, 10)).isEmpty();
        assertThat(view.roleGrants(new PartyId(1))).isEmpty();
        assertThat(view.validators(0)).isEmpty();
        assertThatThrownBy(view::newestValidators).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(view::businessTime).isInstanceOf(IllegalStateException.class);
    }

    @Test
    protected void everySetOfValidatorsStaysKnownAndTheGreatestEpochIsTheNewest() {
        ValidatorSet founders = new ValidatorSet(
                0,
                List.of(validator("a", 1, Group.GOVERNMENT, Duty.VOTER, Optional.empty())),
                List.of(new GroupMinimum(Group.GOVERNMENT, 1), new GroupMinimum(Group.CUSTODIAN, 2)));
        Optional<PeerAddress> address = Optional.of(new PeerAddress("b.example", 65_535));
        ValidatorSet next = new ValidatorSet(
                1,
                List.of(
                        validator("a", 0xFFFF_FFFFL, Group.GOVERNMENT, Duty.VOTER, Optional.empty()),
                        validator("b", 2, Group.CUSTODIAN, Duty.OBSERVER, address)),
                founders.minimums());
        List<Change> appointments = Stream.of(founders, next, new ValidatorSet(2, List.of(), List.of()))
                .flatMap(set -> Tables.appoint(set).stream())
                .toList();
        LedgerView view = after(appointments);

        assertThat(view.validators(0)).contains(founders);
        assertThat(view.validators(1)).contains(next);
        assertThat(view.validators(3)).isEmpty();
        assertThat(view.validators(-1)).isEmpty();
        assertThat(view.newestValidators().epoch()).isEqualTo(2);
    }

    private static Validator validator(
            String id, long directory, Group group, Duty duty, Optional<PeerAddress> address) {
        Hash tlsKey = Hash.of(key((int) directory).toBytes());
        return new Validator(id, directory, "Söhne", group, duty, tlsKey, key(9), address);
    }

    @Test
    protected void partiesWithEveryStatusAreReadBackEqual() {
        for (PartyStatus status : PartyStatus.values()) {
            Party party = new Party(new PartyId(Long.MAX_VALUE), "بینک & Söhne", status);
            assertThat(after(List.of(Tables.PARTIES.put(party))).party(party.id()))
                    .contains(party);
        }
    }

    @Test
    protected void accountsOfEveryKindRuleAndStatusAreReadBackEqual() {
        for (AccountKind kind : AccountKind.values()) {
            for (DebitRule rule : DebitRule.values()) {
                for (Account.Status status : Account.Status.values()) {
                    Account account = new Account(ACCOUNT, new PartyId(3), new PartyId(4), kind, rule, status);
                    assertThat(after(List.of(Tables.ACCOUNTS.put(account))).account(ACCOUNT))
                            .contains(account);
                }
            }
        }
    }

    @Test
    protected void assetsAndKeysAreReadBackEqualAndTheLastOneCounts() {
        Asset bill = bill(Optional.of(Hash.of(new byte[32])));
        PartyKey key = PartyKey.of(key(9), new PartyId(5));
        LedgerView view = after(List.of(
                Tables.ASSETS.put(Asset.currency(RUPEE, 2)),
                Tables.ASSETS.put(bill(Optional.empty())),
                Tables.ASSETS.put(bill),
                Tables.ASSETS.put(Asset.currency(RUPEE, 2).withOutstandingUnits(Long.MAX_VALUE)),
                Tables.KEYS.put(key)));

        assertThat(view.asset(RUPEE)).contains(Asset.currency(RUPEE, 2).withOutstandingUnits(Long.MAX_VALUE));
        assertThat(view.asset(BILL)).contains(bill);
        assertThat(view.key(key(9))).contains(key);
        assertThat(view.key(key(8))).isEmpty();
    }

    @Test
    protected void keysAreFoundByTheirPartyWhileTheySign() {
        PartyKey first = PartyKey.of(key(1), new PartyId(5));
        PartyKey second = PartyKey.of(key(2), new PartyId(5));
        PartyKey third = PartyKey.of(key(3), new PartyId(5));
        PartyKey another = PartyKey.of(key(4), new PartyId(6));
        LedgerView view = after(Stream.of(third, first, another, second, second.revoked())
                .map(Tables.KEYS::put)
                .toList());

        assertThat(view.keysOf(new PartyId(5), 10)).containsExactly(key(1), key(3));
        assertThat(view.keysOf(new PartyId(5), 1)).containsExactly(key(1));
        assertThat(view.keysOf(new PartyId(4), 10)).isEmpty();
        assertThat(view.key(key(2))).contains(second.revoked());
    }

    @Test
    protected void policiesAreReadBackEqualInOrderOfTheirOperations() {
        List<Voice> voices = new ArrayList<>();
        for (Role role : Role.values()) {
            for (Share share : Share.values()) {
                voices.add(new Voice(role, share));
            }
        }
        Policy all = new Policy("b", voices);
        Policy one = new Policy("aLongerName", List.of(new Voice(Role.GOVERNOR, Share.ALL)));
        Policy replaced = new Policy("c", List.of(new Voice(Role.ISSUER, Share.ONE)));
        Policy last = new Policy("c", List.of(new Voice(Role.ISSUER, Share.TWO)));
        LedgerView view = after(
                Stream.of(replaced, all, one, last).map(Tables.POLICIES::put).toList());

        assertThat(view.policies()).containsExactly(one, all, last);
        assertThat(view.policy("b")).contains(all);
        assertThat(view.policy("a")).isEmpty();
    }

    @Test
    protected void aPositionHoldsTheLastQuantityAndNoneAtZero() {
        List<Change> changes = List.of(
                new Position(ACCOUNT, RUPEE, 5).set(),
                new Position(ACCOUNT, BILL, Long.MAX_VALUE).set(),
                new Position(ACCOUNT, RUPEE, 0).set(),
                new Position(new AccountId(8), RUPEE, 3).set());

        LedgerView view = after(changes);

        assertThat(view.quantity(ACCOUNT, RUPEE)).isZero();
        assertThat(view.quantity(ACCOUNT, BILL)).isEqualTo(Long.MAX_VALUE);
        assertThat(view.quantity(new AccountId(8), RUPEE)).isEqualTo(3);
    }

    @Test
    protected void requestsExpireInOrderOfTimeThenSenderThenRequestId() {
        List<RequestRecord> ordered = List.of(
                request(1, 0, 0, 99),
                request(1, 0, 1, 99),
                request(1, 1, 0, 99),
                request(1, -1, 0, 99), // request ids are compared as unsigned
                request(2, 0, 0, 99),
                request(1, 0, 5, 100),
                request(1, 0, 6, 101));
        List<Change> recorded =
                ordered.reversed().stream().map(Tables.REQUESTS::put).toList();

        LedgerView view = after(recorded);

        assertThat(view.requestsExpiredBefore(101, 10)).isEqualTo(ordered.subList(0, 6));
        assertThat(view.requestsExpiredBefore(102, 3)).isEqualTo(ordered.subList(0, 3));
        assertThat(view.requestsExpiredBefore(99, 3)).isEmpty();
        assertThat(view.requestsExpiredBefore(Long.MAX_VALUE, 0)).isEmpty();
        assertThat(view.request(new PartyId(2), new RequestId(0, 0))).contains(ordered.get(4));
    }

    @Test
    protected void aForgottenRequestIsGoneFromBothPlacesAndARecordedOneReplacesItsForerunner() {
        RequestRecord first = request(1, 0, 1, 50);
        RequestRecord second = request(1, 0, 2, 60);
        RequestRecord secondLater =
                new RequestRecord(second.sender(), second.requestId(), new TransactionId(Hash.of(new byte[32])), 70);

        LedgerView view = after(List.of(
                Tables.REQUESTS.put(first),
                Tables.REQUESTS.put(second),
                Tables.REQUESTS.removal(RequestKey.of(first)),
                Tables.REQUESTS.put(secondLater)));

        assertThat(view.request(first.sender(), first.requestId())).isEmpty();
        assertThat(view.request(second.sender(), second.requestId())).contains(secondLater);
        assertThat(view.requestsExpiredBefore(1_000, 10)).containsExactly(secondLater);
    }

    @Test
    protected void anRtgsReferenceIsUsedInItsCurrencyOnly() {
        LedgerView view = after(List.of(Tables.PAYMENTS.put(new Payment(new RtgsKey(RUPEE, "AB"), ACCOUNT, -7))));

        assertThat(view.isRtgsReferenceUsed(RUPEE, "AB")).isTrue();
        assertThat(view.isRtgsReferenceUsed(RUPEE, "A")).isFalse();
        assertThat(view.isRtgsReferenceUsed(RUPEE, "ABC")).isFalse();
        assertThat(view.isRtgsReferenceUsed(new AssetCode("PKRA"), "B")).isFalse();
        assertThat(view.isRtgsReferenceUsed(new AssetCode("USD"), "AB")).isFalse();
    }

    private static RequestRecord request(long sender, long high, long low, long notAfterMillis) {
        byte[] hash = new byte[Hash.BYTES];
        hash[0] = (byte) low;
        hash[1] = (byte) high;
        return new RequestRecord(
                new PartyId(sender), new RequestId(high, low), new TransactionId(Hash.of(hash)), notAfterMillis);
    }

    private static PublicKey key(int filler) {
        byte[] bytes = new byte[PublicKey.BYTES];
        bytes[31] = (byte) filler;
        return PublicKey.of(bytes);
    }

    private static Asset bill(Optional<Hash> termSheet) {
        InstrumentTerms terms = new InstrumentTerms(
                new PartyId(1),
                "12 months",
                "DYZTXR",
                Optional.of("PROGRAMME"),
                Optional.of(new Denomination(RUPEE, 500_000)),
                19_732,
                Optional.of(20_096),
                new UnitLimits(1_000_000, 1, 10),
                RegisterMode.NATIVE,
                Optional.empty(),
                ContractForm.CONVENTIONAL,
                true,
                termSheet,
                new Entitlement.Discount());
        return Asset.defined(BILL, terms).withUnits(new Units(12, 3, 16));
    }
}
