package org.khazana.ledger.operation;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Instant;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Tokens;
import org.khazana.ledger.id.AssetCode;

@Means(
        "The sender vouches for what lies behind an instrument that is not native. Signed as the policy demands: by a reserve attestor, unless the governors say otherwise.")
@Says({"there is enough behind {isin} for {units} tokens, as seen at {asOf}", "evidence with SHA-256 {evidenceHash}"})
public record AttestBacking(
        @Means("which instrument") AssetCode isin,
        @Tokens @Means("tokens for which there is enough") long units,

        @Instant @Means("when that was seen; not before an earlier attestation of the sender")
        long asOf,

        @Means("SHA-256 of the evidence, such as a bar list or a statement of the depository")
        Hash evidenceHash)
        implements BackingOperation {}
