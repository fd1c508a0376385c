package org.khazana.simulation.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds recorded runs against the model, all of which must begin with the same configuration. */
final class TraceCheck {
    /** How the story of a run begins that the model cannot explain. */
    static final String UNEXPLAINED = "the model cannot do what the cores did";

    private static final Pattern MEMBER = Pattern.compile("\"\\w+\\.\\d+\"");
    private static final Pattern EXPLAINED = Pattern.compile("<<\"explained\", (\\d+), (\\d+)>>");

    private final ModelChecker checker;

    /** @param workFolder for the modules and what TLC writes */
    TraceCheck(Path workFolder) {
        this.checker = new ModelChecker(workFolder);
    }

    /**
     * What came of it.
     *
     * @param explained how many lines of each run the model can follow
     */
    record Result(List<RecordedRun> runs, List<Integer> explained, ModelChecker.Answer answer) {

        /** Why a run is not one of the model; empty if all are. */
        Optional<String> objection() {
            if (!answer.isComplete()) {
                return Optional.of("TLC did not come to an end: " + answer.output());
            }
            for (int at = 0; at < runs.size(); at++) {
                if (!isExplained(at)) {
                    return Optional.of(story(runs.get(at), explained.get(at)));
                }
            }
            return Optional.empty();
        }

        boolean isExplained(int at) {
            return explained.get(at) == runs.get(at).lines().size();
        }

        private static String story(RecordedRun run, int explained) {
            TraceLine line = run.lines().get(explained);
            String before = run.lines().subList(0, explained).stream()
                    .filter(earlier -> earlier.who().equals(line.who()))
                    .reduce((earlier, later) -> later)
                    .map(TraceLine::toTla)
                    .orElse("nothing yet");
            return """
                    %s in the run of seed %d, line %d of %d
                    before: %s
                    after:  %s
                    the simulator itself says: %s
                    see it again: mvn -Ptla -pl simulation -am test -Dtest=TraceModelCheck \
                    -Dsurefire.failIfNoSpecifiedTests=false -Dtraces.seed=%d
                    """.formatted(
                            UNEXPLAINED,
                            run.seed(),
                            explained + 1,
                            run.lines().size(),
                            before,
                            line.toTla(),
                            run.violation().isEmpty() ? "all is well" : run.violation(),
                            run.seed());
        }
    }

    Result check(List<RecordedRun> runs) {
        String module = module(runs);
        ModelChecker.Answer answer = checker.check("trace", constants(runs, module), "Recorded", module);
        int[] explained = new int[runs.size()];
        Matcher matcher = EXPLAINED.matcher(answer.output());
        while (matcher.find()) {
            int run = Integer.parseInt(matcher.group(1)) - 1;
            explained[run] = Math.max(explained[run], Integer.parseInt(matcher.group(2)));
        }
        return new Result(runs, Arrays.stream(explained).boxed().toList(), answer);
    }

    /** As plain values: TLC works out again whatever is defined, each time that it looks. */
    private static Map<String, String> constants(List<RecordedRun> runs, String module) {
        List<TraceLine> lines =
                runs.stream().flatMap(run -> run.lines().stream()).toList();
        String members = MEMBER.matcher(module)
                .results()
                .map(MatchResult::group)
                .distinct()
                .collect(Collectors.joining(", ", "{", "}"));
        return Map.of(
                "Server",
                members,
                "MaxTerm",
                String.valueOf(lines.stream().mapToLong(TraceLine::term).max().orElse(1)),
                "MaxLog",
                String.valueOf(
                        lines.stream().mapToInt(line -> line.log().size()).max().orElse(1)));
    }

    private static String module(List<RecordedRun> runs) {
        String lines = runs.stream()
                .map(run -> run.lines().stream().map(TraceLine::toTla).collect(Collectors.joining(",\n  ", "<<", ">>")))
                .collect(Collectors.joining(",\n", "<<", ">>"));
        String policies = runs.stream()
                .flatMap(run -> run.policies().stream())
                .distinct()
                .collect(Collectors.joining(",\n  ", "{", "}"));
        return """
                ---- MODULE Recorded ----
                EXTENDS Naturals
                E(t) == [term |-> t, config |-> <<>>]
                C(t, config) == [term |-> t, config |-> config]
                Founding == %s
                Policies == %s
                Runs == %s
                ====
                """.formatted(runs.get(0).founding(), policies, lines);
    }
}
