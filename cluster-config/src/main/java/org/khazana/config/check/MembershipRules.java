package org.khazana.config.check;

import java.util.ArrayList;
import java.util.List;
import org.khazana.config.NodeConfig;
import org.khazana.config.NodeConfig.PeerAddress;
import org.khazana.config.file.Findings;

/** A node must be one of the validators and know where to find each of the others. */
final class MembershipRules {
    private final NodeConfig config;
    private final List<String> validators;
    private final Findings findings;

    MembershipRules(NodeConfig config, KnownValidators validators, Findings findings) {
        this.config = config;
        this.validators = validators.ids();
        this.findings = findings;
    }

    void check() {
        if (!validators.contains(config.validator())) {
            findings.add(
                    "validator",
                    "'" + config.validator() + "' is no validator of the genesis",
                    "one of " + String.join(", ", validators));
        }
        if (!findings.concern("validator")) {
            checkPeers();
        }
    }

    private void checkPeers() {
        List<String> missing = new ArrayList<>(validators);
        missing.remove(config.validator());
        String others = missing.isEmpty() ? "no peers" : "each of " + String.join(", ", missing) + " once";
        for (int i = 0; i < config.peers().size(); i++) {
            PeerAddress peer = config.peers().get(i);
            missing.remove(peer.validator());
            if (!validators.contains(peer.validator())) {
                String wrong = "'" + peer.validator() + "' is no validator of the genesis";
                findings.add("peers[" + i + "].validator", wrong, others);
            }
        }
        if (!missing.isEmpty() && !findings.concern("peers")) {
            findings.add("peers", "lacks " + String.join(", ", missing), others);
        }
    }
}
