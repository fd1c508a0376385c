package org.khazana.api.port;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.transaction.ChainId;

/**
 * The cluster as one node sees it.
 *
 * @param role FOLLOWER, PRE_CANDIDATE, CANDIDATE or LEADER; OBSERVER without a vote; RECOVERING while it gets back blocks
 *     that it had lost
 * @param leader as far as known
 * @param certifiedHeight up to which enough validators have signed what came of all blocks, as far as this node knows
 * @param epoch of the validators that the governors appointed last, as far as this node has executed
 * @param settled whether just those take part now, each with its duty
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
        long certifiedHeight,
        long epoch,
        boolean settled,
        List<ValidatorStatus> validators) {
    public ClusterStatus {
        validators = List.copyOf(validators);
    }

    /**
     * One validator as this node sees it.
     *
     * @param group GOVERNMENT or CUSTODIAN
     * @param duty in force: VOTER, OBSERVER, or NONE before it takes part
     * @param connected whether this node has a working connection to it; true for itself
     * @param matchIndex durable on it as far as the leader knows; empty on nodes that do not lead
     */
    public record ValidatorStatus(
            String id, String organisation, String group, String duty, boolean connected, Optional<Long> matchIndex) {}
}
