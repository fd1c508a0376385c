package org.khazana.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.finality.TestSigners.QUICK;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * One to nine validators of one epoch. Where there are liars, one of them leads: it shows the honest ones two histories, which
 * part at some height, so that some honest ones execute the one and some the other. Liars sign whatever head of either history, or
 * one that they make up, and send each of them to whom they like.
 */
final class FinalityWorld {
    /** How many of them lie, and whether the histories part. */
    enum Liars {
        /** One less than could make two certificates; histories part. */
        TOO_FEW,
        /** As many as can make two certificates, or more; histories part. */
        ENOUGH,
        /** So many that the honest ones can still make certificates alone; there is one history. */
        FEWER_THAN_NEEDED
    }

    private record Message(SignedHead signed, int to) {}

    private static final int HEIGHTS = 7;
    private static final int STEPS = 600;

    private final SplittableRandom random;
    private final ValidatorSet set;
    private final Set<Integer> liars = new TreeSet<>();
    private final TreeMap<Integer, FinalityNode> honest = new TreeMap<>();
    private final List<List<Head>> histories = new ArrayList<>();
    private final List<Message> network = new ArrayList<>();
    private final Set<Certificate> certificates = new LinkedHashSet<>();
    private final Set<Integer> convicted = new TreeSet<>();
    private final long seed;

    FinalityWorld(long seed, Liars kind) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        int count = 1 + random.nextInt(ValidatorSet.VOTERS_MAX);
        this.set = TestSigners.voters(0, count);
        List<Head> common = TestSigners.history("one", HEIGHTS);
        histories.add(common);
        int parting = kind == Liars.FEWER_THAN_NEEDED ? HEIGHTS : random.nextInt(HEIGHTS);
        histories.add(TestSigners.continued(common.subList(0, parting + 1), "other", HEIGHTS));
        CertificateRule rule = new CertificateRule(set);
        int lying = switch (kind) {
            case TOO_FEW -> rule.inBoth() - 1;
            case ENOUGH -> rule.inBoth() + random.nextInt(count - rule.inBoth() + 1);
            case FEWER_THAN_NEEDED -> random.nextInt(count - rule.needed() + 1);
        };
        while (liars.size() < lying) {
            liars.add(1 + random.nextInt(count));
        }
        for (int number = 1; number <= count; number++) {
            if (!liars.contains(number)) {
                honest.put(number, new FinalityNode(number, set, histories.get(random.nextInt(2))));
            }
        }
        if (kind == Liars.ENOUGH) {
            // Both histories are executed by somebody, and these are heard by whoever looks at all of it afterwards.
            honest.put(count + 1, new FinalityNode(count + 1, set, histories.get(0)));
            honest.put(count + 2, new FinalityNode(count + 2, set, histories.get(1)));
        }
    }

    /** Lets chance decide who does what next, then looks at what became of it. */
    void play() {
        for (int step = 0; step < STEPS; step++) {
            int choice = random.nextInt(100);
            if (choice < 15 && !honest.isEmpty()) {
                send(anyHonest().execute(random));
            } else if (choice < 20 && !liars.isEmpty()) {
                lie();
            } else if (choice < 21 && !honest.isEmpty()) {
                anyHonest().crash();
            } else if (!network.isEmpty()) {
                deliver();
            }
        }
        assertContradictionsConvict();
    }

    private FinalityNode anyHonest() {
        List<FinalityNode> nodes = new ArrayList<>(honest.values());
        return nodes.get(random.nextInt(nodes.size()));
    }

    private void send(Collection<SignedHead> signed) {
        for (SignedHead one : signed) {
            honest.keySet().forEach(to -> network.add(new Message(one, to)));
        }
    }

    /** A head of either history or of none, in its own name or forged in that of another, to some of them. */
    private void lie() {
        List<Integer> all = new ArrayList<>(liars);
        int liar = all.get(random.nextInt(all.size()));
        Head head = histories.get(random.nextInt(2)).get(1 + random.nextInt(HEIGHTS));
        if (random.nextInt(10) == 0) {
            head = TestSigners.next(head, "made up by " + liar);
        }
        SignedHead signed = TestSigners.signed(liar, head);
        if (random.nextInt(10) == 0) {
            int victim = 1 + random.nextInt(set.validators().size());
            signed = new SignedHead(
                    head,
                    HeadSignature.of(TestSigners.key(victim), signed.signature().signature()));
        }
        for (int to : honest.keySet()) {
            if (random.nextBoolean()) {
                network.add(new Message(signed, to));
            }
        }
    }

    /** Any message that is under way, perhaps to be delivered once more later; or it is lost. */
    private void deliver() {
        Message message = network.remove(random.nextInt(network.size()));
        int fate = random.nextInt(10);
        if (fate == 0) {
            return;
        }
        if (fate == 1) {
            network.add(message);
        }
        hear(message);
    }

    private void hear(Message message) {
        FinalityNode node = honest.get(message.to());
        if (node == null) {
            throw new IllegalStateException("to nobody");
        }
        node.hear(message.signed());
    }

    /** From now on nothing is lost, and everybody executes the rest and sends again what it has signed. */
    void healAndDeliver() {
        honest.values().forEach(node -> send(node.executeAll()));
        while (!network.isEmpty()) {
            hear(network.remove(random.nextInt(network.size())));
        }
    }

    void assertHonestOnesCertifiedAll() {
        honest.values()
                .forEach(node -> assertThat(node.highestCertified())
                        .as("seed %s, validator %s", seed, node.number())
                        .isEqualTo(HEIGHTS));
    }

    Collection<Certificate> certificates() {
        honest.values().forEach(node -> certificates.addAll(node.certificates()));
        return certificates;
    }

    Set<Integer> liars() {
        return liars;
    }

    /** Whom anybody has convicted, or who is convicted by two certificates. */
    Set<Integer> convicted() {
        honest.values().forEach(node -> node.evidence().forEach(this::convict));
        return convicted;
    }

    private void convict(DoubleSigning evidence) {
        assertThat(evidence.isProved(QUICK)).as("seed %s", seed).isTrue();
        convicted.add(IntStream.rangeClosed(1, set.validators().size())
                .filter(number -> TestSigners.key(number).equals(evidence.key()))
                .findFirst()
                .orElseThrow());
    }

    /** How many pairs of certificates contradict each other. */
    int contradictions() {
        int found = 0;
        for (List<Certificate> pair : pairs()) {
            found += isOfOneHistory(pair.getFirst().head(), pair.getLast().head()) ? 0 : 1;
        }
        return found;
    }

    /** All pairs, the lower height first. */
    private List<List<Certificate>> pairs() {
        List<Certificate> all = new ArrayList<>(certificates());
        all.sort(Comparator.comparingLong(certificate -> certificate.head().height()));
        List<List<Certificate>> pairs = new ArrayList<>();
        for (int one = 0; one < all.size(); one++) {
            for (int other = one + 1; other < all.size(); other++) {
                pairs.add(List.of(all.get(one), all.get(other)));
            }
        }
        return pairs;
    }

    private boolean isOfOneHistory(Head low, Head high) {
        List<Head> past = past(high);
        return past.get((int) low.height()).equals(low);
    }

    /** All heads from the founding one to this one. A head that a liar made up follows one of either history. */
    private List<Head> past(Head head) {
        for (List<Head> history : histories) {
            int height = (int) head.height();
            if (height < history.size() && history.get(height).equals(head)) {
                return history.subList(0, height + 1);
            }
            if (head.follows(history.get(height - 1))) {
                List<Head> past = new ArrayList<>(history.subList(0, height));
                past.add(head);
                return past;
            }
        }
        throw new IllegalStateException("a head of no history");
    }

    private void assertContradictionsConvict() {
        int inBoth = new CertificateRule(set).inBoth();
        for (List<Certificate> pair : pairs()) {
            Head low = pair.getFirst().head();
            Head high = pair.getLast().head();
            if (!isOfOneHistory(low, high)) {
                List<Head> between = low.height() == high.height()
                        ? List.of()
                        : past(high).subList((int) low.height() + 1, (int) high.height());
                List<DoubleSigning> evidence = DoubleSigning.inBoth(pair.getFirst(), pair.getLast(), between);
                assertThat(evidence).as("seed %s", seed).hasSizeGreaterThanOrEqualTo(inBoth);
                evidence.forEach(this::convict);
            }
        }
    }
}
