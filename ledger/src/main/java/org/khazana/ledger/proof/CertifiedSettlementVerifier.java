package org.khazana.ledger.proof;

import static org.khazana.ledger.proof.Doubtful.require;

import java.util.Optional;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.CertificateRule;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * Checks settlement proofs, offline, for somebody who trusts the genesis and the validators that it names, and nobody else.
 *
 * <p>Certificates of those validators only, epoch 0, are understood so far: the walk from them to validators that were appointed
 * later is not built yet.
 */
public final class CertifiedSettlementVerifier {
    private final ChainId chainId;
    private final ValidatorSet founders;
    private final SignatureVerifier signatures;

    /**
     * For the proofs of one network.
     *
     * @param chainId hash of its genesis
     * @param founders the validators of its genesis
     * @throws IllegalArgumentException if these are validators of a later epoch
     */
    public CertifiedSettlementVerifier(ChainId chainId, ValidatorSet founders, SignatureVerifier signatures) {
        if (founders.epoch() != 0) {
            throw new IllegalArgumentException("the founders are epoch 0, not " + founders.epoch());
        }
        this.chainId = chainId;
        this.founders = founders;
        this.signatures = signatures;
    }

    /** Asks for every doubt, in the order of {@link Doubt}; the first one is told. */
    public CertifiedVerdict verify(CertifiedSettlementProof proof) {
        try {
            checkCertificate(proof.certificate());
            checkHeads(proof);
        } catch (Doubtful doubtful) {
            return CertifiedVerdict.Doubted.of(doubtful.verdict());
        }
        Head head = proof.headOfBlock();
        Anchor anchor = new Anchor(chainId, head.height(), head.blockHash(), head.receiptsRoot());
        return switch (SettlementVerifier.verify(proof.settlement(), anchor)) {
            case Verdict.Proved proved -> proved(proved, proof.certificate());
            case Verdict.Doubted doubted -> CertifiedVerdict.Doubted.of(doubted);
        };
    }

    private void checkCertificate(Certificate certificate) throws Doubtful {
        Head head = certificate.head();
        require(
                head.chainId().equals(chainId),
                Doubt.CERTIFICATE_OF_ANOTHER_NETWORK,
                "the certificate is of network " + head.chainId() + ", but the genesis is that of " + chainId);
        require(
                head.epoch() == 0,
                Doubt.EPOCH_NOT_REACHABLE,
                "the certificate is by validators of epoch " + head.epoch()
                        + ", whom the genesis does not name; the walk from the genesis to later validators is not"
                        + " built yet");
        Optional<String> wrong = certificate.doubt(chainId, founders, signatures);
        if (wrong.isPresent()) {
            throw new Doubtful(Doubt.CERTIFICATE_WRONG, wrong.get());
        }
    }

    /** Each head names the one before by its hash, so the certificate of the last one vouches for all. */
    private static void checkHeads(CertifiedSettlementProof proof) throws Doubtful {
        Head after = proof.certificate().head();
        for (Head head : proof.heads().reversed()) {
            require(
                    after.follows(head),
                    Doubt.HEADS_NOT_CHAINED,
                    "the head of height " + head.height() + " is not the one that the head of height " + after.height()
                            + " follows");
            after = head;
        }
    }

    private CertifiedVerdict proved(Verdict.Proved settlement, Certificate certificate) {
        CertificateRule rule = new CertificateRule(founders);
        return new CertifiedVerdict.Proved(
                settlement,
                certificate.head(),
                certificate.keys().stream()
                        .flatMap(key -> rule.voter(key).stream())
                        .toList(),
                rule.voterCount());
    }
}
