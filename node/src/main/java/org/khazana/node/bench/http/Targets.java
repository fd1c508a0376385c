package org.khazana.node.bench.http;

import java.net.URI;
import java.util.List;

/**
 * Where connections go. One that is lost goes to the next in the list, and from the last one to the first.
 *
 * @param nodes where validators listen, at least one
 * @param isFirstPreferred whether all connections begin with the first one, or are spread evenly over all
 */
public record Targets(List<URI> nodes, boolean isFirstPreferred) {
    public Targets {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("at least one validator is needed");
        }
    }

    /** Index of the validator with which this connection begins. */
    int firstOf(int connection) {
        return isFirstPreferred ? 0 : connection % nodes.size();
    }

    /** Index of the validator after this one. */
    int after(int node) {
        return (node + 1) % nodes.size();
    }
}
