package org.khazana.node.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.CertificateRule;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * What was found in a data folder in which everything fits.
 *
 * @param validator whose folder it is
 * @param hasState whether there was a state to compare with, and not the blocks alone
 * @param last head of the last block that was executed here, which is where the folder's state stands, if it has one
 * @param newestEpoch of the validators in force after that block
 * @param lastBlockMillis time of that block; that of the genesis if there is none
 * @param transactions envelopes in all blocks
 * @param refused how many of them were refused
 * @param kept certificates in the state
 * @param carried certificates in later blocks
 * @param beyond blocks in the log after that one, which nobody may ever commit
 */
public record AuditReport(
        String validator,
        boolean hasState,
        Head last,
        long newestEpoch,
        long lastBlockMillis,
        long transactions,
        long refused,
        Certified kept,
        Certified carried,
        long beyond) {

    /** The newest certificate, and who could sign it. */
    public record Newest(Certificate certificate, ValidatorSet set) {
        long height() {
            return certificate.head().height();
        }
    }

    /** How many certificates there are in one place, all of them right, and the newest of them. */
    public record Certified(long count, Optional<Newest> newest) {}

    /** The newest certificate, wherever it is. */
    public Optional<Newest> newest() {
        return Stream.of(kept, carried)
                .flatMap(certified -> certified.newest().stream())
                .max(Comparator.comparingLong(Newest::height));
    }

    /** For people, line by line. */
    public List<String> words() {
        List<String> lines = new ArrayList<>();
        lines.add("Blocks 1 to " + last.height() + " of network " + last.chainId() + ", as " + validator
                + " keeps them: each" + " follows the one before, from the genesis on.");
        lines.add("All " + transactions + " transactions were executed again here, with their signatures: "
                + (transactions - refused) + " were carried out, " + refused + " refused"
                + (hasState ? ", as the folder says." : "."));
        lines.add(
                hasState
                        ? "The state in the folder is the one that they come to: " + last.stateRoot() + "."
                        : "There is no state in the folder to compare with; they come to " + last.stateRoot() + ".");
        lines.addAll(newest().map(this::certified)
                .orElse(List.of("There is no certificate: nobody else vouches for these blocks.")));
        if (!hasState) {
            lines.add("Without a state nothing else says that the last blocks of the log were committed.");
        }
        if (beyond > 0) {
            lines.add("The log goes on with " + beyond
                    + " blocks that this validator has not executed; they may not be committed, and were not"
                    + " looked at.");
        }
        lines.add("As of " + Instant.ofEpochMilli(lastBlockMillis) + "; what came later is not looked at.");
        return lines;
    }

    private List<String> certified(Newest found) {
        CertificateRule rule = new CertificateRule(found.set());
        List<String> lines = new ArrayList<>();
        lines.add("Certified up to block " + found.height() + ", by " + kept.count() + " certificates in the state and "
                + carried.count() + " in later blocks, the newest by "
                + found.certificate().signatures().size() + " of " + rule.voterCount() + " validators:");
        found.certificate().keys().stream()
                .flatMap(key -> rule.voter(key).stream())
                .sorted(Comparator.comparing(Validator::id))
                .forEach(signer -> lines.add("  " + signer.id() + ", of " + signer.organisation()));
        return lines;
    }
}
