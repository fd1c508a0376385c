package org.khazana.ledger.rules;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.operation.Operation;

/** Operations that follow from one another and go to a limit, which chance alone would seldom find; {@code stories.txt} says how they are written. */
final class RandomStories {
    private static final List<List<String>> STORIES = read("/sequences/stories.txt");
    private static final Pattern RANGE = Pattern.compile("\\{([0-9]+)-([0-9]+)}");
    private static final long HOUR_MILLIS = 3_600_000;

    private final TestNetwork network;
    private final SplittableRandom random;

    RandomStories(TestNetwork network, SplittableRandom random) {
        this.network = network;
        this.random = random;
    }

    /** @param signers the first of them sends */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Step(Operation operation, long... signers) {}

    /** From beside the classes, as other modules play sequences too. */
    private static List<List<String>> read(String resource) {
        List<List<String>> stories = new ArrayList<>();
        try (InputStream stream = requireNonNull(RandomStories.class.getResourceAsStream(resource))) {
            new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                if (line.startsWith("story ")) {
                    stories.add(new ArrayList<>());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    stories.getLast().add(line);
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return stories;
    }

    /** One of them, with some steps left out and some taken twice. */
    List<Step> some() {
        List<Step> steps = new ArrayList<>();
        for (String line : STORIES.get(random.nextInt(STORIES.size()))) {
            int chance = random.nextInt(16);
            int times = chance == 0 ? 0 : chance == 1 ? 2 : 1;
            for (int i = 0; i < times; i++) {
                steps.add(step(line));
            }
        }
        return steps;
    }

    private Step step(String line) {
        String[] parts = line.split(" +", 2);
        String what = withNumbers(parts[1]);
        return new Step(
                new Attempt(0, List.of(), what, "").operation(what, network),
                Stream.of(parts[0].split("/", -1)).mapToLong(Attempt::party).toArray());
    }

    private String withNumbers(String words) {
        long hours = (network.nowMillis() - TestNetwork.START_MILLIS) / HOUR_MILLIS;
        long today = hours / 24;
        String timed = words.replace("{today}", Long.toString(today))
                .replace("{soon}", Long.toString(today + 3))
                .replace("{hours}", Long.toString(hours));
        return RANGE.matcher(timed).replaceAll(this::number);
    }

    private String number(MatchResult range) {
        return Integer.toString(random.nextInt(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)) + 1));
    }
}
