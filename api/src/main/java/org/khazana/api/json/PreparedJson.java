package org.khazana.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that is ready to be signed.
 *
 * @param body base64; goes back unchanged when submitting
 * @param signingBytes base64; what each signer signs
 * @param signingBytesHex the same bytes in hexadecimal
 * @param notAfter ISO 8601 instant: no block of a later time takes it
 * @param requiredSigners who must sign, as far as this node can tell
 */
public record PreparedJson(
        String transactionId,
        String requestId,
        String notAfter,
        String body,
        String signingBytes,
        String signingBytesHex,
        List<SignerJson> requiredSigners) {

    /**
     * A party that must sign, or any party of a role.
     *
     * @param party empty when a role decides
     * @param role empty when the party is known
     * @param because one sentence for people
     */
    public record SignerJson(@Nullable Long party, @Nullable String role, String because) {
        public static SignerJson party(long party, String because) {
            return new SignerJson(party, null, because);
        }

        public static SignerJson role(String role, String because) {
            return new SignerJson(null, role, because);
        }
    }
}
