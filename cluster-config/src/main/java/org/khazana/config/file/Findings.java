package org.khazana.config.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.khazana.config.ConfigProblem;
import org.khazana.config.InvalidConfig;

/**
 * The mistakes found so far in one file. Of several mistakes at one key only the first is kept, and none below a key
 * that could not be read at all: those mostly follow from it and would only hide the cause.
 */
public final class Findings {
    /** A file of pure noise must not fill the memory or the screen. */
    public static final int PROBLEMS_MAX = 100;

    private final Path file;
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Set<String> reported = new HashSet<>();
    private final Set<String> unreadable = new HashSet<>();

    public Findings(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** Remembers the line, from 1, of a key, for mistakes reported later. The first line told holds. */
    void locate(String key, int line) {
        lines.putIfAbsent(key, line);
    }

    /** Reports a value that was read but is not right. */
    public void add(String key, String wrong, String allowed) {
        if (problems.size() == PROBLEMS_MAX || isBelowUnreadable(key) || !reported.add(key)) {
            return;
        }
        problems.add(new ConfigProblem(file, lineOf(key), key.isEmpty() ? "the file" : key, wrong, allowed));
    }

    /** Reports a key that is missing or of the wrong type, so that nothing is known of what lies below it. */
    public void addUnreadable(String key, String wrong, String allowed) {
        add(key, wrong, allowed);
        unreadable.add(key);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Whether a mistake was reported at one of these keys or below it: what was read there cannot be relied on. */
    public boolean concern(String... keys) {
        return List.of(keys).stream().anyMatch(this::concerns);
    }

    public List<ConfigProblem> problems() {
        return List.copyOf(problems);
    }

    /** Ends with all mistakes of several files, if there are any. */
    public static void throwIfAny(Collection<Findings> findings) {
        List<ConfigProblem> all =
                findings.stream().flatMap(each -> each.problems.stream()).toList();
        if (!all.isEmpty()) {
            throw new InvalidConfig(all);
        }
    }

    private boolean concerns(String key) {
        return isBelowUnreadable(key)
                || reported.stream()
                        .anyMatch(each -> each.equals(key) || each.startsWith(key + ".") || each.startsWith(key + "["));
    }

    private boolean isBelowUnreadable(String key) {
        for (String above = KeyPath.above(key); !above.isEmpty(); above = KeyPath.above(above)) {
            if (unreadable.contains(above)) {
                return true;
            }
        }
        return unreadable.contains("");
    }

    private OptionalInt lineOf(String key) {
        for (String at = key; !at.isEmpty(); at = KeyPath.above(at)) {
            Integer line = lines.get(at);
            if (line != null) {
                return OptionalInt.of(line);
            }
        }
        return OptionalInt.empty();
    }
}
