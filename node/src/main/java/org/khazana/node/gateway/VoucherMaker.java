package org.khazana.node.gateway;

import java.util.Optional;
import java.util.function.LongFunction;
import org.khazana.storage.snapshot.SnapshotVoucher;
import org.khazana.storage.snapshot.VoucherCodec;
import org.khazana.storage.state.LedgerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts together what makes the snapshot of a height believed, from what this node keeps. Any thread. */
public final class VoucherMaker implements LongFunction<Optional<SnapshotVoucher>> {
    private static final Logger LOG = LoggerFactory.getLogger(VoucherMaker.class);

    private final TestimonyMaker testimonies;
    private final BlockArchive blocks;

    public VoucherMaker(LedgerStore store, BlockArchive blocks) {
        this.testimonies = new TestimonyMaker(store);
        this.blocks = blocks;
    }

    /** Empty, and the operator is told why, if it cannot be made here. */
    @Override
    public Optional<SnapshotVoucher> apply(long height) {
        return switch (testimonies.of(height)) {
            case TestimonyMaker.Outcome.Made(var testimony) ->
                blocks.header(height)
                        .map(header -> new SnapshotVoucher(header, testimony))
                        .filter(voucher -> VoucherCodec.encode(voucher).length <= VoucherCodec.BYTES_MAX);
            case TestimonyMaker.Outcome.NotCertified(String why) -> without(height, why);
            case TestimonyMaker.Outcome.HeadNotKept(long missing) ->
                without(height, "the head of block " + missing + " is not kept here");
            case TestimonyMaker.Outcome.Impossible(String why) -> without(height, why);
        };
    }

    private static Optional<SnapshotVoucher> without(long height, String why) {
        LOG.warn("nobody can be shown that the state of block {} is certified: {}", height, why);
        return Optional.empty();
    }
}
