package org.khazana.config;

import java.util.List;
import java.util.stream.Collectors;

/** What an operator wrote cannot be used. Carries every mistake found, so that one round of repair is enough. */
public final class InvalidConfig extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    /**
     * Reports mistakes.
     *
     * @param problems at least one
     */
    public InvalidConfig(List<ConfigProblem> problems) {
        super(sentence(problems));
        this.problems = List.copyOf(problems);
    }

    public List<ConfigProblem> problems() {
        return problems;
    }

    private static String sentence(List<ConfigProblem> problems) {
        String count = problems.size() == 1 ? "one mistake" : problems.size() + " mistakes";
        return problems.stream()
                .map(problem -> "  " + problem)
                .collect(Collectors.joining("\n", count + " in the configuration:\n", ""));
    }
}
