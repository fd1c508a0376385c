package org.khazana.ledger.finality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.khazana.ledger.validator.ValidatorSet;

/** An honest validator: executes the history that it is shown, and signs by the rule. Its record outlives a crash, nothing else does. */
final class FinalityNode {
    private static final int WINDOW = 4;

    private final int number;
    private final ValidatorSet set;
    private final List<Head> history;
    private final List<Certificate> certificates = new ArrayList<>();
    private final List<DoubleSigning> evidence = new ArrayList<>();
    private final List<SigningRecord> records = new ArrayList<>();
    private final List<CertificateAssembly> assemblies = new ArrayList<>();
    private final List<Head> executed = new ArrayList<>();

    FinalityNode(int number, ValidatorSet set, List<Head> history) {
        this.number = number;
        this.set = set;
        this.history = history;
        start();
    }

    int number() {
        return number;
    }

    private void start() {
        CertificateAssembly assembly = new CertificateAssembly(TestSigners.CHAIN, WINDOW, TestSigners.QUICK);
        assembly.appointed(set);
        assemblies.add(assembly);
        Head last = executed.isEmpty() ? history.getFirst() : executed.getLast();
        note(assembly.executed(last));
    }

    /** Loses the assembly, and perhaps some blocks that were executed: they are replayed. */
    void crash() {
        int kept = executed.size() - Math.min(2, executed.size());
        executed.subList(kept, executed.size()).clear();
        start();
    }

    /** Executes the next block, if there is one; returns what it signs. */
    List<SignedHead> execute(SplittableRandom random) {
        return execute(random.nextInt(5) > 0);
    }

    /** Executes all blocks that are left, and sends what it has signed last. */
    List<SignedHead> executeAll() {
        List<SignedHead> signed = new ArrayList<>();
        while (executed.size() < history.size() - 1) {
            signed.addAll(execute(true));
        }
        signed.addAll(sign(executed.getLast()));
        return signed;
    }

    private List<SignedHead> execute(boolean isSigning) {
        int height = executed.size() + 1;
        if (height == history.size()) {
            return List.of();
        }
        Head head = history.get(height);
        executed.add(head);
        note(assemblies.getLast().executed(head));
        return isSigning ? sign(head) : List.of();
    }

    private List<SignedHead> sign(Head head) {
        if (set.validator("validator-" + number).isEmpty()) {
            return List.of();
        }
        Optional<SigningRecord> record = records.isEmpty() ? Optional.empty() : Optional.of(records.getLast());
        return switch (SigningRule.decide(
                record, head, height -> Optional.of(history.get((int) height).hash()))) {
            case SIGN -> {
                records.add(SigningRecord.of(head));
                yield List.of(TestSigners.signed(number, head));
            }
            case SEND_AGAIN -> List.of(TestSigners.signed(number, head));
            case KEEP_SILENT -> List.of();
            case STOP -> throw new IllegalStateException("an honest validator contradicts itself");
        };
    }

    void hear(SignedHead signed) {
        note(assemblies.getLast().heard(signed));
    }

    private void note(List<Finding> findings) {
        for (Finding finding : findings) {
            switch (finding) {
                case Finding.Certified certified -> certificates.add(certified.certificate());
                case Finding.Overruled overruled -> certificates.add(overruled.certificate());
                case Finding.DoubleSigned found -> evidence.add(found.evidence());
                case Finding.Diverged diverged -> {}
                case Finding.Refused refused -> {}
            }
        }
    }

    long highestCertified() {
        return certificates.stream()
                .mapToLong(certificate -> certificate.head().height())
                .max()
                .orElse(0);
    }

    List<Certificate> certificates() {
        return certificates;
    }

    List<DoubleSigning> evidence() {
        return evidence;
    }
}
