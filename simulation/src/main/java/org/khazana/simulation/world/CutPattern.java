package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.khazana.consensus.membership.MemberId;
import org.khazana.simulation.network.SimulatedNetwork;

/** Ways in which a network falls apart, most of them named as Jepsen names them. */
enum CutPattern {
    /** One member hears nobody, and nobody hears it. */
    ISOLATE_ONE,
    /** Nobody hears one member. */
    MUTE_ONE,
    /** One member hears nobody. */
    DEAF_ONE,
    /** Two sides of any size. */
    HALVES,
    /** Two sides, joined by one member that hears both. */
    BRIDGE,
    /** Everybody hears two neighbours only: majorities that overlap and differ. */
    RING,
    /** Single links, in single directions. */
    RANDOM;

    private static final int RANDOM_CUT_IN = 4;

    /** Cuts links between {@code members}, {@code one} of whom is in a special place; what is cut already stays cut. */
    void cut(MemberId one, Collection<MemberId> members, SimulatedNetwork network, SplittableRandom chance) {
        List<MemberId> circle = new ArrayList<>(members);
        Collections.shuffle(circle, new Random(chance.nextLong()));
        Collections.swap(circle, 0, circle.indexOf(one));
        int size = circle.size();
        int side = chance.nextInt(size + 1);
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                boolean cut = switch (this) {
                    case ISOLATE_ONE -> from == 0 || to == 0;
                    case MUTE_ONE -> from == 0;
                    case DEAF_ONE -> to == 0;
                    case HALVES -> from < side != to < side;
                    case BRIDGE -> from != 0 && to != 0 && from <= side != to <= side;
                    case RING -> !areNeighbours(from, to, size);
                    case RANDOM -> chance.nextInt(RANDOM_CUT_IN) == 0;
                };
                if (cut && from != to) {
                    network.cut(circle.get(from), circle.get(to));
                }
            }
        }
    }

    private static boolean areNeighbours(int one, int other, int size) {
        int distance = Math.abs(one - other);
        return distance <= 1 || distance == size - 1;
    }
}
