package org.khazana.node.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.client.NoAnswer;
import org.khazana.api.client.ProblemResponse;
import org.khazana.api.json.BlockJson;
import org.khazana.api.json.ClusterJson;

/**
 * What several validators say of themselves.
 *
 * @param commonHeight the highest block that all that answered have executed; 0 for none
 */
record ClusterReport(List<Line> lines, long commonHeight) {
    private static final int HASH_DIGITS_SHOWN = 12;

    /**
     * One validator.
     *
     * @param status empty when it did not answer
     * @param hash of the block at the common height
     * @param trouble why it did not answer; empty when it did
     */
    record Line(URI url, Optional<ClusterJson> status, Optional<String> hash, String trouble) {}

    static ClusterReport of(List<URI> urls) {
        List<Line> asked = urls.stream().map(ClusterReport::ask).toList();
        long height = asked.stream()
                .flatMap(line -> line.status().stream())
                .mapToLong(ClusterJson::appliedHeight)
                .min()
                .orElse(0);
        return new ClusterReport(
                asked.stream().map(line -> withHash(line, height)).toList(), height);
    }

    private static Line ask(URI url) {
        try (LedgerClient client = NodeAddress.client(url)) {
            return new Line(url, Optional.of(client.cluster()), Optional.empty(), "");
        } catch (NoAnswer | ProblemResponse e) {
            return new Line(url, Optional.empty(), Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private static Line withHash(Line line, long height) {
        if (line.status().isEmpty() || height == 0) {
            return line;
        }
        try (LedgerClient client = NodeAddress.client(line.url())) {
            return new Line(
                    line.url(), line.status(), client.locally().block(height).map(BlockJson::hash), "");
        } catch (NoAnswer | ProblemResponse e) {
            return new Line(line.url(), line.status(), Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** All answered, one leads, and all have the same chain. */
    boolean isSound() {
        boolean allAnswered = lines.stream().allMatch(line -> line.trouble().isEmpty());
        boolean oneLeads =
                lines.stream().flatMap(line -> line.status().stream()).anyMatch(status -> status.leader() != null);
        return allAnswered && oneLeads && isOneChain();
    }

    private boolean isOneChain() {
        return lines.stream().flatMap(line -> line.hash().stream()).distinct().count() <= 1 && chains().size() <= 1;
    }

    private List<String> chains() {
        return lines.stream()
                .flatMap(line -> line.status().stream())
                .map(ClusterJson::chainId)
                .distinct()
                .toList();
    }

    String toText() {
        List<String> rows = new ArrayList<>();
        rows.add("network " + (chains().isEmpty() ? "unknown" : String.join(" and ", chains())));
        rows.add(row(
                "validator",
                "role",
                "term",
                "committed",
                "applied",
                "certified",
                "hash of " + commonHeight,
                "address"));
        lines.forEach(line -> rows.add(line.status()
                .map(status -> row(
                        status.self(),
                        status.role(),
                        status.term(),
                        status.committedHeight(),
                        status.appliedHeight(),
                        status.certifiedHeight(),
                        line.hash()
                                .map(hash -> hash.substring(0, HASH_DIGITS_SHOWN))
                                .orElse("-"),
                        line.url()))
                .orElseGet(() -> row("?", "no answer", "-", "-", "-", "-", "-", line.url()))));
        lines.stream().filter(line -> !line.trouble().isEmpty()).forEach(line -> rows.add(line.trouble()));
        if (!isOneChain()) {
            rows.add("These validators do NOT have the same chain.");
        }
        return String.join("\n", rows);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-14s %-13s %5s %10s %8s %10s  %-16s %s", cells)
                .stripTrailing();
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sound", isSound());
        json.put("commonHeight", commonHeight);
        json.put("validators", lines.stream().map(ClusterReport::toJson).toList());
        return json;
    }

    private static Map<String, Object> toJson(Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("url", line.url().toString());
        line.status().ifPresent(status -> json.put("status", status));
        line.hash().ifPresent(hash -> json.put("hash", hash));
        if (!line.trouble().isEmpty()) {
            json.put("trouble", line.trouble());
        }
        return json;
    }
}
