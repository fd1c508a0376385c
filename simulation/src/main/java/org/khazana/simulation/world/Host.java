package org.khazana.simulation.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.khazana.consensus.raft.Input;
import org.khazana.simulation.cluster.SimulatedMember;

/** The machine a member runs on: its clocks, whether it is paused, and whether it is about to lose power. */
final class Host {
    /** Inputs that wait while a member is paused; more are dropped, as the bounded inbox of a real node does. */
    private static final int INBOX_MAX = 2_000;

    private final SimulatedMember member;
    private final HostClock clock;
    private final HostDisk disk = new HostDisk();
    private final Deque<Input> inbox = new ArrayDeque<>();
    private Optional<ArmedCrash> armedCrash = Optional.empty();
    private boolean paused;
    private int pauses;
    private boolean syncing;
    private boolean applying;
    private boolean fetching;
    private int incarnation;
    private int crashesToCome;

    Host(SimulatedMember member, HostClock clock) {
        this.member = member;
        this.clock = clock;
    }

    SimulatedMember member() {
        return member;
    }

    HostClock clock() {
        return clock;
    }

    HostDisk disk() {
        return disk;
    }

    /** Counts the processes of this member, so that what was planned for a dead one does not reach the next. */
    int incarnation() {
        return incarnation;
    }

    void newIncarnation() {
        incarnation++;
        paused = false;
        syncing = false;
        applying = false;
        fetching = false;
        inbox.clear();
        armedCrash = Optional.empty();
    }

    /** Whether the process that was the present one then still runs. */
    boolean isAlive(int thatIncarnation) {
        return incarnation == thatIncarnation && member.isRunning();
    }

    boolean isPaused() {
        return paused;
    }

    /** Begins a pause, and numbers it: what was planned to end an earlier one must not end this. */
    int pause() {
        paused = true;
        return ++pauses;
    }

    boolean isInPause(int number) {
        return paused && pauses == number;
    }

    void keep(Input input) {
        boolean droppable = input instanceof Input.Received || input instanceof Input.Tick;
        if (!droppable || inbox.size() < INBOX_MAX) {
            inbox.add(input);
        }
    }

    /** Ends the pause and hands over what has gathered. */
    Deque<Input> resume() {
        paused = false;
        Deque<Input> gathered = new ArrayDeque<>(inbox);
        inbox.clear();
        return gathered;
    }

    /** The next step that this crash waits for will be cut short by it. */
    void armCrash(ArmedCrash crash) {
        armedCrash = Optional.of(crash);
    }

    void disarmCrash() {
        armedCrash = Optional.empty();
    }

    Optional<ArmedCrash> armedCrash() {
        return armedCrash;
    }

    /** Whether it dies now, at this boundary, as was arranged; if so, only this once. */
    boolean diesAt(ArmedCrash.Boundary boundary) {
        boolean dies = armedCrash.filter(crash -> crash.boundary() == boundary).isPresent();
        if (dies) {
            armedCrash = Optional.empty();
        }
        return dies;
    }

    /** It will die soon after each of its next starts. */
    void loopThrough(int crashes) {
        crashesToCome = crashes;
    }

    boolean diesSoonAgain() {
        return crashesToCome-- > 0;
    }

    boolean isSyncing() {
        return syncing;
    }

    void syncing(boolean now) {
        syncing = now;
    }

    boolean isApplying() {
        return applying;
    }

    void applying(boolean now) {
        applying = now;
    }

    boolean isFetching() {
        return fetching;
    }

    void fetching(boolean now) {
        fetching = now;
    }
}
