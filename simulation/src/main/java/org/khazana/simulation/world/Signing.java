package org.khazana.simulation.world;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.khazana.consensus.membership.MemberId;
import org.khazana.simulation.finality.Electors;

/**
 * Who signs in one run, and what goes wrong with that alone.
 *
 * @param electors everybody, liars included
 * @param crashesPermille so often a member dies when the record is durable and nothing was sent yet
 * @param restoresEveryMicrosMean mean time between two old copies that are put back; 0 when nobody does such a thing
 */
record Signing(Electors electors, int crashesPermille, long restoresEveryMicrosMean) {

    /** Where membership changes, nobody lies: those who are left might be liars only. */
    static Signing draw(Swarm swarm, RandomGenerator chance) {
        SortedSet<MemberId> founders = new TreeSet<>(swarm.policy().members());
        return new Signing(
                swarm.faults().changesEveryMicrosMean() == 0
                        ? Electors.draw(founders, chance)
                        : Electors.honest(founders),
                chance.nextBoolean() ? chance.nextInt(1, 30) : 0,
                chance.nextInt(3) == 0 ? chance.nextLong(500_000, 4_000_000) : 0);
    }
}
