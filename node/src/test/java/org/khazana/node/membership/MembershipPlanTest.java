package org.khazana.node.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.node.membership.Appointed.configuration;
import static org.khazana.node.membership.Appointed.observed;
import static org.khazana.node.membership.Appointed.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.validator.ValidatorSet;

class MembershipPlanTest {
    private static final int STEPS_MAX = 10;

    @Test
    void theQuorumIsAMajorityOfAllVotersWithOneOfTheGovernment() {
        Configuration aim = configuration("A1 b1 c1 D1 e1?");

        assertThat(aim.hasQuorum(members("b1", "c1", "e1"))).isFalse();
        assertThat(aim.hasQuorum(members("a1", "b1"))).isFalse();
        assertThat(aim.hasQuorum(members("a1", "b1", "c1"))).isTrue();
        assertThat(aim.observers()).isEqualTo(members("e1"));
    }

    @ParameterizedTest
    @CsvSource({
        "A1 b1 c1,    A1 b1 c1 d1",
        "A1 b1 c1,    A1 b1 c1 d1?",
        "A1 b1 c1 d1, A1 b1 c1",
        "A1 b1 c1,    A1 b1 c2",
        "A1 b1 c1,    A1 b1 c1?",
        "A1 b1 c1?,   A1 b1 c1",
        "A1 b1 c1,    D1 e1 f1",
        "A1 b1 c1,    A2 b2 c2",
        "A1,          A2",
        "A1 b1?,      A1 c1 d1?"
    })
    void stepByStepTheAppointedValidatorsTakePart(String before, String after) {
        ValidatorSet appointed = set(1, after);

        List<Configuration> way = follow(configuration(before), appointed);

        assertThat(way.getLast()).isEqualTo(MembershipPlan.aim(appointed));
        for (int i = 1; i < way.size(); i++) {
            Configuration from = way.get(i - 1);
            assertThat(MembershipPlan.permits(from, way.get(i), appointed)).isTrue();
            assertThat(way.get(i).voters().members())
                    .as("a new voter observed before")
                    .allMatch(voter -> from.members().contains(voter));
        }
    }

    /** As consensus goes: each change that is asked for, jointly where voters change. */
    private static List<Configuration> follow(Configuration start, ValidatorSet appointed) {
        List<Configuration> way = new ArrayList<>(List.of(start));
        while (way.size() < STEPS_MAX) {
            Configuration now = way.getLast();
            Optional<Configuration> target = MembershipPlan.next(now, appointed);
            if (now.isJoint()) {
                way.add(now.settled());
            } else if (target.isPresent()) {
                way.add(now.towards(target.get()));
            } else {
                return way;
            }
        }
        throw new AssertionError("no end after " + way);
    }

    @Test
    void aNewcomerIsNoVoterAtOnce() {
        assertThat(MembershipPlan.next(configuration("A1 b1"), set(1, "A1 b1 c1")))
                .contains(observed("A1 b1", "c1"));
    }

    @Test
    void aReplacedMemoryVotesUntilTheNewOneHasCaughtUp() {
        Configuration next = MembershipPlan.next(configuration("A1 b1 c1"), set(1, "A1 b1 c2"))
                .orElseThrow();

        assertThat(next.voterIds()).isEqualTo(members("a1", "b1", "c1"));
        assertThat(next.observers()).isEqualTo(members("c2"));
    }

    @Test
    void nothingIsAskedForWhileMembershipIsJointOrWhenItIsAsItShouldBe() {
        ValidatorSet appointed = set(1, "A1 b1");
        Configuration joint = configuration("A1 b1 c1").towards(configuration("A1 b1"));

        assertThat(MembershipPlan.next(joint, appointed)).isEmpty();
        assertThat(MembershipPlan.next(configuration("A1 b1"), appointed)).isEmpty();
    }

    @Test
    void stepsToAnybodyElseAreNotPermitted() {
        ValidatorSet appointed = set(1, "A1 b1 c1 d1");
        Configuration before = configuration("A1 b1 c1");

        assertThat(MembershipPlan.permits(before, observed("A1 b1 c1", "e1"), appointed))
                .isFalse();
        assertThat(MembershipPlan.permits(before, before.towards(configuration("A1 b1 c1 d1")), appointed))
                .as("without observing first")
                .isFalse();
        assertThat(MembershipPlan.permits(before, configuration("A1 b1"), appointed))
                .isFalse();
        assertThat(MembershipPlan.permits(before, before, appointed)).isFalse();
        Configuration joint = observed("A1 b1 c1", "d1").towards(configuration("A1 b1 c1 d1"));
        assertThat(MembershipPlan.permits(joint, before, appointed)).as("back").isFalse();
    }

    private static Set<MemberId> members(String... words) {
        Set<MemberId> members = new TreeSet<>();
        for (String word : words) {
            members.add(new MemberId(word.substring(0, 1), Character.digit(word.charAt(1), 10)));
        }
        return members;
    }
}
