package org.khazana.node.supervision;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.khazana.node.Main;

/** The command line that runs Khazana once more in a process of its own: the same Java, class path and flags as here. */
final class JavaCommand {
    /** Would make the child listen for a debugger, or write over a recording, that is meant for this process only. */
    private static final List<String> OF_THIS_PROCESS_ONLY =
            List.of("-agentlib:", "-agentpath:", "-javaagent:", "-Xrunjdwp", "-XX:StartFlightRecording");

    private JavaCommand() {}

    /** The words of {@code khazana ARGUMENTS}. */
    static List<String> khazana(List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(JavaCommand::fitsAnotherProcess)
                .forEach(words::add);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        words.addAll(arguments);
        return words;
    }

    private static boolean fitsAnotherProcess(String flag) {
        return OF_THIS_PROCESS_ONLY.stream().noneMatch(flag::startsWith);
    }
}
