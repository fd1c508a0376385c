package org.khazana.api.json;

import java.util.List;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Voice;

/** Who had to agree to what after the block of that height, in the words of {@code setPolicy}. */
public record PoliciesJson(long height, List<PolicyJson> policies) {
    public PoliciesJson {
        policies = List.copyOf(policies);
    }

    public static PoliciesJson of(long height, List<Policy> policies) {
        return new PoliciesJson(height, policies.stream().map(PolicyJson::of).toList());
    }

    /** Who must agree to one kind of operation. */
    public record PolicyJson(String operation, List<VoiceJson> voices) {
        public PolicyJson {
            voices = List.copyOf(voices);
        }

        static PolicyJson of(Policy policy) {
            return new PolicyJson(
                    policy.operation(),
                    policy.voices().stream().map(VoiceJson::of).toList());
        }
    }

    /** So many of the active parties with a role. */
    public record VoiceJson(String role, String share) {
        static VoiceJson of(Voice voice) {
            return new VoiceJson(voice.role().name(), voice.share().name());
        }
    }
}
