package org.khazana.node.bench.order;

import java.util.Optional;
import java.util.function.Consumer;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.port.MessageReceiver;
import org.khazana.node.transport.ForwardAnswer;
import org.khazana.node.transport.PeerReceiver;
import org.khazana.node.transport.SnapshotAnswer;
import org.khazana.node.transport.SnapshotQuestion;

/** Takes what the other members send: consensus, with entries that are held against their hashes, and nothing else. */
final class OrderingInbox implements PeerReceiver {
    private final MessageReceiver replica;
    private final Consumer<MemberId> called;

    OrderingInbox(MessageReceiver replica, Consumer<MemberId> called) {
        this.replica = replica;
        this.called = called;
    }

    @Override
    public void message(MemberId from, Message message) {
        if (message instanceof AppendRequest append
                && !append.entries().stream().allMatch(OpaqueEntries::isSound)) {
            throw new IllegalStateException(from + " sent an entry that does not give its hash");
        }
        replica.receive(from, message);
    }

    @Override
    public void vote(MemberId from, Message message, byte[] signature) {
        replica.receive(from, message);
    }

    @Override
    public void finality(MemberId from, byte[] message) {
        // Nobody signs here.
    }

    @Override
    public void connected(MemberId from) {
        called.accept(from);
    }

    @Override
    public void disconnected(MemberId from) {
        replica.disconnected(from);
    }

    @Override
    public void submission(MemberId from, byte[] envelope, Consumer<ForwardAnswer> answer) {
        answer.accept(new ForwardAnswer.NotLeader(Optional.empty()));
    }

    @Override
    public void snapshotQuestion(MemberId from, SnapshotQuestion question, Consumer<SnapshotAnswer> answer) {
        answer.accept(new SnapshotAnswer.Gone());
    }
}
