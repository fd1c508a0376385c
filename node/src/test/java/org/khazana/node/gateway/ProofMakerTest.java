package org.khazana.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.api.port.BalanceAnswer;
import org.khazana.api.port.ProofAnswer;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.proof.AppointmentStep;
import org.khazana.ledger.proof.BalanceVerifier;
import org.khazana.ledger.proof.CertifiedSettlementProof;
import org.khazana.ledger.proof.CertifiedSettlementVerifier;
import org.khazana.ledger.proof.CertifiedVerdict;
import org.khazana.ledger.proof.Testimony;
import org.khazana.ledger.proof.TestimonyVerifier;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.RegisterKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.transaction.EnvelopeLimits;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.ledger.wire.TransactionCodec;
import org.khazana.simulation.contract.BlockResults;
import org.khazana.storage.state.LedgerStore;

/** Which heads a proof needs follows from where the next certificate is. */
class ProofMakerTest {
    private static final byte[] SECRET = new byte[PublicKey.BYTES];
    private static final int ENVELOPES = 3;
    private static final AccountId ACCOUNT = new AccountId(17);
    private static final AssetCode BILL = new AssetCode("PK0000000007");

    @TempDir
    private Path folder;

    private final List<Block> blocks = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private LedgerStore store;
    private ProofMaker proofs;

    @BeforeEach
    void found() {
        store = LedgerStore.open(folder);
        store.found(BlockResults.CHAIN, List.of());
        proofs = new ProofMaker(
                store, height -> height > blocks.size() ? Optional.empty() : Optional.of(blocks.get((int) height - 1)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** A block of envelopes that are no transactions; its receipt at position 1 is kept. */
    private void apply(int envelopeBytes) {
        long height = blocks.size() + 1L;
        List<byte[]> envelopes = new ArrayList<>();
        List<Receipt> all = new ArrayList<>();
        for (int position = 0; position < ENVELOPES; position++) {
            byte[] envelope = new byte[envelopeBytes];
            Arrays.fill(envelope, (byte) (height * ENVELOPES + position));
            envelopes.add(envelope);
            all.add(new Receipt(
                    TransactionCodec.idOfMalformed(envelope),
                    height,
                    position,
                    height * 1_000,
                    List.of(Refusal.of(RefusalCode.MALFORMED)),
                    List.of()));
        }
        Hash any = BlockResults.CHAIN.hash();
        Block block = BlockAssembly.assemble(
                new BlockOrigin(BlockResults.CHAIN, height, 1, "validator-1", height * 1_000, any, any), envelopes);
        blocks.add(block);
        receipts.add(all.get(1));
        store.apply(new BlockResult(height, block.hash(), 0, all, NetChanges.NONE, List.of()));
    }

    private void certify(long height) {
        store.keep(certificate(height));
    }

    private Certificate certificate(long height) {
        Head head = store.head(height).orElseThrow();
        return new Certificate(
                head,
                List.of(HeadSignature.of(Ed25519.publicKeyOf(SECRET), Ed25519.sign(SECRET, head.signingBytes()))));
    }

    private static Validator founder() {
        return new Validator(
                "validator-1",
                1,
                "Treasury",
                Group.GOVERNMENT,
                Duty.VOTER,
                BlockResults.CHAIN.hash(),
                Ed25519.publicKeyOf(SECRET),
                Optional.empty());
    }

    private static CertifiedVerdict verdict(CertifiedSettlementProof proof) {
        return new CertifiedSettlementVerifier(new TestimonyVerifier(
                        BlockResults.CHAIN, new ValidatorSet(0, List.of(founder()), List.of()), Ed25519.verifier()))
                .verify(proof);
    }

    @Test
    void headsLeadFromEachBlockToTheNextCertificate() {
        for (int i = 0; i < 9; i++) {
            apply(10);
        }
        certify(3);
        certify(7);

        assertProved(1, 2);
        assertProved(3, 0);
        assertProved(4, 3);
        assertProved(7, 0);
        assertThat(proofs.of(receipts.get(7))).isInstanceOf(ProofAnswer.NotCertified.class);
    }

    private void assertProved(int height, int heads) {
        ProofAnswer.Proof answer = (ProofAnswer.Proof) proofs.of(receipts.get(height - 1));

        assertThat(answer.proof().testimony().heads()).hasSize(heads);
        assertThat(verdict(answer.proof()))
                .isInstanceOfSatisfying(
                        CertifiedVerdict.Settlement.class,
                        proved -> assertThat(proved.settlement().receipt()).isEqualTo(receipts.get(height - 1)));
    }

    /** The first block appoints others. */
    @Test
    void stepsGoIntoEveryProofAndWithoutThemLaterValidatorsCannotBeProved() throws Exception {
        ValidatorSet founders = new ValidatorSet(0, List.of(founder()), List.of());
        List<Change> changes = new ArrayList<>(Tables.appoint(new ValidatorSet(1, List.of(founder()), List.of())));
        changes.add(new Position(ACCOUNT, BILL, 5).set());
        store.apply(new BlockResult(
                1, BlockResults.CHAIN.hash(), 0, List.of(), NetChanges.of(store.view(), changes), List.of()));
        store.apply(new BlockResult(2, BlockResults.CHAIN.hash(), 1, List.of(), NetChanges.NONE, List.of()));
        certify(2);

        assertThat(proofs.of(ACCOUNT, BILL, OptionalLong.empty()))
                .isInstanceOfSatisfying(
                        BalanceAnswer.NotProvable.class,
                        answer -> assertThat(answer.why()).contains("no step from those of epoch 0"));

        AppointmentStep step = new AppointmentStep(
                certificate(1),
                store.recordAt(1, Tables.VALIDATORS, 1L).orElseThrow(),
                store.recordAt(1, Tables.NEWEST_EPOCH, RegisterKey.NEWEST_EPOCH).orElseThrow());
        store.keep(step);
        BalanceAnswer.Proof later = (BalanceAnswer.Proof) proofs.of(ACCOUNT, BILL, OptionalLong.empty());
        BalanceAnswer.Proof early = (BalanceAnswer.Proof) proofs.of(ACCOUNT, BILL, OptionalLong.of(1));
        BalanceVerifier verifier = new BalanceVerifier(
                new TestimonyVerifier(BlockResults.CHAIN, founders, Ed25519.verifier()).expecting(1));
        for (BalanceAnswer.Proof proof : List.of(later, early)) {
            assertThat(proof.proof().testimony().steps()).containsExactly(step);
            assertThat(verifier.verify(proof.proof()))
                    .isInstanceOfSatisfying(
                            CertifiedVerdict.Balance.class,
                            proved -> assertThat(proved.position().quantity()).isEqualTo(5));
        }
    }

    @Test
    void whyThereIsNoProofOfABalanceIsTold() {
        apply(10);

        assertThat(proofs.of(ACCOUNT, BILL, OptionalLong.of(2))).isEqualTo(new BalanceAnswer.NotExecuted(1));
        assertThat(proofs.of(ACCOUNT, BILL, OptionalLong.of(1))).isInstanceOf(BalanceAnswer.NotCertified.class);
        hold(2, 5);
        hold(3, 6);
        for (int height = 4; height <= 1_300; height++) {
            store.apply(new BlockResult(height, BlockResults.CHAIN.hash(), 0, List.of(), NetChanges.NONE, List.of()));
        }
        certify(2);
        certify(1_290);

        assertThat(proofs.of(ACCOUNT, BILL, OptionalLong.of(1_290))).isInstanceOf(BalanceAnswer.Proof.class);
        assertThat(proofs.of(ACCOUNT, BILL, OptionalLong.of(2))).isInstanceOf(BalanceAnswer.NotKept.class);
        assertThat(proofs.of(ACCOUNT, BILL, OptionalLong.of(1_291))).isInstanceOf(BalanceAnswer.NotCertified.class);
    }

    private void hold(long height, long quantity) {
        NetChanges changes = NetChanges.of(store.view(), List.of(new Position(ACCOUNT, BILL, quantity).set()));
        store.apply(new BlockResult(height, BlockResults.CHAIN.hash(), 0, List.of(), changes, List.of()));
    }

    @Test
    void whatIsForgottenIsToldBeforeWhatIsNotCertified() {
        apply(10);
        blocks.clear();

        assertThat(proofs.of(receipts.getFirst())).isEqualTo(new ProofAnswer.NotKept(1));
    }

    @Test
    void anEnvelopeThatIsTooLongHasNoProof() {
        apply(EnvelopeLimits.ENVELOPE_BYTES_MAX);
        apply(EnvelopeLimits.ENVELOPE_BYTES_MAX + 1);
        certify(2);

        assertProved(1, 1);
        assertThat(proofs.of(receipts.get(1)))
                .isEqualTo(new ProofAnswer.NotProvable("its envelope is longer than any that is carried out"));
    }

    @Test
    void aCertificateThatIsTooFarAwayGivesNoProof() {
        for (int height = 1; height <= Testimony.HEADS_MAX + 2; height++) {
            apply(10);
        }
        certify(Testimony.HEADS_MAX + 2);

        assertProved(2, Testimony.HEADS_MAX);
        assertThat(proofs.of(receipts.getFirst()))
                .isInstanceOfSatisfying(
                        ProofAnswer.NotProvable.class,
                        answer -> assertThat(answer.why()).contains("block 1026"));
    }
}
