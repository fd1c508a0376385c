package org.khazana.consensus.raft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplicationTest {

    @Test
    void aProposalOfTheLeaderIsAppliedByAllMembersInOrder() {
        TestCluster cluster = new TestCluster(3);
        TestMember leader = cluster.electLeader();

        cluster.propose(leader, "a");
        cluster.propose(leader, "b");

        assertThat(cluster.members)
                .allSatisfy(member -> assertThat(member.appliedTexts()).containsExactly("a", "b"));
    }

    @Test
    void theWritesOfAMajorityGoOnWhenTheLeaderIsCutOff() {
        TestCluster cluster = new TestCluster(3);
        TestMember old = cluster.electLeader();
        cluster.propose(old, "a");

        cluster.isolate(cluster.members.indexOf(old) + 1);
        cluster.propose(old, "lost");
        cluster.run(3_000);
        TestMember next = cluster.newestLeader().orElseThrow();
        cluster.propose(next, "b");
        cluster.heal();
        cluster.run(1_000);

        assertThat(next).isNotSameAs(old);
        assertThat(cluster.members)
                .allSatisfy(member -> assertThat(member.appliedTexts()).containsExactly("a", "b"));
    }
}
