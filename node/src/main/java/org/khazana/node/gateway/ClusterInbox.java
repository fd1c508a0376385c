package org.khazana.node.gateway;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.port.MessageReceiver;
import org.khazana.node.apply.BlockInspection;
import org.khazana.node.finality.VoteCheck;
import org.khazana.node.transport.ForwardAnswer;
import org.khazana.node.transport.PeerReceiver;
import org.khazana.node.transport.SnapshotAnswer;
import org.khazana.node.transport.SnapshotQuestion;
import org.khazana.node.transport.SparingLog;

/** Takes what peers send: messages go to the replica once the blocks in them are checked, submissions to the leader. */
public final class ClusterInbox implements PeerReceiver {
    private final Checks checks;
    private final MessageReceiver replica;
    private final SubmissionCheck check;
    private final LeaderRoute route;
    private final Executor checkers;
    private final BiConsumer<SnapshotQuestion, Consumer<SnapshotAnswer>> snapshots;
    private final BiConsumer<MemberId, byte[]> finality;
    private final Consumer<MemberId> called;
    private final SparingLog log = new SparingLog();

    /** What messages must stand before they reach the replica. */
    public record Checks(BlockInspection blocks, VoteCheck votes) {}

    /**
     * Takes messages and submissions.
     *
     * @param replica takes checked messages
     * @param snapshots answers questions for snapshots; does not block
     * @param finality takes what peers have signed; does not block
     * @param called told who has connected; does not block
     */
    public ClusterInbox(
            Checks checks,
            MessageReceiver replica,
            SubmissionCheck check,
            LeaderRoute route,
            Executor checkers,
            BiConsumer<SnapshotQuestion, Consumer<SnapshotAnswer>> snapshots,
            BiConsumer<MemberId, byte[]> finality,
            Consumer<MemberId> called) {
        this.checks = checks;
        this.replica = replica;
        this.check = check;
        this.route = route;
        this.checkers = checkers;
        this.snapshots = snapshots;
        this.finality = finality;
        this.called = called;
    }

    @Override
    public void message(MemberId from, Message message) {
        Optional<String> unsigned = checks.votes().problemWith(from, message);
        if (unsigned.isPresent()) {
            reportVote(from, unsigned.get());
        } else if (message instanceof AppendRequest append) {
            soundPart(from, append).ifPresent(sound -> replica.receive(from, sound));
        } else {
            replica.receive(from, message);
        }
    }

    @Override
    public void vote(MemberId from, Message message, byte[] signature) {
        Optional<String> problem = checks.votes().problemWith(from, message, signature);
        if (problem.isPresent()) {
            reportVote(from, problem.get());
        } else {
            replica.receive(from, message);
        }
    }

    private void reportVote(MemberId from, String problem) {
        log.error("votes of " + from, from + " " + problem + "; it is ignored");
    }

    /**
     * Up to where the message can be checked here; consensus sends the rest again, as if it had been lost, and by then more blocks are
     * executed. A message with a block that is wrong is lost as a whole.
     */
    private Optional<AppendRequest> soundPart(MemberId from, AppendRequest append) {
        List<LogEntry> entries = append.entries();
        for (int i = 0; i < entries.size(); i++) {
            LogEntry entry = entries.get(i);
            switch (checks.blocks().inspect(entry, from, append.term())) {
                case BlockInspection.Finding.Sound sound -> {}
                case BlockInspection.Finding.NotYet notYet -> {
                    log.warn(from
                            + " sends blocks whose proposers cannot be checked before those ahead of them are"
                            + " executed");
                    return Optional.of(append.cutTo(i));
                }
                case BlockInspection.Finding.Wrong(String problem) -> {
                    log.error(
                            "blocks of " + from,
                            from + " sent block " + entry.id() + ", but " + problem + "; the message is ignored");
                    return Optional.empty();
                }
            }
        }
        return Optional.of(append);
    }

    @Override
    public void finality(MemberId from, byte[] message) {
        finality.accept(from, message);
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
        try {
            checkers.execute(() -> proposeChecked(envelope, answer));
        } catch (RejectedExecutionException e) {
            answer.accept(new ForwardAnswer.Overloaded());
        }
    }

    @Override
    public void snapshotQuestion(MemberId from, SnapshotQuestion question, Consumer<SnapshotAnswer> answer) {
        snapshots.accept(question, answer);
    }

    /** Never goes on to a third node: the one that asked finds the leader by itself, so nothing runs in circles. */
    private void proposeChecked(byte[] envelope, Consumer<ForwardAnswer> answer) {
        switch (check.judge(envelope)) {
            case SubmissionCheck.Verdict.Refused refused ->
                answer.accept(new ForwardAnswer.Refused(refused.code().number(), refused.detail()));
            // It stands in a block that the sender will execute too; no need for it to stand in another.
            case SubmissionCheck.Verdict.ExecutedBefore before ->
                answer.accept(new ForwardAnswer.Accepted(
                        new EntryId(route.status().term(), before.receipt().height())));
            case SubmissionCheck.Verdict.NotNow notNow -> answer.accept(new ForwardAnswer.Overloaded());
            case SubmissionCheck.Verdict.Admitted admitted -> route.propose(envelope, answer);
        }
    }
}
