package org.khazana.node.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.consensus.port.PeerSender;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.wire.BlockCodec;
import org.khazana.ledger.wire.MalformedBlock;
import org.khazana.node.finality.HeadSigner;
import org.khazana.node.identity.SigningKey;

/** What a validator says to its peers when it lies, with its own key, while consensus within it is honest. */
final class LyingPeers {
    private LyingPeers() {}

    /** Whenever it votes for somebody, it votes for all {@code others} as well. */
    static PeerSender votingTwice(PeerSender honest, List<MemberId> others) {
        return (to, message) -> {
            honest.send(to, message);
            boolean isVote =
                    message instanceof VoteRequest || (message instanceof VoteResponse response && response.granted());
            if (isVote) {
                others.forEach(other -> honest.send(other, new VoteResponse(message.term(), true)));
            }
        };
    }

    /** Shows some of its followers other blocks than the rest, from a height on. */
    static final class Forking {
        private static final Comparator<EntryHash> HASHES =
                (one, other) -> Arrays.compareUnsigned(one.toBytes(), other.toBytes());

        private final HeadSigner signer;
        private final AtomicReference<Optional<Fork>> fork = new AtomicReference<>(Optional.empty());
        /** By the hash of the entry that others are shown. */
        private final Map<EntryHash, LogEntry> shownInstead = new ConcurrentSkipListMap<>(HASHES);

        private record Fork(Set<String> victims, long afterHeight) {}

        Forking(byte[] privateKey) {
            this.signer = new HeadSigner(privateKey);
        }

        static Forking with(InProcessCluster cluster, String validator) {
            return new Forking(SigningKey.read(cluster.checked(validator).config()));
        }

        void begin(Set<String> victims, long afterHeight) {
            fork.set(Optional.of(new Fork(victims, afterHeight)));
        }

        PeerSender over(PeerSender honest) {
            return (to, message) -> honest.send(to, said(to, message));
        }

        private Message said(MemberId to, Message message) {
            Optional<Fork> begun = Objects.requireNonNull(fork.get());
            return message instanceof AppendRequest append
                            && begun.isPresent()
                            && begun.get().victims().contains(to.validator())
                    ? forked(append, begun.get())
                    : message;
        }

        private AppendRequest forked(AppendRequest append, Fork begun) {
            List<LogEntry> entries = new ArrayList<>();
            for (LogEntry entry : append.entries()) {
                entries.add(
                        entry.index() <= begun.afterHeight()
                                ? entry
                                : shownInstead.computeIfAbsent(entry.hash(), hash -> another(entry)));
            }
            LogEntry previous = shownInstead.get(append.previousHash());
            return new AppendRequest(
                    append.term(),
                    append.previous(),
                    previous == null ? append.previousHash() : previous.hash(),
                    entries,
                    append.commitIndex(),
                    append.readmission(),
                    append.round());
        }

        /** The same transactions, a millisecond later, after what was shown instead of the parent. */
        private LogEntry another(LogEntry entry) {
            LogEntry parent = shownInstead.get(entry.parentHash());
            EntryHash parentHash = parent == null ? entry.parentHash() : parent.hash();
            Block block = decoded(entry);
            BlockHeader was = block.header();
            BlockHeader header = new BlockHeader(
                    was.version(),
                    was.chainId(),
                    was.height(),
                    was.term(),
                    was.proposer(),
                    was.timeMillis() + 1,
                    Hash.of(parentHash.toBytes()),
                    was.transactionsRoot(),
                    was.transactionCount(),
                    was.validatorSetHash(),
                    was.certificateHash());
            Block other = new Block(
                    header,
                    HeaderLayout.hash(header),
                    block.envelopes(),
                    block.membership(),
                    block.certificate(),
                    Optional.of(signer.sign(header)));
            return new LogEntry(
                    entry.id(),
                    header.timeMillis(),
                    parentHash,
                    EntryHash.of(other.hash().toBytes()),
                    Payload.wrap(BlockCodec.encode(other)),
                    entry.configuration());
        }

        private static Block decoded(LogEntry entry) {
            try {
                return BlockCodec.decode(entry.payload().bytes());
            } catch (MalformedBlock e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
