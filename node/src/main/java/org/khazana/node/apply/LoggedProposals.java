package org.khazana.node.apply;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.port.LogReader;
import org.khazana.ledger.finality.SignedProposal;
import org.khazana.ledger.wire.BlockCodec;
import org.khazana.ledger.wire.MalformedBlock;

/** The signed headers of the blocks in the log of this node, committed or not. */
public record LoggedProposals(LogReader log, ProposerCheck proposers)
        implements LongFunction<Optional<SignedProposal>> {

    @Override
    public Optional<SignedProposal> apply(long height) {
        if (height < 1) {
            return Optional.empty();
        }
        List<LogEntry> found = log.read(height, height, Long.MAX_VALUE);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            return proposers.signed(BlockCodec.decode(found.getFirst().payload().bytes()));
        } catch (MalformedBlock damage) {
            throw new IllegalStateException("block " + height + " of the log cannot be read", damage);
        }
    }
}
