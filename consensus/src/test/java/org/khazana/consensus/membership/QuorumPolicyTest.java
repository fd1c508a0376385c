package org.khazana.consensus.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuorumPolicyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # members | group | of group | agreeing | quorum
            a         |       | 0        | a        | true
            a b       |       | 0        | a        | false
            a b       |       | 0        | a b      | true
            a b c     |       | 0        | a c      | true
            a b c     |       | 0        | c        | false
            a b c d   |       | 0        | a b      | false
            a b c d   |       | 0        | a b c    | true
            a b c d   | a b   | 1        | a c d    | true
            a b c d   | a     | 1        | b c d    | false
            a b c d e | a b   | 1        | c d e    | false
            a b c d e | a b   | 1        | b c d    | true
            a b c d e | a b   | 2        | b c d    | false
            a b c d e | a b   | 2        | a b e    | true
            """)
    void aQuorumNeedsEveryClause(String members, String group, int ofGroup, String agreeing, boolean quorum) {
        assertThat(policy(members, group, ofGroup).hasQuorum(ids(agreeing))).isEqualTo(quorum);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # members | group | of group | reached by each | reached by a quorum
            a         |       | 0        | 7               | 7
            a b       |       | 0        | 7 3             | 3
            a b c     |       | 0        | 7 3 5           | 5
            a b c d   |       | 0        | 9 7 3 5         | 5
            a b c d   | a b   | 1        | 1 2 8 8         | 2
            a b c d   | a b   | 1        | 1 8 8 8         | 8
            a b c d   | a b   | 2        | 1 8 8 8         | 1
            a b c d e |       | 0        | 9 8 7 6 5       | 7
            a b c d e | a     | 1        | 0 8 7 6 5       | 0
            """)
    void theIndexReachedByAQuorumIsTheLowestOfTheClauses(
            String members, String group, int ofGroup, String reached, long expected) {
        QuorumPolicy policy = policy(members, group, ofGroup);
        Map<MemberId, Long> indices = new TreeMap<>();
        String[] each = reached.split(" ", -1);
        List<MemberId> inOrder = List.copyOf(policy.members());
        for (int i = 0; i < each.length; i++) {
            indices.put(inOrder.get(i), Long.valueOf(each[i]));
        }

        assertThat(policy.indexReachedByQuorum(member -> indices.getOrDefault(member, -1L)))
                .isEqualTo(expected);
    }

    @Test
    void twoQuorumsCannotMissEachOther() {
        QuorumClause half = new QuorumClause("all", new TreeSet<>(ids("a b c d")), 2);

        assertThatThrownBy(() -> new QuorumPolicy(List.of(half))).hasMessageContaining("majority");
    }

    @Test
    void aClauseNamesOnlyMembers() {
        QuorumClause all = QuorumClause.majorityOf("all", ids("a b c"));
        QuorumClause strangers = new QuorumClause("GOVERNMENT", new TreeSet<>(ids("c d")), 1);

        assertThatThrownBy(() -> new QuorumPolicy(List.of(all, strangers))).hasMessageContaining("no member");
    }

    private static QuorumPolicy policy(String members, String group, int ofGroup) {
        QuorumClause all = QuorumClause.majorityOf("all", ids(members));
        return group == null
                ? new QuorumPolicy(List.of(all))
                : new QuorumPolicy(List.of(all, new QuorumClause("GOVERNMENT", new TreeSet<>(ids(group)), ofGroup)));
    }

    private static Set<MemberId> ids(String names) {
        return Stream.of(names.split(" ", -1))
                .map(name -> new MemberId(name, 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
