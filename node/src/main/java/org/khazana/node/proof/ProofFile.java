package org.khazana.node.proof;

import java.nio.file.Path;
import org.khazana.api.json.CertifiedSettlementProofJson;
import org.khazana.api.json.InvalidRequest;
import org.khazana.api.json.MalformedJson;
import org.khazana.api.json.Mistake;
import org.khazana.config.file.BoundedFile;
import org.khazana.config.file.GenesisFile;
import org.khazana.config.file.UnreadableFile;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.proof.CertifiedSettlementProof;
import org.khazana.ledger.proof.CertifiedSettlementVerifier;
import org.khazana.ledger.proof.CertifiedVerdict;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.node.assembly.FoundingState;

/** A certified settlement proof as somebody keeps it. */
public final class ProofFile {
    private final CertifiedSettlementProof proof;

    private ProofFile(CertifiedSettlementProof proof) {
        this.proof = proof;
    }

    /**
     * Reads a file; whether it proves anything is not asked.
     *
     * @throws UnreadableFile if there is none, or it is no certified settlement proof
     */
    public static ProofFile read(Path file) throws UnreadableFile {
        byte[] bytes = BoundedFile.read(file, CertifiedSettlementProofJson.FILE_BYTES_MAX);
        try {
            return new ProofFile(CertifiedSettlementProofJson.read(bytes));
        } catch (MalformedJson wrong) {
            throw noProof(wrong.sentence());
        } catch (InvalidRequest wrong) {
            Mistake first = wrong.mistakes().getFirst();
            throw noProof("'" + first.pointer() + "' " + first.detail());
        }
    }

    private static UnreadableFile noProof(String why) {
        return new UnreadableFile("is no settlement proof: " + why, "what 'khazana proof' gives");
    }

    /** Checks it, offline, for whoever trusts this genesis. */
    public CertifiedVerdict check(GenesisFile genesis) {
        ChainId chain = new ChainId(Domain.GENESIS.hash(genesis.bytes()));
        return new CertifiedSettlementVerifier(chain, FoundingState.validators(genesis.genesis()), Ed25519.verifier())
                .verify(proof);
    }
}
