package org.khazana.node.proof;

import java.nio.file.Path;
import java.util.Optional;
import org.khazana.api.json.CertifiedProofFile;
import org.khazana.api.json.InvalidRequest;
import org.khazana.api.json.MalformedJson;
import org.khazana.api.json.Mistake;
import org.khazana.config.file.BoundedFile;
import org.khazana.config.file.GenesisFile;
import org.khazana.config.file.UnreadableFile;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.proof.BalanceVerifier;
import org.khazana.ledger.proof.CertifiedSettlementVerifier;
import org.khazana.ledger.proof.CertifiedVerdict;
import org.khazana.ledger.proof.RegisterStatement;
import org.khazana.ledger.proof.RegisterVerifier;
import org.khazana.ledger.proof.SerialHistoryVerifier;
import org.khazana.ledger.proof.TestimonyVerifier;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.node.assembly.FoundingState;

/** A certified proof of any kind as somebody keeps it. */
public final class ProofFile {
    private final CertifiedProofFile content;

    private ProofFile(CertifiedProofFile content) {
        this.content = content;
    }

    /**
     * Reads a file; whether it proves anything is not asked.
     *
     * @throws UnreadableFile if there is none, or it is no certified proof
     */
    public static ProofFile read(Path file) throws UnreadableFile {
        byte[] bytes = BoundedFile.read(file, CertifiedProofFile.FILE_BYTES_MAX);
        try {
            return new ProofFile(CertifiedProofFile.read(bytes));
        } catch (MalformedJson wrong) {
            throw noProof(wrong.sentence());
        } catch (InvalidRequest wrong) {
            Mistake first = wrong.mistakes().getFirst();
            throw noProof("'" + first.pointer() + "' " + first.detail());
        }
    }

    private static UnreadableFile noProof(String why) {
        return new UnreadableFile("is no certified proof: " + why, "what 'khazana proof' gives");
    }

    /** The statement, if it is one of a whole register. */
    public Optional<RegisterStatement> register() {
        return content instanceof CertifiedProofFile.Register(var statement)
                ? Optional.of(statement)
                : Optional.empty();
    }

    /** Checks it, offline, for whoever trusts this genesis. */
    public CertifiedVerdict check(GenesisFile genesis) {
        return check(genesis, 0);
    }

    /**
     * Checks it, offline, for whoever trusts this genesis and knows of later validators.
     *
     * @param epoch that is known to have begun; what does not lead so far proves nothing
     */
    public CertifiedVerdict check(GenesisFile genesis, long epoch) {
        ChainId chain = new ChainId(Domain.GENESIS.hash(genesis.bytes()));
        TestimonyVerifier testimonies = new TestimonyVerifier(
                        chain, FoundingState.validators(genesis.genesis()), Ed25519.verifier())
                .expecting(epoch);
        return switch (content) {
            case CertifiedProofFile.Settlement(var proof) -> new CertifiedSettlementVerifier(testimonies).verify(proof);
            case CertifiedProofFile.Balance(var proof) -> new BalanceVerifier(testimonies).verify(proof);
            case CertifiedProofFile.History(var proof) -> new SerialHistoryVerifier(testimonies).verify(proof);
            case CertifiedProofFile.Register(var statement) -> new RegisterVerifier(testimonies).verify(statement);
        };
    }
}
