package org.khazana.config.check;

import java.util.ArrayList;
import java.util.List;
import org.khazana.config.NodeConfig;
import org.khazana.config.NodeConfig.PeerAddress;
import org.khazana.config.file.Findings;

/**
 * A founder must know where to find each of the other founders. Any other node waits for the governors to appoint it, or was
 * appointed: whom it needs to find is not for the genesis to say, but without anybody it learns nothing. A mistyped id is
 * not taken for such a node, since its data folder belongs to the right one.
 */
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
        if (findings.concern("validator")) {
            return;
        }
        if (validators.contains(config.validator())) {
            checkPeers();
        } else if (config.peers().isEmpty() && !findings.concern("peers")) {
            findings.add("peers", "is empty", "some validators of the network, as the genesis does not list this one");
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
