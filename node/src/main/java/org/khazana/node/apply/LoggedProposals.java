package org.khazana.node.apply;

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
        try {
            for (LogEntry entry : log.read(height, height, Long.MAX_VALUE)) {
                return proposers.signed(BlockCodec.decode(entry.payload().bytes()));
            }
            return Optional.empty();
        } catch (MalformedBlock damage) {
            throw new IllegalStateException("block " + height + " of the log cannot be read", damage);
        }
    }
}
