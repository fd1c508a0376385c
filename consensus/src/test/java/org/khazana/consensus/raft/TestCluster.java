package org.khazana.consensus.raft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;

/** A few members, one clock, and a network that delivers at once and in order except where a test cuts it. */
final class TestCluster {
    static final CoreSettings SETTINGS = new CoreSettings(10, 50, 500, 1_000, 300, 4, 1_200, 5_000, 5_000, 8, 5, 3);

    final List<TestMember> members = new ArrayList<>();
    final List<Sent> delivered = new ArrayList<>();
    long nowMillis = 10_000;
    Predicate<Sent> isLost = sent -> false;

    private final Set<String> cuts = new HashSet<>();

    /** A message under way. */
    record Sent(MemberId from, Outgoing outgoing) {
        MemberId to() {
            return outgoing.to();
        }
    }

    TestCluster(int size) {
        this(majorityOf(size));
    }

    TestCluster(QuorumPolicy policy) {
        policy.members().forEach(id -> members.add(new TestMember(id, policy, SETTINGS, HardState.NONE, List.of())));
    }

    static MemberId id(int number) {
        return new MemberId("m" + number, 1);
    }

    static QuorumPolicy majorityOf(int size) {
        Set<MemberId> ids = new TreeSet<>();
        for (int number = 1; number <= size; number++) {
            ids.add(id(number));
        }
        return new QuorumPolicy(List.of(QuorumClause.majorityOf("all", ids)));
    }

    /** Members are numbered from 1. */
    TestMember member(int number) {
        return members.get(number - 1);
    }

    /** Lets time pass in ticks; all messages arrive within the tick in which they are sent. */
    void run(int millis) {
        for (int passed = 0; passed < millis; passed += SETTINGS.tickMillis()) {
            nowMillis += SETTINGS.tickMillis();
            members.forEach(member -> member.step(nowMillis, new Input.Tick()));
            settle();
        }
    }

    /** Delivers until nothing is under way. */
    void settle() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (TestMember member : members) {
                Optional<Outgoing> message = member.takeMessage();
                while (message.isPresent()) {
                    moved = true;
                    deliver(new Sent(member.id, message.get()));
                    message = member.takeMessage();
                }
            }
        }
    }

    private void deliver(Sent sent) {
        if (cuts.contains(sent.from() + ">" + sent.to()) || isLost.test(sent)) {
            return;
        }
        delivered.add(sent);
        members.stream()
                .filter(member -> member.id.equals(sent.to()))
                .forEach(member -> member.step(
                        nowMillis,
                        new Input.Received(sent.from(), sent.outgoing().message())));
    }

    TestMember electLeader() {
        for (int tries = 0; tries < 500; tries++) {
            run(10);
            Optional<TestMember> leader = newestLeader();
            if (leader.isPresent()) {
                return leader.get();
            }
        }
        throw new AssertionError("no leader after 5 s");
    }

    /** Elects a certain member by letting only it notice the passing of time. */
    TestMember elect(int number) {
        for (int tries = 0; tries < 300 && !member(number).leads(); tries++) {
            nowMillis += SETTINGS.tickMillis();
            member(number).step(nowMillis, new Input.Tick());
            settle();
        }
        if (!member(number).leads()) {
            throw new AssertionError("m" + number + " was not elected");
        }
        return member(number);
    }

    Optional<TestMember> newestLeader() {
        return members.stream()
                .filter(TestMember::leads)
                .max((a, b) -> a.status().term().compareTo(b.status().term()));
    }

    /** A new member that knows nothing but the founding configuration, in which it does not stand. */
    TestMember join(int number, QuorumPolicy founding) {
        TestMember member = new TestMember(id(number), founding, SETTINGS, HardState.NONE, List.of());
        members.add(member);
        return member;
    }

    ProposalOutcome change(TestMember member, Configuration target) {
        member.step(nowMillis, new Input.ChangeMembership(target));
        settle();
        return member.outcome.orElseThrow();
    }

    ProposalOutcome propose(TestMember member, String text) {
        member.step(nowMillis, new Input.Propose(nowMillis, List.of(Chain.payload(text))));
        settle();
        return member.outcome.orElseThrow();
    }

    void cutOneWay(int from, int to) {
        cuts.add(id(from) + ">" + id(to));
    }

    void isolate(int number) {
        for (int other = 1; other <= members.size(); other++) {
            cutOneWay(number, other);
            cutOneWay(other, number);
        }
    }

    void heal() {
        cuts.clear();
        isLost = sent -> false;
    }
}
