package org.khazana.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.proof.CertifiedHistory.certificate;
import static org.khazana.ledger.proof.CertifiedHistory.voters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.GroupRecord;
import org.khazana.ledger.statetree.StateGroupProof;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.validator.ValidatorSet;

/** A statement shows everybody who holds an asset, and no statement that leaves one out is believed. */
class RegisterVerifierTest {
    private static final ValidatorSet FOUNDERS = voters(0, 1, 4);
    private static final AssetCode PKR = TestNetwork.PKR;
    private static final AssetCode USD = new AssetCode("USD");
    /** As many as these hold: 10 + 20 + ... + 80. */
    private static final long ALL = 360;

    private final TestimonyVerifier testimonies =
            new TestimonyVerifier(TestNetwork.CHAIN, FOUNDERS, CertifiedHistory.remembering());
    private final RegisterVerifier verifier = new RegisterVerifier(testimonies);

    private static CertifiedHistory history(long outstanding) {
        List<Change> changes = new ArrayList<>(List.of(
                Tables.ASSETS.put(Asset.currency(PKR, 2).withOutstandingUnits(outstanding)),
                Tables.ASSETS.put(Asset.currency(USD, 2)),
                new Position(new AccountId(1), new AssetCode("EUR"), 5).set()));
        LongStream.rangeClosed(1, 8)
                .forEach(account -> changes.add(new Position(new AccountId(account), PKR, 10 * account, 1).set()));
        return new CertifiedHistory(FOUNDERS, changes.toArray(Change[]::new));
    }

    private static RegisterStatement statement(CertifiedHistory history, AssetCode asset) {
        return new RegisterStatement(
                asset, history.proof(Tables.ASSETS, asset), history.register(asset), testimony(history));
    }

    private static Testimony testimony(CertifiedHistory history) {
        return new Testimony(List.of(), List.of(), certificate(history.head(0), 1, 2, 3));
    }

    private Register proved(RegisterStatement statement) {
        return ((CertifiedVerdict.WholeRegister) verifier.verify(statement)).register();
    }

    private Doubt doubt(RegisterStatement statement) {
        return ((CertifiedVerdict.Doubted) verifier.verify(statement)).doubt();
    }

    @Test
    void everybodyWhoHoldsIsThereAndTheSumIsWhatIsOutstanding() {
        CertifiedHistory history = history(ALL);
        RegisterStatement statement = statement(history, PKR);

        assertThat(proved(statement).positions())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 8)
                        .mapToObj(account -> new Position(new AccountId(account), PKR, 10 * account, 1))
                        .toList());
        assertThat(((CertifiedVerdict.Proved) verifier.verify(statement)).words())
                .startsWith(
                        "After block 0 of network " + TestNetwork.CHAIN + ":",
                        "360 minor units of PKR are outstanding, 8 of them encumbered.",
                        "8 accounts hold all of them; no position is left out.",
                        "Certified by 3 of the 4 validators of the genesis, who have signed what this block came to:")
                .endsWith("As of block 0; what came later is not looked at.");
        assertThat(proved(statement(history, USD)).positions()).isEmpty();
    }

    @Test
    void theTableIsInTheOrderOfTheAccounts() {
        assertThat(proved(statement(history(ALL), PKR)).csv())
                .startsWith("account,asset,quantity,encumbered\r\n1,PKR,10,1\r\n2,PKR,20,1\r\n")
                .endsWith("\r\n8,PKR,80,1\r\n");
        assertThat(proved(statement(history(ALL), USD)).csv()).isEqualTo("account,asset,quantity,encumbered\r\n");
    }

    @Test
    void whoeverIsLeftOutIsMissed() {
        RegisterStatement good = statement(history(ALL), PKR);
        List<GroupRecord> records = good.positions().records();
        for (int i = 0; i < records.size(); i++) {
            List<GroupRecord> fewer = new ArrayList<>(records);
            fewer.remove(i);
            assertThat(doubt(with(good, fewer))).isEqualTo(Doubt.REGISTER_NOT_PROVED);
            List<GroupRecord> other = new ArrayList<>(records);
            byte[] value = records.get(i).value().clone();
            value[15] ^= 1;
            other.set(i, new GroupRecord(records.get(i).key(), value));
            assertThat(doubt(with(good, other))).isEqualTo(Doubt.REGISTER_NOT_PROVED);
        }
        assertThat(doubt(with(good, List.of()))).isEqualTo(Doubt.REGISTER_NOT_PROVED);
    }

    private static RegisterStatement with(RegisterStatement good, List<GroupRecord> records) {
        return new RegisterStatement(
                good.asset(),
                good.record(),
                new StateGroupProof(good.positions().siblings(), records, Optional.empty()),
                good.testimony());
    }

    @Test
    void aSumThatIsNotOutstandingIsDoubtedThoughCertified() {
        assertThat(doubt(statement(history(ALL - 1), PKR))).isEqualTo(Doubt.SUM_DIFFERENT);
        assertThat(doubt(statement(history(ALL + 1), PKR))).isEqualTo(Doubt.SUM_DIFFERENT);
        assertThat(doubt(statement(history(0), PKR))).isEqualTo(Doubt.SUM_DIFFERENT);
        assertThat(doubt(statement(history(-1), PKR))).isEqualTo(Doubt.ASSET_MALFORMED);
    }

    @Test
    void aSumThatGoesAllTheWayRoundIsDoubted() {
        List<Change> changes = new ArrayList<>(List.of(Tables.ASSETS.put(Asset.currency(PKR, 2))));
        long[] quantities = {Long.MAX_VALUE, Long.MAX_VALUE, 2};
        for (int i = 0; i < quantities.length; i++) {
            changes.add(new Position(new AccountId(i + 1), PKR, quantities[i]).set());
        }

        assertThat(doubt(statement(new CertifiedHistory(FOUNDERS, changes.toArray(Change[]::new)), PKR)))
                .isEqualTo(Doubt.SUM_DIFFERENT);
    }

    @Test
    void theAssetMustBeThatOne() {
        CertifiedHistory history = history(ALL);
        RegisterStatement good = statement(history, PKR);
        RegisterStatement other = statement(history, USD);

        assertThat(doubt(new RegisterStatement(PKR, other.record(), good.positions(), good.testimony())))
                .isEqualTo(Doubt.ASSET_NOT_PROVED);
        assertThat(doubt(new RegisterStatement(USD, other.record(), good.positions(), good.testimony())))
                .isEqualTo(Doubt.REGISTER_NOT_PROVED);
        assertThat(doubt(statement(history, new AssetCode("EUR"))))
                .as("somebody holds it, but it was never defined")
                .isEqualTo(Doubt.ASSET_NOT_PROVED);
    }

    @Test
    void theTestimonyIsAskedFirst() {
        CertifiedHistory history = history(ALL - 1);
        RegisterStatement good = statement(history, PKR);
        Testimony tooFew = new Testimony(List.of(), List.of(), certificate(history.head(0), 1, 2));

        assertThat(doubt(new RegisterStatement(PKR, good.record(), good.positions(), tooFew)))
                .isEqualTo(Doubt.CERTIFICATE_WRONG);
    }

    @Test
    void aHolderGetsAProofOfHisOwnFromTheStatementAlone() {
        CertifiedHistory history = history(ALL);
        RegisterStatement statement = statement(history, PKR);
        for (long account = 1; account <= 12; account++) {
            BalanceProof own = statement.holder(new AccountId(account)).orElseThrow();

            assertThat(own.position())
                    .isEqualTo(history.proof(Tables.POSITIONS, new PositionKey(new AccountId(account), PKR)));
            assertThat(new BalanceVerifier(testimonies).verify(own))
                    .isInstanceOfSatisfying(
                            CertifiedVerdict.Balance.class,
                            balance -> assertThat(balance.position().quantity())
                                    .isEqualTo(
                                            balance.position().account().number() <= 8
                                                    ? 10
                                                            * balance.position()
                                                                    .account()
                                                                    .number()
                                                    : 0));
        }
        assertThat(with(statement, statement.positions().records().subList(0, 7))
                        .holder(new AccountId(1)))
                .isEmpty();
        assertThatThrownBy(() -> new StateGroupProof(
                        List.of(),
                        Collections.nCopies(
                                StateGroupProof.RECORDS_MAX + 1,
                                statement.positions().records().getFirst()),
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
