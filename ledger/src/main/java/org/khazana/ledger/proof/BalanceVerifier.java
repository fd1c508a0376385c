package org.khazana.ledger.proof;

import static org.khazana.ledger.proof.Doubtful.require;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.StatePath;
import org.khazana.ledger.statetree.StateProofCheck;
import org.khazana.ledger.statetree.StateProofRefused;

/** Checks balance proofs, offline, for somebody who trusts the genesis and nobody else. */
public record BalanceVerifier(TestimonyVerifier testimonies) {
    private static final int VALUE_BYTES = 2 * Long.BYTES;

    /** Asks for every doubt, in the order of {@link Doubt}; the first one is told. */
    public CertifiedVerdict verify(BalanceProof proof) {
        try {
            Vouched vouched = testimonies.verify(proof.testimony());
            PositionKey key = new PositionKey(proof.account(), proof.asset());
            Optional<byte[]> value = valueOf(key, proof, vouched.head().stateRoot());
            Position position = value.isPresent()
                    ? position(key, value.get())
                    : new Position(key.account(), key.asset(), 0); // no record is kept of a position of nothing
            return new CertifiedVerdict.Balance(position, vouched);
        } catch (Doubtful doubtful) {
            return CertifiedVerdict.Doubted.of(doubtful.verdict());
        }
    }

    private static Optional<byte[]> valueOf(PositionKey key, BalanceProof proof, Hash stateRoot) throws Doubtful {
        StatePath path = StatePath.of(Tables.POSITIONS.number(), Tables.POSITIONS.keyBytes(key));
        try {
            return StateProofCheck.valueAt(stateRoot, path, proof.position());
        } catch (StateProofRefused refused) {
            throw new Doubtful(
                    Doubt.POSITION_NOT_PROVED,
                    "what account " + key.account() + " holds of " + key.asset() + " is not proved: "
                            + refused.getMessage());
        }
    }

    /** Enough liars can certify any bytes. */
    private static Position position(PositionKey key, byte[] value) throws Doubtful {
        ByteBuffer numbers = ByteBuffer.wrap(value);
        require(
                value.length == VALUE_BYTES && numbers.getLong(0) >= 0 && numbers.getLong(Long.BYTES) >= 0,
                Doubt.POSITION_MALFORMED,
                "what stands in the state is not a position");
        return new Position(key.account(), key.asset(), numbers.getLong(0), numbers.getLong(Long.BYTES));
    }
}
