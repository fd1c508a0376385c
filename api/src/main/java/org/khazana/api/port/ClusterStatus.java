package org.khazana.api.port;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.transaction.ChainId;

/**
 * The cluster as one node sees it.
 *
 * @param role FOLLOWER, PRE_CANDIDATE, CANDIDATE or LEADER; RECOVERING while it gets back blocks that it had lost
 * @param leader as far as known
 * @param lastIndex end of this node's log, durable or not
 */
public record ClusterStatus(
        ChainId chainId,
        String networkName,
        String self,
        String role,
        long term,
        Optional<String> leader,
        long lastIndex,
        long committedHeight,
        long appliedHeight,
        List<ValidatorStatus> validators) {
    public ClusterStatus {
        validators = List.copyOf(validators);
    }

    /**
     * One validator as this node sees it.
     *
     * @param group GOVERNMENT or CUSTODIAN
     * @param connected whether this node has a working connection to it; true for itself
     * @param matchIndex durable on it as far as the leader knows; empty on nodes that do not lead
     */
    public record ValidatorStatus(
            String id, String organisation, String group, boolean connected, Optional<Long> matchIndex) {}
}
