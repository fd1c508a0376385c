package org.khazana.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CHAIN;
import static org.khazana.ledger.proof.CertifiedHistory.certificate;
import static org.khazana.ledger.proof.CertifiedHistory.voters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.finality.MalformedHead;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.StateProofCodec;
import org.khazana.ledger.statetree.StateProofRefused;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.ValidatorSet;

/** Whoever changes anything at all in the parts of a certified proof, or in the genesis, has none any more. */
class ChangedCertifiedProofTest {
    private static final ValidatorSet FOUNDERS = voters(0, 1, 4);
    private static final AccountId OWNER = new AccountId(17);
    private static final AccountId POOR = new AccountId(18);
    private static final SignatureVerifier SIGNATURES = CertifiedHistory.remembering();

    /** Certified proofs as the parts of a file; each part has one byte form. */
    private interface Kind {
        boolean isBelieved(Iterator<byte[]> parts, TestimonyVerifier verifier)
                throws MalformedHead, StateProofRefused;
    }

    /** The parts of one file. */
    private record Parts(Kind kind, List<byte[]> bytes) {
        boolean isBelieved(ChainId chain) {
            return isBelieved(new TestimonyVerifier(chain, FOUNDERS, SIGNATURES));
        }

        boolean isBelieved(TestimonyVerifier verifier) {
            try {
                return kind.isBelieved(bytes.iterator(), verifier);
            } catch (MalformedHead | StateProofRefused | IllegalArgumentException refused) {
                assertThat(refused).hasMessageMatching("(?s).{5,400}");
                return false;
            }
        }

        /** Of the step and of the last part: wherever else one stands, it is wrong. */
        SignatureVerifier signaturesKnown() throws MalformedHead {
            return CertifiedHistory.knowing(
                    HeadCodec.decodeCertificate(bytes.get(1)), HeadCodec.decodeCertificate(bytes.getLast()));
        }

        Parts with(int part, byte[] changed) {
            List<byte[]> all = new ArrayList<>(bytes);
            all.set(part, changed);
            return new Parts(kind, all);
        }
    }

    private static Parts parts(CertifiedSettlementProof proof) {
        Testimony testimony = proof.testimony();
        List<byte[]> all = new ArrayList<>(List.of(SettlementProofLayout.encode(proof.settlement())));
        all.addAll(parts(testimony));
        return new Parts(
                (parts, verifier) -> new CertifiedSettlementVerifier(verifier)
                                .verify(new CertifiedSettlementProof(
                                        SettlementProofLayout.decode(parts.next()), testimony(testimony, parts)))
                        instanceof CertifiedVerdict.Proved,
                all);
    }

    private static Parts parts(BalanceProof proof) {
        Testimony testimony = proof.testimony();
        List<byte[]> all = new ArrayList<>(List.of(StateProofCodec.encode(proof.position())));
        all.addAll(parts(testimony));
        return new Parts(
                (parts, verifier) -> new BalanceVerifier(verifier)
                                .verify(new BalanceProof(
                                        proof.account(),
                                        proof.asset(),
                                        StateProofCodec.decode(parts.next()),
                                        testimony(testimony, parts)))
                        instanceof CertifiedVerdict.Proved,
                all);
    }

    private static List<byte[]> parts(Testimony testimony) {
        List<byte[]> parts = new ArrayList<>();
        for (AppointmentStep step : testimony.steps()) {
            parts.add(HeadCodec.encode(step.certificate()));
            parts.add(StateProofCodec.encode(step.validators()));
            parts.add(StateProofCodec.encode(step.newest()));
        }
        testimony.heads().forEach(head -> parts.add(HeadCodec.encode(head)));
        parts.add(HeadCodec.encode(testimony.certificate()));
        return parts;
    }

    private static Testimony testimony(Testimony like, Iterator<byte[]> parts)
            throws MalformedHead, StateProofRefused {
        List<AppointmentStep> steps = new ArrayList<>();
        for (int i = 0; i < like.steps().size(); i++) {
            steps.add(new AppointmentStep(
                    HeadCodec.decodeCertificate(parts.next()),
                    StateProofCodec.decode(parts.next()),
                    StateProofCodec.decode(parts.next())));
        }
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < like.heads().size(); i++) {
            heads.add(HeadCodec.decodeHead(parts.next()));
        }
        return new Testimony(steps, heads, HeadCodec.decodeCertificate(parts.next()));
    }

    /**
     * The sale, what its seller held then, and that somebody held nothing; certified by later validators some blocks further on.
     *
     * @param others how many hold something too
     * @param between heads up to the certified one
     */
    private static List<Parts> proofs(int others, int between) {
        ProvenBlock sale = ProvenBlock.ofASale();
        Anchor anchor = sale.anchor();
        CertifiedHistory history = new CertifiedHistory(
                FOUNDERS,
                IntStream.range(0, others + 1)
                        .mapToObj(i -> new Position(new AccountId(OWNER.number() + 2L * i), BILL, 5_000 + i, 1_200).set())
                        .toArray(Change[]::new));
        history.play(List.of());
        history.play(Tables.appoint(voters(1, 3, 6)));
        AppointmentStep step = history.step(1, 2, 4);
        history.play(List.of());
        int height = (int) history.play(anchor.blockHash(), anchor.receiptsRoot(), List.of())
                .height();
        assertThat(height).isEqualTo((int) anchor.height());
        for (int i = 0; i < between; i++) {
            history.play(List.of());
        }
        int certified = height + between;
        Testimony testimony = new Testimony(
                List.of(step), history.heads(height, certified), certificate(history.head(certified), 3, 4, 5));
        return List.of(
                parts(new CertifiedSettlementProof(sale.proof(ProvenBlock.SALE), testimony)),
                parts(balance(history, OWNER, testimony)),
                parts(balance(history, POOR, testimony)));
    }

    private static BalanceProof balance(CertifiedHistory history, AccountId account, Testimony testimony) {
        return new BalanceProof(
                account, BILL, history.proof(Tables.POSITIONS, new PositionKey(account, BILL)), testimony);
    }

    @Test
    void noSingleBitOfASmallProofCanBeChanged() {
        for (Parts proof : proofs(2, 1)) {
            assertThat(proof.isBelieved(CHAIN)).isTrue();
            for (int part = 0; part < proof.bytes().size(); part++) {
                byte[] good = proof.bytes().get(part);
                for (int bit = 0; bit < good.length * Byte.SIZE; bit++) {
                    assertThat(proof.with(part, flipped(good, bit)).isBelieved(CHAIN))
                            .as("bit %s of part %s", bit, part)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void noSingleBitOfTheGenesisHashCanBeChanged() {
        for (Parts proof : proofs(2, 1)) {
            for (int bit = 0; bit < Hash.BYTES * Byte.SIZE; bit++) {
                ChainId other = new ChainId(Hash.of(flipped(CHAIN.hash().toBytes(), bit)));
                assertThat(proof.isBelieved(other)).as("bit %s", bit).isFalse();
            }
        }
    }

    private static byte[] flipped(byte[] good, int bit) {
        byte[] changed = good.clone();
        changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
        return changed;
    }

    @Test
    void noneOfManyRandomChangesOfALargerProofIsBelieved() throws Exception {
        List<Parts> proofs = proofs(300, 16);
        proofs.forEach(proof -> assertThat(proof.isBelieved(CHAIN)).isTrue());
        Parts first = proofs.getFirst();
        TestimonyVerifier verifier = new TestimonyVerifier(CHAIN, FOUNDERS, first.signaturesKnown());
        assertThat(first.isBelieved(verifier)).isTrue();
        SplittableRandom random = new SplittableRandom(20_261_124);
        int changes = 0;
        while (changes < 100_000) {
            Parts proof = proofs.get(random.nextInt(proofs.size()));
            int part = part(proof.bytes().size(), random);
            byte[] good = proof.bytes().get(part);
            byte[] changed = ChangedProofTest.damage(good, random);
            if (!Arrays.equals(good, changed)) {
                assertThat(proof.with(part, changed).isBelieved(verifier))
                        .as("change %s, part %s", changes, part)
                        .isFalse();
                changes++;
            }
        }
    }

    /** Most are heads, which are all alike: a quarter of the changes goes to the others. */
    private static int part(int count, SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(4);
            default -> random.nextInt(count);
        };
    }
}
