package org.khazana.node.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.api.json.BalanceProofJson;
import org.khazana.api.json.JsonText;
import org.khazana.config.InvalidConfig;
import org.khazana.config.file.GenesisFile;
import org.khazana.config.file.KeyFiles;
import org.khazana.config.generate.ClusterRequest;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.proof.BalanceProof;
import org.khazana.ledger.proof.BalanceVerifier;
import org.khazana.ledger.proof.CertifiedVerdict;
import org.khazana.ledger.proof.Testimony;
import org.khazana.ledger.proof.TestimonyVerifier;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.statetree.StateRoot;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.node.assembly.FoundingState;
import org.khazana.node.assembly.NewNetwork;

/** A proof is one for a genesis file just as it is. */
class ChangedGenesisTest {
    @TempDir
    private Path folder;

    /** Reading a whole genesis takes milliseconds, so only so many are; prime, so that all bits of bytes come in turn. */
    private static final int READ_EACH = 191;

    /** Of a network of one, whose state is empty: that somebody holds nothing. */
    private static BalanceProof proof(Path network, ChainId chain) throws Exception {
        byte[] key = KeyFiles.readPrivate(network.resolve("validator-1").resolve("signing-key.pem"));
        Head head = Head.founding(chain, StateRoot.NONE.hash());
        Certificate certificate = new Certificate(
                head, List.of(HeadSignature.of(Ed25519.publicKeyOf(key), Ed25519.sign(key, head.signingBytes()))));
        return new BalanceProof(
                new AccountId(17),
                new AssetCode("PKR"),
                new StateProof(List.of(), StateProof.Nothing.HERE),
                new Testimony(List.of(), List.of(), certificate));
    }

    @Test
    void noSingleBitOfTheGenesisCanBeChanged() throws Exception {
        Path network = folder.resolve("network");
        NewNetwork.found(new ClusterRequest(
                1, network, "test network", 0, 0, List.of(), Instant.ofEpochMilli(1_800_000_000_000L)));
        GenesisFile genesis = GenesisFile.read(network.resolve("genesis.json"));
        byte[] good = genesis.bytes();
        ValidatorSet founders = FoundingState.validators(genesis.genesis());
        BalanceProof proof = proof(network, new ChainId(Domain.GENESIS.hash(good)));
        assertThat(isBelieved(proof, good, founders)).isTrue();
        assertThat(isBelieved(proof, good)).isTrue();

        for (int bit = 0; bit < good.length * Byte.SIZE; bit++) {
            byte[] changed = good.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            if (isBelieved(proof, changed, founders) || (bit % READ_EACH == 0 && isBelieved(proof, changed))) {
                fail("bit %s of the genesis is changed, and the proof is believed", bit);
            }
        }
    }

    /** By somebody who reads the same founders out of the genesis. */
    private static boolean isBelieved(BalanceProof proof, byte[] genesis, ValidatorSet founders) {
        ChainId chain = new ChainId(Domain.GENESIS.hash(genesis));
        return new BalanceVerifier(new TestimonyVerifier(chain, founders, Ed25519.verifier())).verify(proof)
                instanceof CertifiedVerdict.Proved;
    }

    private boolean isBelieved(BalanceProof proof, byte[] genesis) throws Exception {
        Path file = folder.resolve("proof.json");
        Files.writeString(file, new String(JsonText.write(BalanceProofJson.of(proof)), StandardCharsets.UTF_8));
        Path changed = folder.resolve("changed.json");
        Files.write(changed, genesis);
        try {
            return ProofFile.read(file).check(GenesisFile.read(changed)) instanceof CertifiedVerdict.Proved;
        } catch (InvalidConfig noGenesis) {
            return false;
        }
    }
}
