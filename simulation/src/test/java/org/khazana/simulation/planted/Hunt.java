package org.khazana.simulation.planted;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.khazana.simulation.property.Property;

/**
 * The search for one planted bug.
 *
 * @param seed in which it was found, or else the last that was tried
 * @param found the property that was violated there
 * @param others properties violated in seeds before, which are not those that the bug is known by
 */
record Hunt(PlantedBug bug, long seed, Optional<Property> found, Set<Property> others) {

    /** Tries {@code likelySeed} first, then all from 1 on. */
    static Hunt forBug(PlantedBug bug, Optional<Long> likelySeed) {
        LongFunction<String> run = load(bug);
        Set<Property> others = new LinkedHashSet<>();
        if (likelySeed.isPresent()) {
            Optional<Property> violated = violated(run, likelySeed.get());
            if (violated.filter(bug.finds()::contains).isPresent()) {
                return new Hunt(bug, likelySeed.get(), violated, others);
            }
        }
        for (long seed = 1; seed <= bug.within(); seed++) {
            Optional<Property> violated = violated(run, seed);
            if (violated.filter(bug.finds()::contains).isPresent()) {
                return new Hunt(bug, seed, violated, others);
            }
            violated.ifPresent(others::add);
        }
        return new Hunt(bug, bug.within(), Optional.empty(), others);
    }

    private static Optional<Property> violated(LongFunction<String> run, long seed) {
        String answer = run.apply(seed);
        return answer.isEmpty()
                ? Optional.empty()
                : Optional.of(Property.valueOf(answer.substring(0, answer.indexOf(' '))));
    }

    @SuppressWarnings("unchecked") // both sides of the class loaders agree on this one type
    private static LongFunction<String> load(PlantedBug bug) {
        return (LongFunction<String>) PlantedCode.with(bug).create(PlantedRun.class);
    }

    String tableRow() {
        return "| %s | %s | %s | %s | %s | %s |"
                .formatted(
                        bug.catalogue(),
                        bug.name(),
                        bug.sentence(),
                        found.map(Enum::name).orElse("not found"),
                        seed,
                        bug.within());
    }

    String told() {
        return "%s: %s in seed %d%s"
                .formatted(
                        bug.name(),
                        found.map(Enum::name).orElse("NOT FOUND"),
                        seed,
                        others.isEmpty()
                                ? ""
                                : ", before that "
                                        + others.stream().map(Enum::name).collect(Collectors.joining(", ")));
    }
}
