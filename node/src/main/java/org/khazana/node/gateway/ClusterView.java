package org.khazana.node.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.khazana.api.port.ClusterStatus;
import org.khazana.api.port.ClusterStatus.ValidatorStatus;
import org.khazana.api.port.NodeHealth;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.ledger.validator.Validator;
import org.khazana.node.membership.Roster;
import org.khazana.node.transport.LocalPeer;

/** The cluster and this node's place in it, put into words and figures. */
public final class ClusterView {
    /** A node further behind than this sends its clients elsewhere. */
    private static final long BLOCKS_BEHIND_MAX = 100;

    private static final String RECOVERING = "RECOVERING";
    private static final String OBSERVER = "OBSERVER";

    private final LocalPeer local;
    private final Supplier<Roster> roster;
    private final Supplier<ReplicaStatus> replica;
    private final LongSupplier executedHeight;
    private final LongSupplier certifiedHeight;
    private final Supplier<Map<String, String>> connectionTroubles;

    /**
     * Looks at the parts it is given, each time anew.
     *
     * @param connectionTroubles why a peer is not connected, for each that is not
     */
    public ClusterView(
            LocalPeer local,
            Supplier<Roster> roster,
            Supplier<ReplicaStatus> replica,
            LongSupplier executedHeight,
            LongSupplier certifiedHeight,
            Supplier<Map<String, String>> connectionTroubles) {
        this.local = local;
        this.roster = roster;
        this.replica = replica;
        this.executedHeight = executedHeight;
        this.certifiedHeight = certifiedHeight;
        this.connectionTroubles = connectionTroubles;
    }

    ClusterStatus cluster() {
        ReplicaStatus status = replica.get();
        Map<String, String> troubles = connectionTroubles.get();
        Roster known = roster.get();
        List<ValidatorStatus> validators = known.everybody().stream()
                .map(validator -> validator(validator, known, status, troubles))
                .toList();
        return new ClusterStatus(
                local.chainId(),
                local.networkName(),
                status.self().validator(),
                role(status),
                status.term().number(),
                status.leader().map(MemberId::validator),
                status.last().index(),
                status.commitIndex(),
                executedHeight.getAsLong(),
                certifiedHeight.getAsLong(),
                known.appointed().epoch(),
                known.isSettled(),
                validators);
    }

    private static String role(ReplicaStatus status) {
        if (status.isRecovering()) {
            return RECOVERING;
        }
        boolean isVoter = status.membership().configuration().isVoter(status.self());
        return isVoter ? status.role().name() : OBSERVER;
    }

    private static ValidatorStatus validator(
            Validator validator, Roster roster, ReplicaStatus status, Map<String, String> troubles) {
        MemberId member = new MemberId(validator.id(), validator.directory());
        return new ValidatorStatus(
                validator.id(),
                validator.organisation(),
                validator.group().name(),
                roster.dutyOf(member),
                !troubles.containsKey(validator.id()),
                matchIndex(member, status));
    }

    private static Optional<Long> matchIndex(MemberId member, ReplicaStatus status) {
        if (status.role() != ReplicaStatus.RoleName.LEADER) {
            return Optional.empty();
        }
        return member.equals(status.self())
                ? Optional.of(status.durableIndex())
                : status.followers().stream()
                        .filter(follower -> follower.member().equals(member))
                        .map(ReplicaStatus.FollowerStatus::matchIndex)
                        .findFirst();
    }

    NodeHealth health() {
        ReplicaStatus status = replica.get();
        if (status.leader().isEmpty()) {
            return new NodeHealth(false, "no leader is known" + troublesInWords());
        }
        long behind = status.commitIndex() - executedHeight.getAsLong();
        return behind > BLOCKS_BEHIND_MAX
                ? new NodeHealth(false, "the state is " + behind + " blocks behind what is committed")
                : new NodeHealth(true, "follows " + status.leader().get().validator() + " in term " + status.term());
    }

    private String troublesInWords() {
        String words = connectionTroubles.get().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? "" : ": " + words;
    }
}
