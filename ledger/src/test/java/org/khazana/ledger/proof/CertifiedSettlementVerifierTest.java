package org.khazana.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.execution.TestNetwork.CHAIN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.GroupMinimum;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

class CertifiedSettlementVerifierTest {
    private static final ProvenBlock SALE = ProvenBlock.ofASale();
    private static final ChainId OTHER_CHAIN = new ChainId(hash(99));
    private static final int VOTERS = 4;
    private static final CertifiedSettlementVerifier VERIFIER =
            new CertifiedSettlementVerifier(new TestimonyVerifier(CHAIN, founders(0), Ed25519.verifier()));
    private static final List<Head> HEADS = heads(0);

    private static Hash hash(int number) {
        return Domain.GENESIS.hash(new byte[] {(byte) number});
    }

    private static byte[] secret(int number) {
        byte[] secret = new byte[PublicKey.BYTES];
        Arrays.fill(secret, (byte) number);
        return secret;
    }

    /** Validator 1 alone is of the government, which must sign. */
    private static ValidatorSet founders(long epoch) {
        return new ValidatorSet(
                epoch,
                IntStream.rangeClosed(1, VOTERS)
                        .mapToObj(number -> new Validator(
                                "validator-" + number,
                                number,
                                "Organisation " + number,
                                number == 1 ? Group.GOVERNMENT : Group.CUSTODIAN,
                                Duty.VOTER,
                                hash(number),
                                Ed25519.publicKeyOf(secret(number)),
                                Optional.empty()))
                        .toList(),
                List.of(new GroupMinimum(Group.GOVERNMENT, 1)));
    }

    /** That of the block of the sale, and three more. */
    private static List<Head> heads(long epoch) {
        Anchor anchor = SALE.anchor();
        Head head =
                new Head(CHAIN, epoch, anchor.height(), anchor.blockHash(), hash(1), anchor.receiptsRoot(), hash(2));
        List<Head> heads = new ArrayList<>(List.of(head));
        for (int i = 3; i < 6; i++) {
            heads.add(heads.getLast().next(epoch, hash(i), hash(i + 10), hash(i + 20)));
        }
        return heads;
    }

    private static Certificate certificate(Head head, int... signers) {
        return new Certificate(
                head,
                Arrays.stream(signers)
                        .mapToObj(signer -> HeadSignature.of(
                                Ed25519.publicKeyOf(secret(signer)), Ed25519.sign(secret(signer), head.signingBytes())))
                        .sorted(Comparator.comparing(HeadSignature::key))
                        .toList());
    }

    private static CertifiedSettlementProof proof(List<Head> heads, Certificate certificate) {
        return new CertifiedSettlementProof(
                SALE.proof(ProvenBlock.SALE), new Testimony(List.of(), heads, certificate));
    }

    private static void assertDoubted(CertifiedSettlementProof proof, Doubt doubt, String sentence) {
        assertThat(VERIFIER.verify(proof)).isInstanceOfSatisfying(CertifiedVerdict.Doubted.class, doubted -> {
            assertThat(doubted.doubt()).isEqualTo(doubt);
            assertThat(doubted.sentence()).contains(sentence);
        });
    }

    private static CertifiedVerdict.Settlement proved(CertifiedSettlementProof proof) {
        return (CertifiedVerdict.Settlement) VERIFIER.verify(proof);
    }

    @Test
    void aCertificateOfTheBlockItselfNeedsNoHeads() {
        CertifiedVerdict.Settlement proved = proved(proof(List.of(), certificate(HEADS.getFirst(), 4, 1, 2)));

        assertThat(proved.words())
                .startsWith(proved.settlement().words().toArray(String[]::new))
                .endsWith(
                        "Certified by 3 of the 4 validators of the genesis, who have signed what this block came to:",
                        "  validator-1, of Organisation 1",
                        "  validator-2, of Organisation 2",
                        "  validator-4, of Organisation 4",
                        "As of 2023-11-14T22:13:23Z; what came later is not looked at.");
    }

    @Test
    void aCertificateOfALaterBlockVouchesForTheOneToWhichHeadsLead() {
        CertifiedVerdict.Settlement proved = proved(proof(HEADS.subList(0, 3), certificate(HEADS.get(3), 1, 2, 3, 4)));

        assertThat(proved.settlement().receipt()).isEqualTo(SALE.receipts().getFirst());
        assertThat(proved.vouched().certified()).isEqualTo(HEADS.get(3));
        assertThat(proved.words())
                .contains("Certified by 4 of the 4 validators of the genesis, who have signed what block 7 came to,"
                        + " and so all blocks before:");
    }

    @Test
    void headsThatDoNotLeadToTheCertifiedOneAreDoubted() {
        Certificate certificate = certificate(HEADS.get(3), 1, 2, 3);
        List<Head> good = HEADS.subList(0, 3);

        for (int missing = 0; missing < good.size(); missing++) {
            List<Head> fewer = new ArrayList<>(good);
            fewer.remove(missing);
            Doubt doubt = missing == 0 ? Doubt.HEIGHT_DIFFERENT : Doubt.HEADS_NOT_CHAINED;
            assertDoubted(proof(fewer, certificate), doubt, "height");
        }
        List<Head> turned = new ArrayList<>(good);
        Collections.reverse(turned);
        assertDoubted(proof(turned, certificate), Doubt.HEADS_NOT_CHAINED, "height 4");
        Head first = HEADS.getFirst();
        Head forged =
                new Head(CHAIN, 0, first.height(), first.blockHash(), first.stateRoot(), hash(7), first.previous());
        assertDoubted(
                proof(List.of(forged, HEADS.get(1), HEADS.get(2)), certificate), Doubt.HEADS_NOT_CHAINED, "height 4");
        assertDoubted(proof(HEADS, certificate), Doubt.HEADS_NOT_CHAINED, "height 7");
    }

    @Test
    void tooFewOrWrongSignersAreDoubted() {
        Head head = HEADS.getFirst();

        assertDoubted(proof(List.of(), certificate(head, 1, 2)), Doubt.CERTIFICATE_WRONG, "only 2 of 4 voters");
        assertDoubted(proof(List.of(), certificate(head, 2, 3, 4)), Doubt.CERTIFICATE_WRONG, "group GOVERNMENT");
        assertDoubted(proof(List.of(), certificate(head, 1, 2, 3, 5)), Doubt.CERTIFICATE_WRONG, "of no voter");
        Certificate ofAnother =
                new Certificate(head, certificate(HEADS.get(1), 1, 2, 3).signatures());
        assertDoubted(proof(List.of(), ofAnother), Doubt.CERTIFICATE_WRONG, "is wrong");
    }

    @Test
    void anotherNetworkOrLaterValidatorsAreToldByName() {
        CertifiedSettlementProof good = proof(List.of(), certificate(HEADS.getFirst(), 1, 2, 3));
        assertThat(new CertifiedSettlementVerifier(new TestimonyVerifier(OTHER_CHAIN, founders(0), Ed25519.verifier()))
                        .verify(good))
                .isInstanceOfSatisfying(
                        CertifiedVerdict.Doubted.class,
                        doubted -> assertThat(doubted.doubt()).isEqualTo(Doubt.CERTIFICATE_OF_ANOTHER_NETWORK));

        assertDoubted(
                proof(List.of(), certificate(heads(1).getFirst(), 1, 2, 3)),
                Doubt.EPOCH_NOT_REACHABLE,
                "no step of the proof leads to them");
        assertThatThrownBy(() -> new TestimonyVerifier(CHAIN, founders(1), Ed25519.verifier()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSettlementProofThatTheHeadDoesNotAnchorIsDoubted() {
        Head first = HEADS.getFirst();
        Head otherBlock =
                new Head(CHAIN, 0, first.height(), hash(7), first.stateRoot(), first.receiptsRoot(), first.previous());
        Head otherReceipts =
                new Head(CHAIN, 0, first.height(), first.blockHash(), first.stateRoot(), hash(7), first.previous());

        assertDoubted(proof(List.of(), certificate(HEADS.get(1), 1, 2, 3)), Doubt.HEIGHT_DIFFERENT, "height 4");
        assertDoubted(proof(List.of(), certificate(otherBlock, 1, 2, 3)), Doubt.BLOCK_DIFFERENT, "block");
        assertDoubted(
                proof(List.of(), certificate(otherReceipts, 1, 2, 3)), Doubt.RECEIPT_NOT_UNDER_ROOT, "receipts root");
    }

    @Test
    void theNumberOfHeadsIsBounded() {
        Certificate certificate = certificate(HEADS.getFirst(), 1, 2, 3);
        int max = Testimony.HEADS_MAX;

        assertThat(proof(Collections.nCopies(max, HEADS.getFirst()), certificate)
                        .testimony()
                        .heads())
                .hasSize(max);
        assertThatThrownBy(() -> proof(Collections.nCopies(max + 1, HEADS.getFirst()), certificate))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
