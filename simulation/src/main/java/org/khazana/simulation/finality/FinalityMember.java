package org.khazana.simulation.finality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.CertificateAssembly;
import org.khazana.ledger.finality.Finding;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadsBetween;
import org.khazana.ledger.finality.Replica;
import org.khazana.ledger.finality.SignedHead;
import org.khazana.ledger.finality.SigningPlan;
import org.khazana.ledger.finality.SigningRecord;
import org.khazana.ledger.finality.Unlogged;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.simulation.ledger.QuickSignatures;
import org.khazana.simulation.property.FinalityProperties;

/**
 * The desk of one member, as {@code node.finality} has it: signs what was executed once the record of it is durable, hears what others
 * sign, keeps certificates. Who calls decides when the disk is done, and what becomes of messages.
 */
public final class FinalityMember {
    private static final QuickSignatures VERIFIER = new QuickSignatures();
    private static final int LETTERS_MAX = 300;

    private final MemberId id;
    private final Replica self;
    private final HeadedMachine machine;
    private final FinalityProperties properties;
    private final Post post;
    private final SigningDisk disk = new SigningDisk();
    private final KeptCertificates certificates = new KeptCertificates();
    private Optional<Memory> process = Optional.empty();

    /** A member that does not run yet, and has signed nothing. */
    public FinalityMember(MemberId id, HeadedMachine machine, FinalityProperties properties, Post post) {
        this.id = id;
        this.self = Electorate.replica(id);
        this.machine = machine;
        this.properties = properties;
        this.post = post;
    }

    /**
     * Starts on what the disk holds: what was executed but is not certified is looked at again.
     *
     * @param logEnd last entry in the log
     */
    public void start(long logEnd) {
        Memory started = new Memory(self, VERIFIER, new Unlogged(logEnd, machine.newestHeight()));
        process = Optional.of(started);
        certificates
                .overruling()
                .flatMap(theirs -> machine.head(theirs.head().height()))
                .ifPresent(this::stopIfOverruled);
        started.assembly.appointed(machine.newestSigners());
        long applied = machine.newest().height();
        long first = Math.max(certifiedHeight() + 1, applied - CertificateAssembly.WINDOW_MAX);
        for (long height = Math.min(first, applied); height <= applied; height++) {
            machine.head(height).ifPresent(started.executed::add);
        }
        recall();
    }

    /** A start does not mend what went wrong. */
    private void stopIfOverruled(Head ours) {
        certificates
                .overruling()
                .filter(theirs -> theirs.head().height() == ours.height()
                        && !theirs.head().equals(ours))
                .ifPresent(theirs -> overruled(theirs, ours));
    }

    /** Power loss; certificates are not synced, just as the state is not. */
    public void crash(RandomGenerator chance) {
        process = Optional.empty();
        disk.crash(chance);
        certificates.crash(machine.newestHeight(), chance);
    }

    /** An old copy of the record is put back while the process is down; whether that makes a difference. */
    public boolean restoreRecord(RandomGenerator chance) {
        return disk.restore(chance);
    }

    /** The newest head is one that this member has just come to, or has taken over. */
    public void executed() {
        process.ifPresent(running -> running.executed.add(machine.newest()));
    }

    /** A message has come. */
    public void received(MemberId from, Told message) {
        process.filter(running -> running.letters.size() < LETTERS_MAX)
                .ifPresent(running -> running.letters.add(new Memory.Letter(from, message)));
    }

    /** Whether it has neither crashed nor stopped. */
    public boolean isRunning() {
        return process.isPresent();
    }

    public boolean hasWork() {
        return process.filter(running -> running.work.isEmpty())
                .filter(running -> !running.executed.isEmpty() || !running.letters.isEmpty())
                .isPresent();
    }

    /**
     * Takes up what has come; whether the disk must be waited for, after which {@link #goOn} is to be called.
     *
     * @throws Stopped if this member must not go on
     */
    public boolean begin() {
        Memory running = process.orElseThrow();
        if (running.executed.isEmpty()) {
            return hearNext(running);
        }
        List<Head> fresh = new ArrayList<>(running.executed);
        running.executed.clear();
        fresh.forEach(this::stopIfOverruled);
        fresh.forEach(head -> running.uncertified.put(head.height(), head));
        return write(running, fresh, fresh);
    }

    /** Signs what could not be signed before, asks again what was not answered, and reminds of what is not certified. */
    public boolean remind() {
        Memory running = process.orElseThrow();
        recall();
        ask();
        sendReminder(running);
        return running.work.isEmpty() && signMissed(running);
    }

    private boolean signMissed(Memory running) {
        long signed = disk.record().map(SigningRecord::height).orElse(-1L);
        return write(
                running,
                List.of(),
                List.copyOf(running.uncertified.tailMap(signed, false).values()));
    }

    private boolean write(Memory running, List<Head> fresh, List<Head> toSign) {
        SigningPlan plan = plan(running, toSign);
        running.work = Optional.of(new Memory.Work(fresh, plan));
        plan.record().ifPresent(disk::issue);
        if (plan.record().isEmpty()) {
            goOn();
        }
        return running.work.isPresent();
    }

    private SigningPlan plan(Memory running, List<Head> executed) {
        List<Head> ours = executed.stream()
                .filter(head -> self.signsIn(machine.signersOf(head)) && !running.unlogged.has(head.height()))
                .filter(head -> !certificates.isInDoubt(head, machine))
                .toList();
        ValidatorSet newest = machine.signersOf(machine.newest());
        running.maySignNew |= running.recollection.isEnough(newest);
        try {
            return running.maySignNew
                    ? SigningPlan.of(disk.record(), ours, this::ownHash)
                    : SigningPlan.ofWhatWasSigned(disk.record(), ours, this::ownHash);
        } catch (IllegalStateException contradiction) {
            properties.contradictsItself(id, String.valueOf(contradiction.getMessage()));
            throw new Stopped(String.valueOf(contradiction.getMessage()));
        }
    }

    private Optional<Hash> ownHash(long height) {
        return machine.head(height).map(Head::hash);
    }

    /** The record is durable. */
    public void recordIsDurable() {
        disk.sync();
    }

    /** Lets go what has waited for the record. */
    public void goOn() {
        Memory running = process.orElseThrow();
        Memory.Work work = running.work.orElseThrow();
        running.work = Optional.empty();
        List<SignedHead> signed = work.plan().heads().stream()
                .map(head -> Electorate.sign(self.key(), head))
                .toList();
        work.fresh().forEach(head -> properties.executed(id, head));
        signed.forEach(head -> properties.signs(id, head));
        tellAll(signed, false);
        for (Head head : work.fresh()) {
            running.assembly.appointed(machine.signersOf(head));
            follow(running.assembly.executed(head));
        }
        signed.forEach(head -> follow(running.assembly.heard(head)));
        dropCertified(running);
    }

    private void tellAll(List<SignedHead> signed, boolean isReminder) {
        for (int from = 0; from < signed.size(); from += Told.ITEMS_MAX) {
            post.tellAll(new Told.Signed(
                    signed.subList(from, Math.min(from + Told.ITEMS_MAX, signed.size())), isReminder));
        }
    }

    private boolean hearNext(Memory running) {
        Memory.Letter letter = running.letters.remove();
        switch (letter.message()) {
            case Told.Signed signed -> {
                signed.heads().forEach(head -> follow(running.assembly.heard(head)));
                if (signed.isReminder()) {
                    answer(letter.from(), signed.heads());
                }
            }
            case Told.Certified certified -> certified.certificates().forEach(this::hear);
            case Told.Wanted wanted ->
                tell(letter.from(), HeadsBetween.answer(wanted.heights(), machine, Told.ITEMS_MAX));
            case Told.Heads heads -> {
                if (HeadsBetween.learn(heads.heads(), machine)) {
                    ask();
                }
            }
            case Told.Recall recall -> remember(running, letter.from(), recall.key());
            case Told.Recalled recalled -> {
                return hear(running, letter.from(), recalled);
            }
        }
        dropCertified(running);
        return false;
    }

    private void hear(Certificate certificate) {
        certificate.signedHeads().forEach(this::compare);
        Optional<Head> ours = machine.head(certificate.head().height());
        Optional<ValidatorSet> set = machine.signers(certificate.head().epoch());
        if (ours.isEmpty()
                || set.isEmpty()
                || certificates.has(certificate.head().height())) {
            return;
        }
        if (certificate.doubtAbout(ours.get(), set.get(), VERIFIER).isEmpty()) {
            follow(List.of(
                    ours.get().equals(certificate.head())
                            ? new Finding.Certified(certificate)
                            : new Finding.Overruled(certificate, ours.get())));
        }
    }

    private void tell(MemberId peer, List<Head> heads) {
        if (!heads.isEmpty()) {
            post.tell(peer, new Told.Heads(heads));
        }
    }

    private void answer(MemberId peer, List<SignedHead> reminder) {
        List<Certificate> known = certificates.of(reminder);
        if (!known.isEmpty()) {
            post.tell(peer, new Told.Certified(known));
        }
    }

    private void recall() {
        if (!process.orElseThrow().maySignNew) {
            post.tellAll(new Told.Recall(self.key()));
        }
    }

    private void remember(Memory running, MemberId asker, PublicKey key) {
        post.tell(asker, new Told.Recalled(key, running.assembly.newestBy(key)));
    }

    private boolean hear(Memory running, MemberId from, Told.Recalled recalled) {
        boolean isClear = recalled.newest().isEmpty()
                || recalled.newest().filter(this::compare).isPresent();
        if (running.maySignNew || !recalled.key().equals(self.key()) || !isClear) {
            return false;
        }
        running.recollection.answered(from.toString(), from.directory());
        return signMissed(running);
    }

    /** Whether it could be said if this is a signature of its own that it does not know; if so, it stops. */
    private boolean compare(SignedHead signed) {
        if (!signed.key().equals(self.key())) {
            return true;
        }
        Optional<ValidatorSet> ofItsEpoch = machine.signers(signed.head().epoch());
        ofItsEpoch
                .flatMap(set -> process.orElseThrow().recollection.objection(disk.record(), signed, set))
                .ifPresent(objection -> {
                    properties.forgot(id, objection);
                    throw new Stopped(objection);
                });
        return ofItsEpoch.isPresent();
    }

    private void ask() {
        HeadsBetween.wanted(disk.record(), machine, Told.ITEMS_MAX)
                .ifPresent(wanted -> post.tellAll(new Told.Wanted(wanted)));
    }

    private void sendReminder(Memory running) {
        List<SignedHead> again = running.uncertified.descendingMap().values().stream()
                .limit(Told.ITEMS_MAX)
                .filter(head -> !certificates.isInDoubt(head, machine)
                        && SigningPlan.isRepetition(disk.record(), head, this::ownHash))
                .map(head -> Electorate.sign(self.key(), head))
                .toList();
        again.forEach(head -> properties.signsAgain(id, head));
        if (!again.isEmpty()) {
            tellAll(again, true);
        }
    }

    private void dropCertified(Memory running) {
        running.uncertified.headMap(certifiedHeight(), true).clear();
    }

    private void follow(List<Finding> findings) {
        for (Finding finding : findings) {
            switch (finding) {
                case Finding.Certified(Certificate certificate) -> {
                    properties.certified(id, certificate);
                    certificates.keep(certificate);
                }
                case Finding.Overruled(Certificate certificate, Head ours) -> overruled(certificate, ours);
                case Finding.DoubleSigned doubleSigned ->
                    properties.accused(
                            id, doubleSigned.evidence(), doubleSigned.evidence().isProved(VERIFIER));
                case Finding.Diverged diverged -> {}
                case Finding.Refused refused -> {}
            }
        }
    }

    private void overruled(Certificate theirs, Head ours) {
        certificates.overruledBy(theirs);
        properties.overruled(id, theirs, ours);
        throw new Stopped("is overruled at " + ours.height() + ", and stops");
    }

    /** Up to where everything is certified, as far as it knows. */
    public long certifiedHeight() {
        return certificates.highest();
    }

    /** Whether its record is older than what it has signed. */
    public boolean hasForgotten(FinalityProperties remembered) {
        return remembered.highestSigned(id)
                > disk.record().map(SigningRecord::height).orElse(-1L);
    }

    @Override
    public String toString() {
        return id + ": executed " + machine.newestHeight() + ", signed "
                + disk.record().map(SigningRecord::height).orElse(-1L) + ", certified " + certifiedHeight();
    }

    /** Whether it knows that its history continues what it has signed, or can learn it from these. */
    boolean isLinked(List<HeadedMachine> others) {
        long height = disk.record().map(SigningRecord::height).orElse(Long.MAX_VALUE);
        long lowest = machine.firstFrom(0).orElseThrow().height();
        for (long missing = height; missing < lowest; missing++) {
            long wanted = missing;
            if (others.stream().noneMatch(other -> other.head(wanted).isPresent())) {
                return false;
            }
        }
        return true;
    }

    public HeadedMachine machine() {
        return machine;
    }

    Replica replica() {
        return self;
    }
}
