package org.khazana.simulation.property;

import static org.khazana.simulation.property.Property.CERTIFICATE_IMPLIES_DURABLE;
import static org.khazana.simulation.property.Property.CERTIFIED_IS_KEPT;
import static org.khazana.simulation.property.Property.HONEST_NEVER_ACCUSED;
import static org.khazana.simulation.property.Property.ONE_HISTORY_SIGNED;
import static org.khazana.simulation.property.Property.ONLY_THE_WRONG_STOP;
import static org.khazana.simulation.property.Property.OVERRULED_IS_SILENT;
import static org.khazana.simulation.property.Property.STATE_ROOTS_AGREE;
import static org.khazana.simulation.property.PropertyViolation.check;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.DoubleSigning;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.SignedHead;
import org.khazana.simulation.disk.SimulatedDisk;

/** What must hold of signatures, certificates and evidence, whatever crashes and whoever of a few lies. */
public final class FinalityProperties {
    private final Function<MemberId, SimulatedDisk> disks;
    private final ToLongFunction<MemberId> savedThrough;
    /** Who signs two histories on purpose, who comes to something wrong, and whose record was put back from an old copy. */
    private final Set<MemberId> liars = new TreeSet<>();

    private final Set<MemberId> wrong = new TreeSet<>();
    private final Set<MemberId> restored = new TreeSet<>();
    private final Set<MemberId> stopped = new TreeSet<>();
    private final Map<PublicKey, MemberId> members = new HashMap<>();
    private final SortedMap<MemberId, NavigableMap<Long, Head>> signed = new TreeMap<>();
    private final Map<Hash, Head> known = new HashMap<>();
    private final NavigableMap<Long, Head> agreed = new TreeMap<>();
    private final NavigableMap<Long, Head> certified = new TreeMap<>();
    private final Set<MemberId> accused = new TreeSet<>();

    /**
     * Nothing was signed yet.
     *
     * @param disks of all members, more of whom may join later
     * @param savedThrough up to where a state that is durable stands for the blocks of a member
     */
    public FinalityProperties(Function<MemberId, SimulatedDisk> disks, ToLongFunction<MemberId> savedThrough) {
        this.disks = disks;
        this.savedThrough = savedThrough;
    }

    /** A member that may sign, and what is wrong with it. */
    public void joined(MemberId member, PublicKey key, boolean signsTwice, boolean executesWrongly) {
        members.put(key, member);
        if (signsTwice) {
            liars.add(member);
        }
        if (executesWrongly) {
            wrong.add(member);
        }
    }

    /** Somebody has put an old record back: what follows of it is not the member's fault. */
    public void restored(MemberId member) {
        restored.add(member);
    }

    /** A head of the member's own, of a block that it has executed. */
    public void executed(MemberId member, Head head) {
        known.put(head.hash(), head);
        if (wrong.contains(member)) {
            return;
        }
        Head elsewhere = agreed.putIfAbsent(head.height(), head);
        check(
                elsewhere == null || elsewhere.equals(head),
                STATE_ROOTS_AGREE,
                "%s comes to %s, elsewhere it was %s",
                member,
                head,
                elsewhere);
        Head kept = certified.get(head.height());
        check(kept == null || kept.equals(head), CERTIFIED_IS_KEPT, "%s has %s in place of %s", member, head, kept);
    }

    /** A member signs something, which is about to leave. */
    public void signs(MemberId member, SignedHead made) {
        Head head = made.head();
        NavigableMap<Long, Head> before = signed.computeIfAbsent(member, any -> new TreeMap<>());
        boolean isNew = before.isEmpty() || head.height() > before.lastKey();
        check(
                !isNew
                        || head.height() <= savedThrough.applyAsLong(member)
                        || disks.apply(member)
                                .durable()
                                .holds(
                                        head.height(),
                                        EntryHash.of(head.blockHash().toBytes())),
                CERTIFICATE_IMPLIES_DURABLE,
                "%s signs block %s, which is not durable there",
                member,
                head.height());
        signsAgain(member, made);
    }

    /** A member signs once more what it has signed, or what lies below that. */
    public void signsAgain(MemberId member, SignedHead made) {
        Head head = made.head();
        NavigableMap<Long, Head> before = signed.computeIfAbsent(member, any -> new TreeMap<>());
        Head other = before.putIfAbsent(head.height(), head);
        check(
                ((other == null || other.equals(head)) && isOneHistory(before, head)) || isExcused(member),
                ONE_HISTORY_SIGNED,
                "%s signs %s after %s",
                member,
                head,
                before);
        // A state that has fallen back, and is right when the blocks are executed again, may be signed.
        check(
                !stopped.contains(member) || head.equals(agreed.getOrDefault(head.height(), head)),
                OVERRULED_IS_SILENT,
                "%s signs %s after it was overruled",
                member,
                head);
        check(
                wrong.contains(member)
                        || !agreed.containsKey(head.height())
                        || agreed.get(head.height()).equals(head),
                STATE_ROOTS_AGREE,
                "%s signs %s, elsewhere it was %s",
                member,
                head,
                agreed.get(head.height()));
    }

    /** Heights may be left out: then the heads between, as far as anybody has come to them, show what lies below. */
    private boolean isOneHistory(NavigableMap<Long, Head> signed, Head head) {
        Map.Entry<Long, Head> below = signed.lowerEntry(head.height());
        Map.Entry<Long, Head> above = signed.higherEntry(head.height());
        return (below == null || mayLeadTo(head, below.getValue()))
                && (above == null || mayLeadTo(above.getValue(), head));
    }

    private boolean mayLeadTo(Head high, Head low) {
        Head past = high;
        while (past != null && past.height() - 1 > low.height()) {
            past = known.get(past.previous());
        }
        return past == null || past.follows(low);
    }

    /** With an old record, and only with that, a member that comes to something else than before may sign it. */
    private boolean isExcused(MemberId member) {
        return restored.contains(member) && wrong.contains(member);
    }

    /** A member has a certificate. */
    public void certified(MemberId member, Certificate certificate) {
        Head head = certificate.head();
        Head before = certified.putIfAbsent(head.height(), head);
        check(
                before == null || before.equals(head),
                CERTIFIED_IS_KEPT,
                "%s has a certificate of %s, elsewhere there is one of %s",
                member,
                head,
                before);
        Head own = agreed.get(head.height());
        check(own == null || own.equals(head), CERTIFIED_IS_KEPT, "certified is %s, and %s was executed", head, own);
        for (PublicKey key : certificate.keys()) {
            MemberId signer = members.get(key);
            check(
                    signer != null
                            && (liars.contains(signer)
                                    || isExcused(signer)
                                    || head.equals(signed.getOrDefault(signer, new TreeMap<>())
                                            .get(head.height()))),
                    CERTIFICATE_IMPLIES_DURABLE,
                    "a certificate of %s has a signature by %s, who never signed it",
                    head,
                    signer);
        }
    }

    /** A member convicts a key. */
    public void accused(MemberId by, DoubleSigning evidence, boolean isProved) {
        MemberId convicted = members.get(evidence.key());
        check(
                isProved && convicted != null && (liars.contains(convicted) || isExcused(convicted)),
                HONEST_NEVER_ACCUSED,
                "%s convicts %s of having signed %s and %s",
                by,
                convicted,
                evidence.first().head(),
                evidence.second().head());
        accused.add(convicted);
    }

    /** A member stops, as others have certified something else. */
    public void overruled(MemberId member, Certificate theirs, Head ours) {
        check(
                wrong.contains(member),
                ONLY_THE_WRONG_STOP,
                "%s has %s, and is overruled by %s",
                member,
                ours,
                theirs.head());
        stopped.add(member);
    }

    /** A member stops, as it has come to something else than it has signed. */
    public void contradictsItself(MemberId member, String why) {
        check(wrong.contains(member), ONLY_THE_WRONG_STOP, "%s stops: %s", member, why);
    }

    /** A member stops, as others know of signatures that it does not know; a liar is told of what it made up. */
    public void forgot(MemberId member, String why) {
        check(restored.contains(member) || liars.contains(member), ONLY_THE_WRONG_STOP, "%s stops: %s", member, why);
    }

    public boolean isWrong(MemberId member) {
        return wrong.contains(member);
    }

    /** The greatest height that this member has signed; less than 0 if none. */
    public long highestSigned(MemberId member) {
        NavigableMap<Long, Head> heads = signed.getOrDefault(member, new TreeMap<>());
        return heads.isEmpty() ? -1 : heads.lastKey();
    }

    /** How many have been overruled. */
    public int overruledCount() {
        return stopped.size();
    }

    public int accusedCount() {
        return accused.size();
    }

    public int certifiedCount() {
        return certified.size();
    }

    /** Whether this member signs what it comes to, and comes to what it should. */
    public boolean isHonest(MemberId member) {
        return !liars.contains(member) && !wrong.contains(member);
    }
}
