package org.khazana.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khazana.api.port.ClusterStatus;

/**
 * The cluster as one node sees it; field meanings as in {@link ClusterStatus}.
 *
 * @param leader only when known
 */
public record ClusterJson(
        String chainId,
        String networkName,
        String self,
        String role,
        long term,
        @Nullable String leader,
        long lastIndex,
        long committedHeight,
        long appliedHeight,
        long certifiedHeight,
        long epoch,
        boolean settled,
        List<ValidatorJson> validators) {

    public static ClusterJson of(ClusterStatus status) {
        return new ClusterJson(
                status.chainId().toString(),
                status.networkName(),
                status.self(),
                status.role(),
                status.term(),
                status.leader().orElse(null),
                status.lastIndex(),
                status.committedHeight(),
                status.appliedHeight(),
                status.certifiedHeight(),
                status.epoch(),
                status.settled(),
                status.validators().stream().map(ValidatorJson::of).toList());
    }

    /**
     * One validator.
     *
     * @param matchIndex only on the leader
     */
    public record ValidatorJson(
            String id,
            String organisation,
            String group,
            String duty,
            boolean connected,
            @Nullable Long matchIndex) {
        static ValidatorJson of(ClusterStatus.ValidatorStatus validator) {
            return new ValidatorJson(
                    validator.id(),
                    validator.organisation(),
                    validator.group(),
                    validator.duty(),
                    validator.connected(),
                    validator.matchIndex().orElse(null));
        }
    }
}
