package org.khazana.storage.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.port.DurableLog;
import org.khazana.consensus.port.DurableVote;
import org.khazana.consensus.port.LogReader;
import org.khazana.storage.DataFolderProblem;

/**
 * Exchanges the state for a fetched one, in steps between which the machine may stop at any time. From the moment the
 * intent is durable the exchange is carried through, here or by the next start; before, nothing has happened. So a node
 * starts either with the old state beside the old log, or with the new state and a log that goes on after it.
 */
public final class StateInstallation {
    private final SnapshotPaths paths;
    private final Consumer<Step> afterStep;

    /** What is done one after another; tests stop after each. */
    enum Step {
        /** The manifest stands in the file {@code installing}: there is no way back. */
        INTENT_DURABLE,
        OLD_STATE_ASIDE,
        NEW_STATE_IN_PLACE,
        /** The snapshot that outlives the process is that of the new state. */
        KEPT_IN_PLACE,
        /** What only the old state's database held is in the new one as well. */
        CARRIED_OVER,
        /** Nothing more is incoming. */
        INCOMING_GONE,
        TERM_KNOWN,
        LOG_RESTARTED,
        /** The file {@code installing} is gone: what remains is rubbish. */
        INTENT_GONE
    }

    /** Of one data folder. */
    public StateInstallation(SnapshotPaths paths) {
        this(paths, step -> {});
    }

    StateInstallation(SnapshotPaths paths, Consumer<Step> afterStep) {
        this.paths = paths;
        this.afterStep = afterStep;
    }

    /**
     * Makes durable that {@code fetched} is going to be the state. It must be verified, and closed before the state is
     * moved.
     */
    public void intend(SnapshotManifest fetched) {
        carryOut(() -> SealedFile.write(paths.installing(), fetched));
        afterStep.accept(Step.INTENT_DURABLE);
    }

    /** Moves the fetched state to where the node looks for it; the old one must be closed. May be done again. */
    public void moveState() {
        Optional<SnapshotManifest> intended = intended();
        Invariant.check(intended.isPresent(), "a state is exchanged without an intent");
        if (Files.exists(paths.incomingManifest())) {
            Invariant.check(
                    isIncoming(intended.get()), "another snapshot was fetched than the one that is being installed");
            carryOut(this::exchangeFolders);
            carryOut(this::keepIncoming);
            carryOver();
        }
        carryOut(() -> {
            SealedFile.deleteAll(paths.incoming());
            SealedFile.syncFolderOf(paths.incoming());
        });
        afterStep.accept(Step.INCOMING_GONE);
    }

    private boolean isIncoming(SnapshotManifest intended) {
        try {
            return SealedFile.read(paths.incomingManifest()).equals(intended);
        } catch (MalformedSnapshot damaged) {
            return false;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private void exchangeFolders() throws IOException {
        if (Files.exists(paths.incomingState())) {
            if (Files.exists(paths.state())) {
                SealedFile.deleteAll(paths.replaced());
                Files.move(paths.state(), paths.replaced(), StandardCopyOption.ATOMIC_MOVE);
                SealedFile.syncFolderOf(paths.state());
                afterStep.accept(Step.OLD_STATE_ASIDE);
            }
            Files.move(paths.incomingState(), paths.state(), StandardCopyOption.ATOMIC_MOVE);
            SealedFile.syncFolderOf(paths.state());
            SealedFile.syncFolderOf(paths.incomingState());
            afterStep.accept(Step.NEW_STATE_IN_PLACE);
        }
    }

    /** A node whose log begins with this state must be able to hand it on, also after a restart. */
    private void keepIncoming() throws IOException {
        if (Files.exists(paths.incomingKept())) {
            SealedFile.deleteAll(paths.kept());
            Files.move(paths.incomingKept(), paths.kept(), StandardCopyOption.ATOMIC_MOVE);
            SealedFile.syncFolderOf(paths.kept());
        }
        afterStep.accept(Step.KEPT_IN_PLACE);
    }

    /** Evidence against others, and how validators followed one another: nothing that this node knew for itself is forgotten. */
    private void carryOver() {
        if (Files.exists(paths.replaced())) {
            OwnRows.carryOver(paths.replaced(), paths.state());
        }
        afterStep.accept(Step.CARRIED_OVER);
    }

    /** What is being installed, if anything is. */
    public Optional<SnapshotManifest> intended() {
        try {
            return Files.exists(paths.installing())
                    ? Optional.of(SealedFile.read(paths.installing()))
                    : Optional.empty();
        } catch (MalformedSnapshot damaged) {
            throw new DataFolderProblem(
                    "the file " + paths.installing() + " is damaged (" + damaged.getMessage()
                            + "): nobody can tell whether the ledger state was exchanged; have the validator replaced",
                    damaged);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** At a start, before the state is opened: carries through what a crash has interrupted, as far as the state goes. */
    public void settleState() {
        if (intended().isPresent()) {
            moveState();
        } else {
            carryOut(() -> SealedFile.deleteAll(paths.replaced()));
        }
    }

    /** At a start, once log and vote are open: lets the log go on after the installed state, unless it does already. */
    public void settleLog(DurableLog log, DurableVote vote) {
        Optional<SnapshotManifest> intended = intended();
        if (intended.isPresent() && !isKnownTo(log, intended.get())) {
            EntryMetadata base = intended.get().last();
            HardState before = vote.load();
            if (before.term().isBefore(base.term())) {
                // The leader's term reached the state before the vote file. No vote in it can have left this node.
                vote.store(new HardState(base.term(), Optional.empty(), before.isRecovering()));
            }
            afterStep.accept(Step.TERM_KNOWN);
            log.restartAt(base, intended.get().configuration());
            log.sync();
            afterStep.accept(Step.LOG_RESTARTED);
        }
        finishIfKnownTo(log);
    }

    private static boolean isKnownTo(LogReader log, SnapshotManifest manifest) {
        EntryMetadata last = manifest.last();
        return last.index() < log.base().index()
                || log.metadata(last.index()).filter(last::equals).isPresent();
    }

    /** Ends the exchange if {@code log} holds the snapshot's block, or begins after it; whether nothing is open now. */
    public boolean finishIfKnownTo(LogReader log) {
        Optional<SnapshotManifest> intended = intended();
        if (intended.isPresent() && isKnownTo(log, intended.get())) {
            carryOut(() -> {
                Files.delete(paths.installing());
                SealedFile.syncFolderOf(paths.installing());
            });
            afterStep.accept(Step.INTENT_GONE);
            carryOut(() -> SealedFile.deleteAll(paths.replaced()));
            return true;
        }
        return intended.isEmpty();
    }

    @FunctionalInterface
    private interface FileWork {
        void run() throws IOException;
    }

    private static void carryOut(FileWork work) {
        try {
            work.run();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private static UncheckedIOException failed(IOException failure) {
        return new UncheckedIOException("a fetched state cannot be put in place: " + failure, failure);
    }
}
