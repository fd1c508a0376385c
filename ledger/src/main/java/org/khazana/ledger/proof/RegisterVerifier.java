package org.khazana.ledger.proof;

import static org.khazana.ledger.proof.Doubtful.require;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.GroupRecord;
import org.khazana.ledger.statetree.StateGroupCheck;
import org.khazana.ledger.statetree.StatePath;
import org.khazana.ledger.statetree.StateProofCheck;
import org.khazana.ledger.statetree.StateProofRefused;

/** Checks register statements, offline, for somebody who trusts the genesis and nobody else. */
public record RegisterVerifier(TestimonyVerifier testimonies) {

    /** Asks for every doubt, in the order of {@link Doubt}; the first one is told. */
    public CertifiedVerdict verify(RegisterStatement statement) {
        try {
            Vouched vouched = testimonies.verify(statement.testimony());
            return new CertifiedVerdict.WholeRegister(
                    register(statement, vouched.head().stateRoot()), vouched);
        } catch (Doubtful doubtful) {
            return CertifiedVerdict.Doubted.of(doubtful.verdict());
        }
    }

    /** What a statement says, and would prove to whoever believes the head that it brings; empty if it contradicts itself. */
    public static Optional<Register> asSaidBy(RegisterStatement statement) {
        try {
            return Optional.of(
                    register(statement, statement.testimony().wanted().stateRoot()));
        } catch (Doubtful contradiction) {
            return Optional.empty();
        }
    }

    /**
     * What a statement shows to somebody who believes a state root already.
     *
     * @throws Doubtful at the first doubt
     */
    static Register register(RegisterStatement statement, Hash stateRoot) throws Doubtful {
        AssetCode asset = statement.asset();
        long outstanding = outstanding(statement, stateRoot);
        List<Position> positions = new ArrayList<>();
        for (GroupRecord each : records(statement, stateRoot)) {
            positions.add(BalanceVerifier.position(Tables.POSITIONS.readKey(each.key()), each.value()));
        }
        requireSum(asset, positions, outstanding);
        positions.sort(Comparator.comparing(Position::account));
        return new Register(asset, outstanding, positions);
    }

    private static void requireSum(AssetCode asset, List<Position> positions, long outstanding) throws Doubtful {
        long left = outstanding;
        for (Position position : positions) {
            // Not added up: the sum may be more than a number can hold.
            require(position.quantity() <= left, Doubt.SUM_DIFFERENT, sentence(asset, "more than", outstanding));
            left -= position.quantity();
        }
        require(left == 0, Doubt.SUM_DIFFERENT, sentence(asset, "less than", outstanding));
    }

    private static String sentence(AssetCode asset, String compared, long outstanding) {
        return "the positions in " + asset + " come to " + compared + " the " + outstanding + " that are outstanding";
    }

    /** What the record of the asset begins with. */
    private static long outstanding(RegisterStatement statement, Hash stateRoot) throws Doubtful {
        StatePath path = StatePath.of(Tables.ASSETS.number(), Tables.ASSETS.keyBytes(statement.asset()));
        Optional<byte[]> record;
        try {
            record = StateProofCheck.valueAt(stateRoot, path, statement.record());
        } catch (StateProofRefused refused) {
            throw new Doubtful(
                    Doubt.ASSET_NOT_PROVED,
                    "how much of " + statement.asset() + " is outstanding is not proved: " + refused.getMessage());
        }
        require(record.isPresent(), Doubt.ASSET_NOT_PROVED, "there is no asset " + statement.asset());
        byte[] value = record.get();
        require(
                value.length >= Long.BYTES && ByteBuffer.wrap(value).getLong() >= 0,
                Doubt.ASSET_MALFORMED,
                "what stands in the state is not an asset");
        return ByteBuffer.wrap(value).getLong();
    }

    private static List<GroupRecord> records(RegisterStatement statement, Hash stateRoot) throws Doubtful {
        try {
            return StateGroupCheck.prove(stateRoot, RegisterStatement.group(statement.asset()), statement.positions())
                    .records();
        } catch (StateProofRefused refused) {
            throw new Doubtful(
                    Doubt.REGISTER_NOT_PROVED,
                    "it is not proved that these are all who hold " + statement.asset() + ": " + refused.getMessage());
        }
    }
}
