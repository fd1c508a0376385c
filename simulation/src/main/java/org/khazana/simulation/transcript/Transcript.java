package org.khazana.simulation.transcript;

import java.util.ArrayList;
import java.util.List;

/**
 * A scenario as text. Lines that start with {@code >} are commands; what happened stands below, indented by two spaces;
 * all other lines are for the reader and kept as they are.
 */
public final class Transcript {
    private static final String COMMAND = "> ";
    private static final String HAPPENED = "  ";

    private Transcript() {}

    /** Plays the commands of {@code text} and returns it with what really happens below each. */
    public static String play(String text) {
        Scenario scenario = new Scenario();
        List<String> played = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith(HAPPENED)) {
                continue;
            }
            played.add(line);
            if (line.startsWith(COMMAND)) {
                List<String> words =
                        List.of(line.substring(COMMAND.length()).strip().split(" +"));
                scenario.play(words).forEach(happened -> played.add(HAPPENED + happened));
            }
        }
        scenario.demandAgreement();
        return String.join("\n", played) + "\n";
    }
}
