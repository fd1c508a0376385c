package org.khazana.simulation.linearizability;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an order of the calls of one key: places one call after the other, as far as time and the model allow, and
 * turns back where nothing can come next. Answered calls are tried first, by number; then those without an answer.
 *
 * <p>A read that may come next and was answered rightly comes next: any right order that has it later may have it here.
 *
 * <p>Calls without an answer may always be placed later. So such a call is placed only directly before one that needs it:
 * any right order becomes one of this kind by moving it back or leaving it out ({@link #isNeedless}).
 */
final class Search<S, A, R> {

    /** Where the search has been: going on from here a second time finds nothing new. */
    private record Configuration<S>(PlacedCalls.Summary placed, S state, Optional<Place.Hypothesis<S>> hypothesis) {}

    private static final int NOTHING = -1;

    private final Model<S, A, R> model;
    private final String key;
    private final List<Call<A, R>> calls;
    private final int answeredCount;
    private final PlacedCalls placed;
    private final Set<Configuration<S>> seen = new HashSet<>();

    Search(Model<S, A, R> model, String key, List<Call<A, R>> unsorted) {
        Comparator<Call<A, R>> byTime = Comparator.comparingLong(Call::askedAt);
        this.model = model;
        this.key = key;
        this.calls = Stream.concat(
                        unsorted.stream().filter(Call::isAnswered).sorted(byTime),
                        unsorted.stream()
                                .filter(call -> !call.isAnswered() && !model.isRead(call.action()))
                                .sorted(byTime))
                .toList();
        this.answeredCount = (int) calls.stream().filter(Call::isAnswered).count();
        this.placed = new PlacedCalls(answeredCount);
    }

    Verdict run(long stepsMax) {
        Place<S> last = Place.beforeAll(model.initialState(key), deadline());
        Place<S> furthest = last;
        long steps = 0;
        while (!placed.holdsAllAnswered()) {
            Place<S> next = nextPlace(last);
            if (next != null) {
                if (steps == stepsMax) {
                    return new Verdict.Undecided(key, steps);
                }
                steps++;
                last = next;
                continue;
            }
            furthest = last.isFurtherThan(furthest) ? last : furthest;
            Place<S> previous = last.previous();
            if (previous == null) {
                return new Verdict.NotLinearizable(contradictionAfter(furthest));
            }
            placed.remove(last.call());
            last = previous;
        }
        return new Verdict.Linearizable(steps);
    }

    /** Places a call behind {@code last}; null when all were tried. */
    private @Nullable Place<S> nextPlace(Place<S> last) {
        if (last.cursor() == 0) {
            int read = rightRead(last);
            if (read != NOTHING) {
                last.moveCursor(calls.size());
                return place(read, last.state(), last);
            }
        }
        for (int call = nextCandidate(last); call != NOTHING; call = nextCandidate(last)) {
            Optional<S> after = stateAfter(call, last);
            Place<S> next = after.isPresent() ? place(call, after.get(), last) : null;
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    private int rightRead(Place<S> last) {
        int call = placed.nextOpen(0);
        while (call < answeredCount && calls.get(call).askedAt() <= last.deadline()) {
            if (model.isRead(calls.get(call).action()) && stateAfter(call, last).isPresent()) {
                return call;
            }
            call = call + 1 < answeredCount ? placed.nextOpen(call + 1) : answeredCount;
        }
        return NOTHING;
    }

    /** The next call not yet tried here that may come next: no open one was answered before it was asked. */
    private int nextCandidate(Place<S> last) {
        if (last.cursor() < answeredCount) {
            int call = placed.nextOpen(last.cursor());
            if (call < answeredCount && calls.get(call).askedAt() <= last.deadline()) {
                last.moveCursor(call + 1);
                return call;
            }
            last.moveCursor(answeredCount);
        }
        int call = placed.nextOpen(last.cursor());
        last.moveCursor(call + 1);
        return call < calls.size() && calls.get(call).askedAt() <= last.deadline() ? call : NOTHING;
    }

    /**
     * The first time at which an open call was answered: what is asked later must come after it. Calls are numbered by the
     * time they were asked, so behind the first that is too late there is none that matters.
     */
    private long deadline() {
        long deadline = Call.NEVER;
        int call = placed.nextOpen(0);
        while (call < answeredCount && calls.get(call).askedAt() <= deadline) {
            deadline = Math.min(deadline, calls.get(call).answeredAt());
            call = call + 1 < answeredCount ? placed.nextOpen(call + 1) : answeredCount;
        }
        return deadline;
    }

    /** Empty when the call cannot come here, or need not. */
    private Optional<S> stateAfter(int call, Place<S> last) {
        return step(last.state(), call).filter(after -> !isNeedless(call, after, last));
    }

    /** Null when the search has been where that leads. */
    private @Nullable Place<S> place(int call, S after, Place<S> last) {
        Optional<Place.Hypothesis<S>> hypothesis =
                isAnswered(call) ? Optional.empty() : Optional.of(new Place.Hypothesis<>(call, last.state()));
        placed.add(call);
        if (!seen.add(new Configuration<>(placed.summary(), after, hypothesis))) {
            placed.remove(call);
            return null;
        }
        return last.then(call, after, hypothesis, deadline());
    }

    /**
     * Whether another order serves as well, in which a call without an answer comes later or not at all: because it
     * changes nothing; because what comes next hides it; or because it may change places with what comes next. Of two such
     * calls that may change places the one with the lower number comes first. Each exchange leaves fewer of these cases.
     */
    private boolean isNeedless(int call, S after, Place<S> last) {
        if (!isAnswered(call) && after.equals(last.state())) {
            return true;
        }
        if (last.hypothesis().isEmpty()) {
            return false;
        }
        Place.Hypothesis<S> hypothesis = last.hypothesis().get();
        Optional<S> without = step(hypothesis.before(), call);
        if (without.isEmpty()) {
            return false;
        }
        if (without.get().equals(after)) {
            return true;
        }
        boolean comesFirst = isAnswered(call) || call < hypothesis.call();
        return comesFirst && step(without.get(), hypothesis.call()).equals(Optional.of(after));
    }

    private Optional<S> step(S state, int call) {
        return model.step(state, calls.get(call).action(), calls.get(call).outcome());
    }

    private boolean isAnswered(int call) {
        return call < answeredCount;
    }

    private Contradiction contradictionAfter(Place<S> furthest) {
        BitSet inOrder = new BitSet();
        furthest.order().forEach(inOrder::set);
        List<Call<A, R>> prefix = furthest.order().stream().map(calls::get).toList();
        List<Call<A, R>> doesNotFit = IntStream.range(0, calls.size())
                .filter(call -> !inOrder.get(call))
                .mapToObj(calls::get)
                .filter(call -> call.askedAt() <= furthest.deadline())
                .sorted(Comparator.comparingLong(Call::answeredAt))
                .toList();
        return new Contradiction(key, List.copyOf(prefix), furthest.state(), List.copyOf(doesNotFit));
    }
}
