package org.khazana.node.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.CertificateRule;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * What was found in a data folder in which everything fits.
 *
 * @param validator whose folder it is
 * @param last head of the last block that was executed here, which is where the folder's state stands
 * @param newestEpoch of the validators in force after that block
 * @param lastBlockMillis time of that block; that of the genesis if there is none
 * @param transactions envelopes in all blocks
 * @param refused how many of them were refused
 * @param certificates how many certificates are kept, all of them right
 * @param newest the newest of them
 * @param beyond blocks in the log after that one, which nobody may ever commit
 */
public record AuditReport(
        String validator,
        Head last,
        long newestEpoch,
        long lastBlockMillis,
        long transactions,
        long refused,
        long certificates,
        Optional<Newest> newest,
        long beyond) {

    /** The newest certificate, and who could sign it. */
    public record Newest(Certificate certificate, ValidatorSet set) {}

    /** For people, line by line. */
    public List<String> words() {
        List<String> lines = new ArrayList<>();
        lines.add("Blocks 1 to " + last.height() + " of network " + last.chainId() + ", as " + validator
                + " keeps them: each" + " follows the one before, from the genesis on.");
        lines.add("All " + transactions + " transactions were executed again here, with their signatures: "
                + (transactions - refused) + " were carried out, " + refused + " refused, as the folder says.");
        lines.add("The state in the folder is the one that they come to: " + last.stateRoot() + ".");
        lines.addAll(newest.map(this::certified)
                .orElse(List.of("No certificate is kept: nobody else vouches for these blocks.")));
        if (beyond > 0) {
            lines.add(
                    "The log goes on with " + beyond
                            + " blocks that this validator has not executed; they may not be committed, and were not looked at.");
        }
        lines.add("As of " + Instant.ofEpochMilli(lastBlockMillis) + "; what came later is not looked at.");
        return lines;
    }

    private List<String> certified(Newest found) {
        CertificateRule rule = new CertificateRule(found.set());
        List<String> lines = new ArrayList<>();
        long height = found.certificate().head().height();
        lines.add("Certified up to block " + height + ", by " + certificates + " certificates, the newest by "
                + found.certificate().signatures().size() + " of " + rule.voterCount() + " validators:");
        found.certificate().keys().stream()
                .flatMap(key -> rule.voter(key).stream())
                .sorted(Comparator.comparing(Validator::id))
                .forEach(signer -> lines.add("  " + signer.id() + ", of " + signer.organisation()));
        return lines;
    }
}
