package org.khazana.simulation.cluster;

import java.util.List;
import java.util.Locale;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.message.PreVoteRequest;
import org.khazana.consensus.message.PreVoteResponse;
import org.khazana.consensus.message.ReadIndexRequest;
import org.khazana.consensus.message.ReadIndexResponse;
import org.khazana.consensus.message.SnapshotOffer;
import org.khazana.consensus.message.TimeoutNow;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.consensus.raft.DurableWrite;
import org.khazana.consensus.raft.RaftEvent;
import org.khazana.consensus.raft.ReplicaStatus;

/** Short words for traces and diagrams. Entries are written {@code index@term}. */
public final class Wording {
    private Wording() {}

    public static String of(Message message) {
        return switch (message) {
            case PreVoteRequest request -> "pre-vote? term " + request.term() + " last " + request.last();
            case PreVoteResponse response -> "pre-vote " + granted(response.granted()) + " term " + response.term();
            case VoteRequest request ->
                "vote? term " + request.term() + " last " + request.last() + (request.isHandover() ? " handover" : "");
            case VoteResponse response -> "vote " + granted(response.granted()) + " term " + response.term();
            case AppendRequest request ->
                "append term " + request.term() + " after " + request.previous() + entries(request) + " commit "
                        + request.commitIndex() + " round " + request.round()
                        + request.readmission()
                                .map(readmission -> " whole at " + readmission.index())
                                .orElse("");
            case AppendResponse.Accepted accepted ->
                "accepted term " + accepted.term() + " match " + accepted.matchIndex() + " round " + accepted.round()
                        + recovering(accepted);
            case AppendResponse.Rejected rejected ->
                "rejected term " + rejected.term() + " at " + rejected.rejectedIndex() + " hint " + rejected.hint()
                        + " round " + rejected.round() + recovering(rejected);
            case SnapshotOffer offer ->
                "offers snapshot term " + offer.term() + " of " + offer.last().id() + " round " + offer.round();
            case TimeoutNow request -> "stand now! term " + request.term();
            case ReadIndexRequest request ->
                "read? term " + request.term() + " number " + request.id().number();
            case ReadIndexResponse response ->
                "read term " + response.term() + " number " + response.id().number() + " at " + response.index();
        };
    }

    private static String recovering(AppendResponse response) {
        return response.isRecovering() ? " recovering" : "";
    }

    private static String granted(boolean granted) {
        return granted ? "granted" : "refused";
    }

    private static String entries(AppendRequest request) {
        return request.entries().isEmpty() ? "" : " entries " + ids(request.entries());
    }

    private static String ids(List<LogEntry> entries) {
        StringBuilder text = new StringBuilder();
        for (LogEntry entry : entries) {
            text.append(text.isEmpty() ? "" : " ").append(entry.id());
        }
        return text.toString();
    }

    public static String of(DurableWrite write) {
        StringBuilder text = new StringBuilder("ticket " + write.ticket());
        write.hardState()
                .ifPresent(vote -> text.append(", term ")
                        .append(vote.term())
                        .append(" vote ")
                        .append(vote.votedFor().map(MemberId::toString).orElse("none"))
                        .append(vote.isRecovering() ? ", recovering" : ""));
        write.restart()
                .ifPresent(restart ->
                        text.append(", restart after ").append(restart.base().id()));
        write.truncateFrom().ifPresent(from -> text.append(", truncate from ").append(from));
        if (!write.entries().isEmpty()) {
            text.append(", append ").append(ids(write.entries()));
        }
        write.compactThrough()
                .ifPresent(through -> text.append(", compact through ").append(through));
        return text.toString();
    }

    public static String of(RaftEvent event) {
        return switch (event) {
            case RaftEvent.PreVoteStarted started -> "asks for pre-votes for term " + started.term();
            case RaftEvent.ElectionStarted started -> "asks for votes in term " + started.term();
            case RaftEvent.BecameLeader leader -> "leads term " + leader.term() + ", opens with " + leader.opening();
            case RaftEvent.FollowsLeader follows -> "follows " + follows.leader() + " in term " + follows.term();
            case RaftEvent.SteppedDown down ->
                "steps down in term " + down.term() + ": "
                        + down.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case RaftEvent.Truncated truncated -> "truncates from " + truncated.fromIndex();
            case RaftEvent.MembershipChanged changed ->
                "membership from " + changed.placed().index() + ": "
                        + of(changed.placed().configuration());
            case RaftEvent.HandingOver handing -> "hands over to " + handing.to();
            case RaftEvent.HandoverGivenUp given -> "gives up handing over to " + given.to();
            case RaftEvent.Recovered recovered -> "has recovered through " + recovered.throughIndex();
            case RaftEvent.FollowerRecovers follower ->
                "does not count " + follower.follower() + " until it has recovered through " + follower.throughIndex();
            case RaftEvent.FollowerForgot forgot ->
                "does not count " + forgot.follower() + ", which denies " + forgot.deniedIndex()
                        + " after acknowledging " + forgot.acknowledgedIndex();
            case RaftEvent.SnapshotReplacedLog replaced -> "goes on after the snapshot of " + replaced.last();
            case RaftEvent.Protested protested -> "protests against " + protested.from() + ": " + protested.why();
        };
    }

    public static String of(Configuration configuration) {
        return "voters " + configuration.voters().members()
                + configuration
                        .outgoing()
                        .map(old -> " and outgoing " + old.members())
                        .orElse("")
                + (configuration.observers().isEmpty() ? "" : " observers " + configuration.observers());
    }

    public static String of(ReplicaStatus status) {
        StringBuilder text = new StringBuilder();
        text.append(status.role().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .append(" term ")
                .append(status.term())
                .append(" leader ")
                .append(status.leader().map(MemberId::toString).orElse("none"))
                .append(" last ")
                .append(status.last())
                .append(" durable ")
                .append(status.durableIndex())
                .append(" commit ")
                .append(status.commitIndex());
        for (ReplicaStatus.FollowerStatus follower : status.followers()) {
            text.append(", ").append(follower.member()).append(" match ").append(follower.matchIndex());
        }
        return text.toString();
    }
}
