package org.khazana.node.audit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.khazana.config.file.GenesisFile;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.proof.TestimonyVerifier;
import org.khazana.ledger.proof.Vouched;
import org.khazana.ledger.validator.Validator;
import org.khazana.node.assembly.Chain;
import org.khazana.node.assembly.FoundingState;
import org.khazana.storage.snapshot.MalformedSnapshot;
import org.khazana.storage.snapshot.SnapshotAudit;
import org.khazana.storage.snapshot.VoucherCheck;

/** What was found in a snapshot in which everything fits, for whoever trusts the genesis. */
public record SnapshotReport(SnapshotAudit.Sound sound) {

    /**
     * Checks the snapshot in a folder, where nothing changes.
     *
     * @param work empty folder, with room for the state once more
     * @param epoch the validators to whom the steps lead must be those of this epoch or of a later one
     * @throws MalformedSnapshot with the first doubt
     */
    public static SnapshotReport of(Path folder, Path work, GenesisFile genesis, long epoch) throws MalformedSnapshot {
        Chain chain = Chain.of(genesis);
        TestimonyVerifier verifier =
                new TestimonyVerifier(chain.id(), FoundingState.validators(chain.genesis()), Ed25519.verifier());
        return new SnapshotReport(
                SnapshotAudit.check(folder, work, new VoucherCheck(chain.id(), verifier.expecting(epoch))));
    }

    /** For people, line by line. */
    public List<String> words() {
        Vouched vouched = sound.vouched();
        List<String> lines = new ArrayList<>();
        lines.add("The state after block " + vouched.head().height() + " of network "
                + vouched.head().chainId() + ", as of "
                + Instant.ofEpochMilli(sound.origin().last().timeMillis()) + ".");
        lines.add("Its " + sound.rows() + " rows are the state that the validators vouch for: "
                + vouched.head().stateRoot()
                + ". Of receipts only the form was checked; no root is over those of all blocks.");
        lines.add("Certified with block " + vouched.certified().height() + ", by "
                + vouched.signers().size() + " of " + vouched.voterCount() + " validators of epoch "
                + vouched.certified().epoch() + ":");
        vouched.signers().stream()
                .sorted(Comparator.comparing(Validator::id))
                .forEach(signer -> lines.add("  " + signer.id() + ", of " + signer.organisation()));
        lines.add("What came later is not looked at.");
        return lines;
    }
}
