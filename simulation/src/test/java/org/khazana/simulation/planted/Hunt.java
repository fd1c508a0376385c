package org.khazana.simulation.planted;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * The search for one planted bug.
 *
 * @param seed in which it was found, or else the last that was tried
 * @param found what was said of it there, in a word
 * @param others said in seeds before, which are not those that the bug is known by
 */
record Hunt(PlantedBug bug, long seed, Optional<String> found, Set<String> others) {

    /**
     * Tries {@code likelySeed} first, then all from 1 on.
     *
     * @param runs plays seeds, and answers with a word and a message, or with nothing when the run went well
     */
    static Hunt forBug(PlantedBug bug, Class<? extends LongFunction<String>> runs, Optional<Long> likelySeed) {
        LongFunction<String> run = load(bug, runs);
        Set<String> others = new LinkedHashSet<>();
        if (likelySeed.isPresent()) {
            Optional<String> said = said(run, likelySeed.get());
            if (said.filter(bug.finds()::contains).isPresent()) {
                return new Hunt(bug, likelySeed.get(), said, others);
            }
        }
        for (long seed = 1; seed <= bug.within(); seed++) {
            Optional<String> said = said(run, seed);
            if (said.filter(bug.finds()::contains).isPresent()) {
                return new Hunt(bug, seed, said, others);
            }
            said.ifPresent(others::add);
        }
        return new Hunt(bug, bug.within(), Optional.empty(), others);
    }

    private static Optional<String> said(LongFunction<String> run, long seed) {
        String answer = run.apply(seed);
        return answer.isEmpty() ? Optional.empty() : Optional.of(answer.substring(0, answer.indexOf(' ')));
    }

    @SuppressWarnings("unchecked") // both sides of the class loaders agree on this one type
    private static LongFunction<String> load(PlantedBug bug, Class<? extends LongFunction<String>> runs) {
        return (LongFunction<String>) PlantedCode.with(bug).create(runs);
    }

    String tableRow() {
        return "| %s | %s | %s | %s | %s | %s |"
                .formatted(bug.catalogue(), bug.name(), bug.sentence(), found.orElse("not found"), seed, bug.within());
    }

    String told() {
        return "%s: %s in seed %d%s"
                .formatted(
                        bug.name(),
                        found.orElse("NOT FOUND"),
                        seed,
                        others.isEmpty() ? "" : ", before that " + String.join(", ", others));
    }
}
