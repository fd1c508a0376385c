package org.khazana.node.fault;

import java.util.List;
import java.util.Random;

/** Something bad that begins and ends. {@code toString} is what a reader of the run is told. */
sealed interface Fault {
    void begin(FaultyNetwork network);

    void end(FaultyNetwork network);

    /** What one validator says to one other meets this weather; answers go through. */
    record OneWay(String from, String to, Weather weather) implements Fault {
        @Override
        public void begin(FaultyNetwork network) {
            network.mesh().set(from, to, weather);
        }

        @Override
        public void end(FaultyNetwork network) {
            network.mesh().set(from, to, Weather.CLEAR);
        }

        @Override
        public String toString() {
            return "from " + from + " to " + to + ": " + weather;
        }
    }

    /** Everything that one validator says to anybody meets this weather, while it still hears them. */
    record Muffled(String who, List<String> others, Weather weather) implements Fault {
        @Override
        public void begin(FaultyNetwork network) {
            others.forEach(other -> network.mesh().set(who, other, weather));
        }

        @Override
        public void end(FaultyNetwork network) {
            others.forEach(other -> network.mesh().set(who, other, Weather.CLEAR));
        }

        @Override
        public String toString() {
            return "from " + who + " to all others: " + weather;
        }
    }

    /** Nothing between two sides in either direction. */
    record Split(List<String> side, List<String> otherSide, Weather weather) implements Fault {
        @Override
        public void begin(FaultyNetwork network) {
            network.mesh().setBetween(side, otherSide, weather);
        }

        @Override
        public void end(FaultyNetwork network) {
            network.mesh().setBetween(side, otherSide, Weather.CLEAR);
        }

        @Override
        public String toString() {
            return "between " + side + " and " + otherSide + ": " + weather;
        }
    }

    /** Each validator reaches its neighbours only: four validators see three different majorities. */
    record Ring(List<String> order, Weather weather) implements Fault {
        @Override
        public void begin(FaultyNetwork network) {
            setAcross(network, weather);
        }

        @Override
        public void end(FaultyNetwork network) {
            setAcross(network, Weather.CLEAR);
        }

        private void setAcross(FaultyNetwork network, Weather across) {
            int size = order.size();
            for (int i = 0; i < size; i++) {
                for (int distance = 2; distance <= size - 2; distance++) {
                    network.mesh().set(order.get(i), order.get((i + distance) % size), across);
                }
            }
        }

        @Override
        public String toString() {
            return "across the ring " + order + ": " + weather;
        }
    }

    /** The whole network is slow. */
    record Everywhere(Weather weather) implements Fault {
        @Override
        public void begin(FaultyNetwork network) {
            network.mesh().setBetween(network.validators(), network.validators(), weather);
        }

        @Override
        public void end(FaultyNetwork network) {
            network.mesh().heal();
        }

        @Override
        public String toString() {
            return "everywhere: " + weather;
        }
    }

    /** All connections of one validator break, and may be made again at once. */
    record Reset(String who, List<String> others) implements Fault {
        @Override
        public void begin(FaultyNetwork network) {
            others.forEach(other -> network.mesh().reset(who, other));
        }

        @Override
        public void end(FaultyNetwork network) {}

        @Override
        public String toString() {
            return "all connections of " + who + " break";
        }
    }

    record Killed(String victim) implements Fault {
        @Override
        public void begin(FaultyNetwork network) {
            network.kill(victim);
        }

        @Override
        public void end(FaultyNetwork network) {
            network.start(victim);
        }

        @Override
        public String toString() {
            return victim + " is killed";
        }
    }

    record Frozen(String victim) implements Fault {
        @Override
        public void begin(FaultyNetwork network) {
            network.freeze(victim);
        }

        @Override
        public void end(FaultyNetwork network) {
            network.thaw(victim);
        }

        @Override
        public String toString() {
            return victim + " is frozen";
        }
    }

    record Damaged(String victim, DataDamage damage, long seed) implements Fault {
        @Override
        public void begin(FaultyNetwork network) {
            network.kill(victim);
            network.damage(victim, damage, new Random(seed));
        }

        @Override
        public void end(FaultyNetwork network) {
            network.start(victim);
        }

        @Override
        public String toString() {
            return victim + " is killed, " + damage;
        }
    }
}
