package org.khazana.node.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.api.client.LedgerClient;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.DoubleProposing;
import org.khazana.ledger.finality.DoubleVoting;
import org.khazana.ledger.finality.Evidence;
import org.khazana.ledger.finality.EvidenceCodec;
import org.khazana.ledger.finality.MalformedHead;
import org.khazana.node.Eventually;
import org.khazana.node.load.TestMarket;

/** A validator among whole ones lies to the others, which find out and can prove it. */
final class AccusedClusterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> ALL = List.of("validator-1", "validator-2", "validator-3", "validator-4");

    @TempDir
    private Path folder;

    @Test
    void aLeaderThatShowsItsFollowersDifferentBlocksIsNamedByAllAndNothingCertifiedIsLost() throws Exception {
        try (InProcessCluster cluster = new InProcessCluster(folder.resolve("cluster"), 4)) {
            Map<String, LyingPeers.Forking> peers = new TreeMap<>();
            for (String validator : ALL) {
                LyingPeers.Forking forking = LyingPeers.Forking.with(cluster, validator);
                peers.put(validator, forking);
                cluster.start(validator, forking::over);
            }
            String liar = cluster.awaitLeader();
            TestMarket market = new TestMarket(cluster.folder());
            submit(cluster, liar, market.opening());
            long height = cluster.node(liar).gateway().cluster().appliedHeight();
            awaitCertified(cluster, height);
            List<String> honest =
                    ALL.stream().filter(each -> !each.equals(liar)).toList();
            List<Certificate> before = certificates(cluster, honest, height);

            Objects.requireNonNull(peers.get(liar)).begin(Set.of(honest.get(0), honest.get(1)), height);
            submit(cluster, liar, market.transfers(1));

            assertThat(awaitEvidence(cluster, honest)).allSatisfy(each -> {
                DoubleProposing proposing = (DoubleProposing) each;
                assertThat(proposing.first().header().height()).isEqualTo(height + 1);
                assertThat(proposing.first().header().proposer()).isEqualTo(liar);
                assertThat(proposing.key()).isEqualTo(keyOf(cluster, liar));
            });
            assertThat(certificates(cluster, honest, height)).isEqualTo(before);
            assertThat(honest)
                    .allSatisfy(each -> assertThat(
                                    cluster.node(each).gateway().cluster().appliedHeight())
                            .isGreaterThanOrEqualTo(height));
            assertThat(cluster.faults()).isEmpty();
        }
    }

    @Test
    void aValidatorThatVotesTwiceInOneTermIsNamedByAll() throws Exception {
        try (InProcessCluster cluster = new InProcessCluster(folder.resolve("cluster"), 4)) {
            String liar = "validator-4";
            List<MemberId> others = ALL.stream()
                    .filter(each -> !each.equals(liar))
                    .map(cluster::member)
                    .toList();
            for (String validator : ALL) {
                cluster.start(
                        validator, peers -> validator.equals(liar) ? LyingPeers.votingTwice(peers, others) : peers);
            }
            String leader = cluster.awaitLeader();
            if (!leader.equals(liar)) {
                cluster.stop(leader); // the next one is not elected unless the liar votes
                cluster.awaitLeader();
            }

            List<String> honest = cluster.running().keySet().stream()
                    .filter(each -> !each.equals(liar))
                    .toList();
            assertThat(awaitEvidence(cluster, honest)).allSatisfy(each -> {
                DoubleVoting voting = (DoubleVoting) each;
                assertThat(voting.first().vote().voter().validator()).isEqualTo(liar);
                assertThat(voting.key()).isEqualTo(keyOf(cluster, liar));
            });
            TestMarket market = new TestMarket(cluster.folder());
            submit(cluster, honest.getFirst(), market.opening());
            assertThat(cluster.faults()).isEmpty();
        }
    }

    private static void submit(InProcessCluster cluster, String validator, List<byte[]> envelopes) {
        try (LedgerClient client = LedgerClient.of(cluster.url(validator))) {
            envelopes.forEach(envelope -> client.submit(envelope, PATIENCE));
        }
    }

    private static List<Certificate> certificates(InProcessCluster cluster, List<String> validators, long height) {
        return validators.stream()
                .map(each ->
                        cluster.node(each).gateway().certificateFrom(height).orElseThrow())
                .toList();
    }

    /** What each of them keeps: one piece, which is right. Of more than two votes they may have seen different ones first. */
    private static List<Evidence> awaitEvidence(InProcessCluster cluster, List<String> validators)
            throws MalformedHead {
        Eventually.holds(
                "evidence on " + validators,
                PATIENCE,
                () -> validators.stream()
                        .allMatch(
                                each -> !cluster.node(each).gateway().evidence().isEmpty()));
        List<Evidence> found = new ArrayList<>();
        for (String validator : validators) {
            List<byte[]> kept = cluster.node(validator).gateway().evidence();
            assertThat(kept).hasSize(1);
            found.add(EvidenceCodec.decodeEvidence(kept.getFirst()));
        }
        assertThat(found)
                .allSatisfy(
                        each -> assertThat(each.isProved(Ed25519.verifier())).isTrue());
        return found;
    }

    private static PublicKey keyOf(InProcessCluster cluster, String validator) {
        return FoundingState.validators(cluster.checked(validator).genesis())
                .validator(validator)
                .orElseThrow()
                .signingKey();
    }

    private static void awaitCertified(InProcessCluster cluster, long height) {
        Eventually.holds(
                "certified up to " + height + " everywhere",
                PATIENCE,
                () -> cluster.running().values().stream()
                        .allMatch(node -> node.gateway().certifiedHeight() >= height));
    }
}
