package org.khazana.consensus.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.port.StateMachine;
import org.khazana.consensus.raft.Chain;
import org.khazana.consensus.raft.CoreSettings;
import org.khazana.consensus.raft.ElectionPriority;
import org.khazana.consensus.raft.Identity;
import org.khazana.consensus.raft.RaftCore;
import org.khazana.consensus.raft.RecoveredState;

/** Real replicas with their threads, joined in memory. */
final class TestReplicas implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 20_000;
    static final CoreSettings SETTINGS = CoreSettings.forLocalNetwork();

    final Map<MemberId, Member> members = new TreeMap<>();
    volatile Predicate<Message> isLost = message -> false;

    /** One replica and everything around it. */
    static final class Member {
        final MemberId id;
        final FakeDisk disk;
        final List<LogEntry> applied = new CopyOnWriteArrayList<>();
        final List<String> faults = new CopyOnWriteArrayList<>();
        final List<Message> sent = new CopyOnWriteArrayList<>();
        volatile Optional<RuntimeException> applyFailure = Optional.empty();
        volatile CountDownLatch mayApply = new CountDownLatch(0);
        volatile RaftReplica replica;

        Member(MemberId id, TestReplicas cluster, QuorumPolicy policy, ReplicaLimits limits) {
            this.id = id;
            this.disk = new FakeDisk(Configuration.of(policy));
            RaftCore core = new RaftCore(
                    new Identity(id, ElectionPriority.PREFERRED, 1, 1),
                    SETTINGS,
                    Chain::create,
                    new RecoveredState(disk.load(), disk, 0, Optional.empty()));
            ReplicaPorts ports = new ReplicaPorts(
                    disk,
                    disk,
                    (to, message) -> cluster.deliver(this, to, message),
                    new Machine(),
                    (from, last, configuration) -> {});
            this.replica =
                    RaftReplica.start(core, ports, limits, Clock.ofSystem(), (sentence, cause) -> faults.add(sentence));
        }

        private final class Machine implements StateMachine {
            @Override
            public long appliedIndex() {
                return applied.size();
            }

            @Override
            public void apply(LogEntry entry) {
                try {
                    mayApply.await();
                } catch (InterruptedException stopping) {
                    throw new IllegalStateException(stopping);
                }
                applyFailure.ifPresent(failure -> {
                    throw failure;
                });
                applied.add(entry);
            }
        }

        List<String> appliedTexts() {
            return applied.stream()
                    .map(Chain::text)
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
    }

    TestReplicas(int size, ReplicaLimits limits) {
        List<MemberId> ids = new ArrayList<>();
        for (int number = 1; number <= size; number++) {
            ids.add(new MemberId("m" + number, 1));
        }
        QuorumPolicy policy = new QuorumPolicy(List.of(QuorumClause.majorityOf("all", new TreeSet<>(ids))));
        ids.forEach(id -> members.put(id, new Member(id, this, policy, limits)));
    }

    private void deliver(Member from, MemberId to, Message message) {
        from.sent.add(message);
        Member receiver = members.get(to);
        if (receiver != null && !isLost.test(message)) {
            receiver.replica.receive(from.id, message);
        }
    }

    Member leader() {
        AtomicInteger found = new AtomicInteger(-1);
        List<Member> all = List.copyOf(members.values());
        await("a leader", () -> {
            for (int i = 0; i < all.size(); i++) {
                boolean leads = all.get(i).replica.status().leader().equals(Optional.of(all.get(i).id));
                if (leads && all.get(i).faults.isEmpty()) {
                    found.set(i);
                }
            }
            return found.get() >= 0;
        });
        return all.get(found.get());
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(200_000);
        }
    }

    @Override
    public void close() {
        // Also when a failed test left them held.
        members.values().forEach(member -> member.disk.release());
        members.values().forEach(member -> member.mayApply.countDown());
        members.values().forEach(member -> member.replica.close());
    }
}
