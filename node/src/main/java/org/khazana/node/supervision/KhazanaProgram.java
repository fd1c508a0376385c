package org.khazana.node.supervision;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.khazana.node.Main;

/**
 * How Khazana is run once more in a process of its own.
 *
 * @param words what stands before the arguments on the command line
 * @param role what runs a validator, or in a benchmark a part of one: a command and options, to which {@code --config} and
 *     {@code --exit-with-parent} are added
 */
public record KhazanaProgram(List<String> words, List<String> role) {
    /** Would make the child listen for a debugger, or write over a recording, that is meant for this process only. */
    private static final List<String> OF_THIS_PROCESS_ONLY =
            List.of("-agentlib:", "-agentpath:", "-javaagent:", "-Xrunjdwp", "-XX:StartFlightRecording");

    /**
     * Several validators share this machine's processors while they start: the quick compiler and the plain collector
     * together take a third off the processor time of a start. A validator on a machine of its own runs without them.
     */
    private static final List<String> FOR_MANY_ON_ONE_MACHINE = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    public KhazanaProgram {
        words = List.copyOf(words);
        role = List.copyOf(role);
    }

    /** Runs validators. */
    public KhazanaProgram(List<String> words) {
        this(words, List.of("node"));
    }

    /** What the launcher runs validators with, separated by blanks; nothing without a launcher. */
    private static final String VALIDATOR_FLAGS = "khazana.validatorFlags";

    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");

    /** The same Java, class path and flags as here, tuned for starting several of them together. */
    public static KhazanaProgram sameAsHere() {
        return sameAsHere(FOR_MANY_ON_ONE_MACHINE);
    }

    /**
     * The same Java, class path and flags as here, as a validator would run on a machine of its own.
     *
     * @param flags further ones for Java
     */
    public static KhazanaProgram asOnItsOwn(List<String> flags) {
        return sameAsHere(flags);
    }

    /** The launcher's flags for validators come first, and so give way to others; only one collector can be named. */
    private static KhazanaProgram sameAsHere(List<String> furtherFlags) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        boolean isCollectorNamed = furtherFlags.stream().anyMatch(COLLECTOR.asMatchPredicate());
        BLANKS.splitAsStream(System.getProperty(VALIDATOR_FLAGS, ""))
                .filter(flag -> !flag.isEmpty())
                .filter(flag -> !isCollectorNamed || !COLLECTOR.matcher(flag).matches())
                .forEach(words::add);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> OF_THIS_PROCESS_ONLY.stream().noneMatch(flag::startsWith))
                .forEach(words::add);
        words.addAll(furtherFlags);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        return new KhazanaProgram(words);
    }

    /** The same, with something else in the place of validators. */
    public KhazanaProgram inRole(List<String> other) {
        return new KhazanaProgram(words, other);
    }

    /** The whole command line of a validator, which stops by itself when the process with this id has ended. */
    List<String> validator(Path configFile, long parent) {
        List<String> arguments = new ArrayList<>(role);
        arguments.addAll(List.of("--config", configFile.toString(), "--exit-with-parent=" + parent));
        return with(arguments);
    }

    /** The whole command line. */
    public List<String> with(List<String> arguments) {
        List<String> commandLine = new ArrayList<>(words);
        commandLine.addAll(arguments);
        return commandLine;
    }
}
