package org.khazana.node.proofcost;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares transfers a second of a cluster that proves what it does with one that does not, in pairs: {@code ProofCost [pairs
 * [transfers [seconds]]]}, started in the root of the repository. Each cluster is a process of its own, in which four validators and their
 * clients run; pairs take turns in who is first, since machines are noisy. {@link MeasuredCluster} says what is measured.
 */
public final class ProofCost {
    private static final String PREFIX = "transfers a second: ";

    private ProofCost() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        String transfers = arguments.length > 1 ? arguments[1] : "20000";
        String seconds = arguments.length > 2 ? arguments[2] : "20";
        Path folder = Files.createTempDirectory("khazana-proof-cost");
        try {
            Path changed = Files.createDirectories(folder.resolve("changed"));
            WithoutProofs.compile(Path.of(""), changed);
            String with = System.getProperty("java.class.path");
            String without = changed + File.pathSeparator + with;
            List<Double> ratios = new ArrayList<>();
            for (int pair = 0; pair < pairs; pair++) {
                boolean isProvenFirst = pair % 2 == 0;
                double first = run(
                        isProvenFirst ? with : without, folder.resolve("a" + pair), transfers, seconds, isProvenFirst);
                double second = run(
                        isProvenFirst ? without : with, folder.resolve("b" + pair), transfers, seconds, !isProvenFirst);
                ratios.add(isProvenFirst ? first / second : second / first);
                System.out.printf("with proofs / without: %.3f%n", ratios.getLast());
            }
            ratios.sort(Comparator.naturalOrder());
            System.out.printf(
                    "of %d pairs: lowest %.3f, median %.3f, highest %.3f%n",
                    pairs, ratios.getFirst(), ratios.get(pairs / 2), ratios.getLast());
        } finally {
            delete(folder);
        }
    }

    private static double run(String classPath, Path folder, String transfers, String seconds, boolean isProven)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-ea",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        MeasuredCluster.class.getName(),
                        folder.toString(),
                        transfers,
                        isProven ? seconds : "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        double found = Double.NaN;
        for (String line : process.inputReader().lines().toList()) {
            if (line.startsWith(PREFIX)) {
                found = Double.parseDouble(line.substring(PREFIX.length()));
            }
            if (line.startsWith(PREFIX) || line.startsWith("lag")) {
                System.out.println((isProven ? "with proofs, " : "without, ") + line);
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    "a cluster has failed; run " + MeasuredCluster.class.getName() + " to see why");
        }
        return found;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
