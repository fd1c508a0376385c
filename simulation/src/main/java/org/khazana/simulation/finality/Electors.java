package org.khazana.simulation.finality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.finality.CertificateRule;
import org.khazana.ledger.finality.Head;
import org.khazana.simulation.cluster.Machine;

/** Everybody who signs in one run, and what is wrong with some of the founders. */
public final class Electors {
    private static final long WRONG_BELOW = 80;
    private static final int LIES_IN = 2;

    private final SortedSet<MemberId> founders;
    private final SortedMap<MemberId, Lie> lies;
    private final SortedMap<MemberId, HeadedMachine> machines = new TreeMap<>();

    private Electors(SortedSet<MemberId> founders, SortedMap<MemberId, Lie> lies) {
        this.founders = founders;
        this.lies = lies;
    }

    /** All of them are honest. */
    public static Electors honest(SortedSet<MemberId> founders) {
        return new Electors(founders, new TreeMap<>());
    }

    /** Some lie or fail: fewer than could make two certificates, or one of three; who is alone is honest. */
    public static Electors draw(SortedSet<MemberId> founders, RandomGenerator chance) {
        CertificateRule rule = new CertificateRule(Electorate.of(0, founders));
        int most = founders.size() == 3 ? 1 : rule.inBoth() - 1;
        List<MemberId> candidates = new ArrayList<>(founders);
        SortedMap<MemberId, Lie> lies = new TreeMap<>();
        for (int drawn = 0; drawn < most; drawn++) {
            MemberId candidate = candidates.remove(chance.nextInt(candidates.size()));
            if (chance.nextInt(LIES_IN) > 0) {
                lies.put(candidate, lie(chance));
            }
        }
        return new Electors(founders, lies);
    }

    private static Lie lie(RandomGenerator chance) {
        long height = chance.nextLong(1, WRONG_BELOW);
        return switch (chance.nextInt(3)) {
            case 0 -> new Lie(true, Long.MAX_VALUE, 0);
            case 1 -> new Lie(false, height, 0);
            default -> new Lie(false, Long.MAX_VALUE, height);
        };
    }

    public Lie lieOf(MemberId member) {
        return lies.getOrDefault(member, Lie.NONE);
    }

    /** The machine of a new member, which makes heads of what {@code machine} comes to. */
    public Machine newMachine(MemberId member, Machine machine) {
        HeadedMachine headed = new HeadedMachine(machine, member, founders, lieOf(member));
        machines.put(member, headed);
        return headed;
    }

    public HeadedMachine machineOf(MemberId member) {
        return Optional.ofNullable(machines.get(member)).orElseThrow();
    }

    /** Whether these, if they hear one another, can certify the newest head of the first of them. */
    public static boolean canCertify(List<FinalityMember> members) {
        List<HeadedMachine> known =
                members.stream().map(FinalityMember::machine).toList();
        Head newest = members.getFirst().machine().newest();
        List<PublicKey> able = members.stream()
                .filter(member -> member.isLinked(known))
                .map(member -> member.replica().key())
                .toList();
        return new CertificateRule(members.getFirst().machine().signersOf(newest)).isMetBy(able);
    }

    /** Whether this member is one of those who sign the newest head that it has. */
    public static boolean signsNewest(FinalityMember member) {
        return member.replica()
                .signsIn(member.machine().signersOf(member.machine().newest()));
    }
}
