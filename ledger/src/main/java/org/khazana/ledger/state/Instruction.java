package org.khazana.ledger.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.EncumbranceKind;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.table.Numbered;
import org.khazana.ledger.transaction.TransactionId;

/**
 * A settlement that is agreed to by one party after another. It stays for good, settled or not.
 *
 * @param number positive, chosen by the creator
 * @param settleDay first civil day on which it may settle, counted from 1970-01-01
 * @param expiresAtMillis from then on it cannot settle, milliseconds since 1970 UTC
 * @param partialOk whether less than all that is left may settle at once
 * @param reference for people; may be empty
 * @param travelRuleHash of the message in which the institutions on both sides told each other who gives and who receives
 * @param reverses the settled one that this one undoes
 * @param named the creator, and owners and controllers of all accounts when it was created
 * @param affirmed who has agreed
 * @param held who keeps it from settling
 * @param cancelling who wants to give it up after all had affirmed it
 * @param trial the last time that due work could not settle all that was left of it
 * @param parts what has settled of it, in order of time; one that settled at once has one
 */
public record Instruction(
        long number,
        PartyId creator,
        List<Leg> legs,
        int settleDay,
        long expiresAtMillis,
        boolean lockOnAffirm,
        boolean partialOk,
        String reference,
        Optional<Hash> travelRuleHash,
        Optional<Long> reverses,
        SortedSet<PartyId> named,
        SortedSet<PartyId> affirmed,
        SortedSet<PartyId> held,
        SortedSet<PartyId> cancelling,
        Status status,
        Optional<Trial> trial,
        List<Part> parts) {
    /** Most that one party may have created and that are open at a time. */
    public static final int OPEN_PER_CREATOR_MAX = 256;

    /** In no more parts than so many does one settle: what is left then settles as a whole. */
    public static final int PARTS_MAX = 64;

    /** What became of it. That it has expired follows from the time, that it is matched from who has affirmed it. */
    public enum Status implements Numbered {
        OPEN,
        SETTLED,
        CANCELLED,
        /** Open, until due work has found that its time was over. */
        EXPIRED
    }

    /**
     * What has settled at once, all legs together.
     *
     * @param transaction that had it settled
     * @param settledAtMillis time of its block, milliseconds since 1970 UTC
     * @param quantities of each leg, in their order: tokens, or minor units for cash; positive
     */
    public record Part(TransactionId transaction, long settledAtMillis, List<Long> quantities) {
        public Part {
            quantities = List.copyOf(quantities);
        }
    }

    /**
     * That due work could not settle it, or not all of it.
     *
     * @param day the business day on which it was tried
     * @param refusal what counted first against settling all that was left
     */
    public record Trial(int day, Refusal refusal) {}

    public Instruction {
        legs = List.copyOf(legs);
        named = sorted(named);
        affirmed = sorted(affirmed);
        held = sorted(held);
        cancelling = sorted(cancelling);
        parts = List.copyOf(parts);
    }

    private static SortedSet<PartyId> sorted(Set<PartyId> parties) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(parties));
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    public boolean isExpired(long nowMillis) {
        return nowMillis >= expiresAtMillis;
    }

    /** Of each leg, how much has settled. */
    public List<Long> settled() {
        return IntStream.range(0, legs.size())
                .mapToObj(leg -> parts.stream()
                        .mapToLong(part -> part.quantities().get(leg))
                        .sum())
                .toList();
    }

    /** Of each leg, how much has not settled. */
    public List<Long> unsettled() {
        List<Long> settled = settled();
        return IntStream.range(0, legs.size())
                .mapToObj(leg -> legs.get(leg).quantity() - settled.get(leg))
                .toList();
    }

    /** The legs with other quantities; where all is as agreed, with the serials that are named. */
    public List<Leg> legsOf(List<Long> quantities) {
        return IntStream.range(0, legs.size())
                .mapToObj(place -> legOf(legs.get(place), quantities.get(place)))
                .toList();
    }

    private static Leg legOf(Leg leg, long quantity) {
        return quantity == leg.quantity() ? leg : new Leg(leg.from(), leg.to(), leg.asset(), quantity);
    }

    /** The legs as far as they have not settled. */
    public List<Leg> rest() {
        return legsOf(unsettled());
    }

    /** Whether something of it has settled and nothing more will. */
    public boolean isDoneWith(long nowMillis) {
        return !parts.isEmpty() && (!isOpen() || isExpired(nowMillis));
    }

    /** First day on which due work tries to settle it: its own, or the one after the last time. */
    public long dueDay() {
        return Math.max(settleDay, trial.map(last -> last.day() + 1L).orElse(0L));
    }

    /**
     * What is set aside for it: the tokens that a leg names, or what else one position is to give.
     *
     * @param leg the one that names them, or the first that gives others from there, counted from 1
     */
    public EncumbranceId lock(int leg) {
        return new EncumbranceId(EncumbranceKind.SETTLEMENT, number, leg);
    }

    public Instruction affirmedBy(Set<PartyId> parties) {
        return with(union(affirmed, parties), held, cancelling, status);
    }

    public Instruction heldBy(PartyId party) {
        return with(affirmed, union(held, Set.of(party)), cancelling, status);
    }

    public Instruction releasedBy(PartyId party) {
        SortedSet<PartyId> fewer = new TreeSet<>(held);
        fewer.remove(party);
        return with(affirmed, fewer, cancelling, status);
    }

    public Instruction cancellingBy(Set<PartyId> parties) {
        return with(affirmed, held, union(cancelling, parties), status);
    }

    public Instruction with(Status next) {
        return with(affirmed, held, cancelling, next);
    }

    /** Due work could not settle it. */
    public Instruction after(Trial last) {
        return with(affirmed, held, cancelling, status, Optional.of(last), parts);
    }

    /** Settled if nothing is left. */
    public Instruction settledBy(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        Instruction after = with(affirmed, held, cancelling, status, trial, more);
        return after.unsettled().stream().allMatch(left -> left == 0) ? after.with(Status.SETTLED) : after;
    }

    private static SortedSet<PartyId> union(Set<PartyId> some, Set<PartyId> others) {
        SortedSet<PartyId> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private Instruction with(
            SortedSet<PartyId> affirming, SortedSet<PartyId> holding, SortedSet<PartyId> givingUp, Status next) {
        return with(affirming, holding, givingUp, next, trial, parts);
    }

    private Instruction with(
            SortedSet<PartyId> affirming,
            SortedSet<PartyId> holding,
            SortedSet<PartyId> givingUp,
            Status next,
            Optional<Trial> last,
            List<Part> all) {
        return new Instruction(
                number,
                creator,
                legs,
                settleDay,
                expiresAtMillis,
                lockOnAffirm,
                partialOk,
                reference,
                travelRuleHash,
                reverses,
                named,
                affirming,
                holding,
                givingUp,
                next,
                last,
                all);
    }
}
