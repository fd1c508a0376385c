package org.khazana.node.finality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.runtime.FaultHandler;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Embedding;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.MalformedHead;
import org.khazana.ledger.finality.SignedHead;
import org.khazana.ledger.finality.SignedProposal;
import org.khazana.ledger.finality.SignedVote;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.node.transport.FinalityPeers;
import org.khazana.node.transport.SparingLog;

/**
 * Where signatures of heads come together. Blocks that are executed and messages of peers wait in queues for the one thread that signs,
 * counts, and waits for the disk; so neither consensus nor execution ever waits for a certificate.
 */
public final class FinalityDesk {
    /** Beyond it messages are dropped: what they say is said again. */
    private static final int MESSAGES_WAITING_MAX = 4_096;

    private final Queue<OwnSigning.Executed> executed = new ConcurrentLinkedQueue<>();
    private final Queue<Heard> heard = new ArrayBlockingQueue<>(MESSAGES_WAITING_MAX);
    private final Queue<SignedProposal> proposed = new ArrayBlockingQueue<>(MESSAGES_WAITING_MAX);
    private final Queue<SignedVote> voted = new ArrayBlockingQueue<>(MESSAGES_WAITING_MAX);
    private final Queue<Carried> carried = new ArrayBlockingQueue<>(MESSAGES_WAITING_MAX);
    private final AtomicBoolean isCalled = new AtomicBoolean();
    private final OwnSigning signing;
    private final Certification certification;
    private final Witness witness;
    private final HistoryGap gap;
    private final FinalityPeers peers;
    private final Executor thread;
    private final FaultHandler onFault;
    /** Own heads that no certificate vouches for yet. */
    private final NavigableMap<Long, OwnSigning.Executed> uncertified = new TreeMap<>();

    private final SparingLog log = new SparingLog();

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record Heard(MemberId from, byte[] message) {}

    /** What a block has brought that was executed here. */
    private record Carried(BlockHeader block, Certificate certificate) {}

    /**
     * Puts the parts together.
     *
     * @param thread one thread, on which everything happens
     */
    FinalityDesk(
            OwnSigning signing,
            Certification certification,
            Witness witness,
            HistoryGap gap,
            FinalityPeers peers,
            Executor thread,
            FaultHandler onFault) {
        this.signing = signing;
        this.certification = certification;
        this.witness = witness;
        this.gap = gap;
        this.peers = peers;
        this.thread = thread;
        this.onFault = onFault;
    }

    /** What was known before a restart: who has lied, and who the newest validators are. */
    void start(List<byte[]> evidence, ValidatorSet newest) {
        run(() -> {
            certification.start(evidence, newest);
            believeWitness();
        });
    }

    /** A block was executed, and its head is in the store. */
    public void executed(Head head, ValidatorSet inForce) {
        executed.add(new OwnSigning.Executed(head, inForce));
        call();
    }

    /**
     * The same, of a block that may carry a certificate. One that is dropped here is in the log; a later one vouches for its height too.
     */
    public void executed(Block block, Head head, ValidatorSet inForce) {
        certificateIn(block).ifPresent(certificate -> carried.offer(new Carried(block.header(), certificate)));
        executed(head, inForce);
    }

    private static Optional<Certificate> certificateIn(Block block) {
        try {
            return Embedding.in(block);
        } catch (MalformedHead wrong) {
            throw new IllegalStateException("a block was executed that is not in its one byte form", wrong);
        }
    }

    /** The state was exchanged for a newer one. */
    public void jumped() {
        certification.newest().ifPresent(newest -> executed(newest.head(), newest.signers()));
    }

    /** A block came in whose header is rightly signed. One that is dropped here is in the log, and can be shown from there. */
    public void proposed(SignedProposal proposal) {
        if (proposed.offer(proposal)) {
            call();
        }
    }

    /** A vote came in that is rightly signed. */
    public void voted(SignedVote vote) {
        if (voted.offer(vote)) {
            call();
        }
    }

    /** What a peer says, in any bytes. */
    public void received(MemberId from, byte[] message) {
        if (heard.offer(new Heard(from, message))) {
            call();
        }
    }

    /** Tells once more what was signed and is not certified yet. */
    public void remind() {
        run(this::recall);
        run(gap::ask);
        run(this::signMissed);
        run(this::sendReminder);
        run(witness::remind);
    }

    private void call() {
        if (isCalled.compareAndSet(false, true)) {
            run(this::lookAtAll);
        }
    }

    private void run(Runnable task) {
        try {
            thread.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException | Error bug) {
                    onFault.fatal("signing what blocks came to has failed: " + bug.getMessage(), bug);
                }
            });
        } catch (RejectedExecutionException stopping) {
            isCalled.set(false); // nobody is told any more
        }
    }

    private void lookAtAll() {
        isCalled.set(false); // whatever comes from here on calls again
        signExecuted();
        for (SignedProposal next = proposed.poll(); next != null; next = proposed.poll()) {
            witness.proposed(next);
        }
        for (SignedVote next = voted.poll(); next != null; next = voted.poll()) {
            witness.voted(next);
        }
        for (Heard next = heard.poll(); next != null; next = heard.poll()) {
            hear(next);
        }
        believeWitness();
        for (Carried next = carried.poll(); next != null; next = carried.poll()) {
            hear(next);
        }
        dropCertified();
    }

    private void believeWitness() {
        witness.takeConvicted().forEach(certification::convicted);
    }

    private void signExecuted() {
        List<OwnSigning.Executed> batch = new ArrayList<>();
        for (OwnSigning.Executed next = executed.poll(); next != null; next = executed.poll()) {
            batch.add(next);
            uncertified.put(next.head().height(), next);
        }
        if (batch.isEmpty()) {
            return;
        }
        batch.forEach(each -> certification.stopIfOverruled(each.head()));
        List<SignedHead> signed = signing.sign(withoutDoubt(batch));
        tellAll(signed, false);
        batch.forEach(each -> certification.executed(each.head(), each.signers()));
        signed.forEach(certification::heard);
        dropCertified();
    }

    private List<OwnSigning.Executed> withoutDoubt(Collection<OwnSigning.Executed> heads) {
        return heads.stream()
                .filter(each -> !certification.isInDoubt(each.head()))
                .toList();
    }

    private void tellAll(List<SignedHead> signed, boolean isReminder) {
        for (int from = 0; from < signed.size(); from += FinalityMessage.ITEMS_MAX) {
            List<SignedHead> part = signed.subList(from, Math.min(from + FinalityMessage.ITEMS_MAX, signed.size()));
            peers.tellAll(new FinalityMessage.Signed(part, isReminder).toBytes());
        }
    }

    private void hear(Heard next) {
        FinalityMessage message;
        try {
            message = FinalityMessage.of(next.message());
        } catch (IllegalArgumentException wrong) {
            log.error("finality of " + next.from(), next.from() + " sent what nobody can read: " + wrong.getMessage());
            return;
        }
        switch (message) {
            case FinalityMessage.Signed signed -> {
                witness.heard(next.from(), signed);
                signed.heads().forEach(certification::heard);
                if (signed.isReminder()) {
                    answer(next.from(), signed.heads());
                }
            }
            case FinalityMessage.Certified certified -> certified.certificates().forEach(this::hear);
            case FinalityMessage.Recall recall -> remember(next.from(), recall.key());
            case FinalityMessage.Recalled recalled -> hear(next.from(), recalled);
            case FinalityMessage.Wanted wanted -> tell(next.from(), gap.answer(wanted));
            case FinalityMessage.Heads heads -> gap.learn(heads.heads());
            case FinalityMessage.Proposals theirs -> witness.shown(theirs.proposals());
            case FinalityMessage.Votes theirs -> witness.told(theirs.votes());
            case FinalityMessage.Accusations theirs -> witness.accused(theirs.evidence());
        }
        believeWitness();
        dropCertified();
    }

    private void hear(Certificate certificate) {
        certificate.signedHeads().forEach(this::compare);
        certification.heard(certificate, "a certificate", "a peer has sent a certificate");
    }

    /** Mostly it is known, and then nothing is checked once more. */
    private void hear(Carried brought) {
        Certificate certificate = brought.certificate();
        if (!certification.isKnown(certificate)) {
            String proposer = brought.block().proposer();
            certificate.signedHeads().forEach(this::compare);
            certification.heard(
                    certificate,
                    "a certificate in a block of " + proposer,
                    proposer + " has put a certificate into block "
                            + brought.block().height());
        }
    }

    /** Asks all peers what this validator has signed, as long as it must not sign anything new. */
    private void recall() {
        if (signing.isWaiting()) {
            peers.tellAll(new FinalityMessage.Recall(signing.key()).toBytes());
        }
    }

    private void remember(MemberId asker, PublicKey key) {
        peers.tell(asker, new FinalityMessage.Recalled(key, certification.newestBy(key)).toBytes());
    }

    /** What is of an epoch that is not known here yet says nothing yet, so it is asked for again. */
    private void hear(MemberId from, FinalityMessage.Recalled recalled) {
        boolean isClear = recalled.newest().isEmpty()
                || recalled.newest().filter(this::compare).isPresent();
        if (signing.isWaiting() && recalled.key().equals(signing.key()) && isClear) {
            certification.newest().ifPresent(newest -> signing.answered(from, newest.signers()));
            signMissed();
        }
    }

    /** Stops the node if this is its own signature and it does not know it; whether that could be said. */
    private boolean compare(SignedHead signed) {
        if (!signed.key().equals(signing.key())) {
            return true;
        }
        Optional<ValidatorSet> ofItsEpoch =
                certification.validators(signed.head().epoch());
        ofItsEpoch.ifPresent(set -> signing.shown(signed, set));
        return ofItsEpoch.isPresent();
    }

    private void tell(MemberId from, List<Head> heads) {
        if (!heads.isEmpty()) {
            peers.tell(from, new FinalityMessage.Heads(heads).toBytes());
        }
    }

    private void answer(MemberId from, List<SignedHead> reminder) {
        List<Certificate> known = reminder.stream()
                .flatMap(signed -> certification.certificateOf(signed.height()).stream())
                .toList();
        if (!known.isEmpty()) {
            peers.tell(from, new FinalityMessage.Certified(known).toBytes());
        }
    }

    private void dropCertified() {
        uncertified
                .headMap(certification.certifiedHeight(), true)
                .values()
                .removeIf(each -> !certification.isNeeded(each.head()));
    }

    /** What could not be signed when it was executed, since nobody here knew yet whether it continues what was signed before. */
    private void signMissed() {
        List<SignedHead> missed = signing.sign(
                withoutDoubt(uncertified.tailMap(signing.signedHeight(), false).values()));
        tellAll(missed, false);
        missed.forEach(certification::heard);
        dropCertified();
    }

    /** The newest ones: whatever vouches for one of them vouches for those before. */
    private void sendReminder() {
        List<SignedHead> again = withoutDoubt(uncertified.descendingMap().values()).stream()
                .limit(FinalityMessage.ITEMS_MAX)
                .map(each -> signing.signAgain(each.head()))
                .flatMap(Optional::stream)
                .toList();
        if (!again.isEmpty()) {
            tellAll(again, true);
            again.forEach(certification::heard); // after a restart they are not counted yet
            dropCertified();
        }
    }
}
