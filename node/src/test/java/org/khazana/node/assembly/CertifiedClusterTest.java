package org.khazana.node.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.port.LedgerGateway.Wait;
import org.khazana.api.port.SubmissionOutcome;
import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.operation.SetParameter;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.node.Eventually;
import org.khazana.node.load.TestMarket;

/** Whole validators sign what blocks came to, and anybody can check it with the genesis alone. */
final class CertifiedClusterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void everyBlockIsCertifiedByThreeOfFourAndEveryValidatorHasTheSameHeads() throws Exception {
        try (InProcessCluster cluster = started(4)) {
            TestMarket market = new TestMarket(cluster.folder());
            Node first = cluster.node("validator-1");
            for (byte[] envelope : market.opening()) {
                SubmissionOutcome outcome = first.gateway()
                        .submit(envelope, Wait.CERTIFIED)
                        .toCompletableFuture()
                        .get();
                assertThat(outcome).isInstanceOf(SubmissionOutcome.Committed.class);
                long height = ((SubmissionOutcome.Committed) outcome).receipt().height();
                assertThat(first.gateway().certifiedHeight()).isGreaterThanOrEqualTo(height);
            }
            long height = first.gateway().cluster().appliedHeight();
            awaitCertified(cluster, height);

            List<Certificate> certificates = cluster.running().values().stream()
                    .map(node -> node.gateway().certificateFrom(height).orElseThrow())
                    .toList();
            assertThat(certificates).allSatisfy(certificate -> {
                assertThat(certificate.head()).isEqualTo(certificates.getFirst().head());
                assertThat(certificate.doubt(certificate.head().chainId(), founders(cluster), Ed25519.verifier()))
                        .isEmpty();
                assertThat(certificate.signatures()).hasSizeGreaterThanOrEqualTo(3);
            });
            assertThat(cluster.faults()).isEmpty();
        }
    }

    @Test
    void aValidatorThatWasAwayGetsTheCertificatesOfWhatItMissed() throws Exception {
        try (InProcessCluster cluster = started(4)) {
            TestMarket market = new TestMarket(cluster.folder());
            submit(cluster, market.opening());
            cluster.stop("validator-3");
            cluster.awaitLeader();
            submit(cluster, market.transfers(3));
            long height = cluster.node("validator-1").gateway().cluster().appliedHeight();
            awaitCertified(cluster, height);

            cluster.start("validator-3");

            awaitCertified(cluster, height);
            assertThat(cluster.faults()).isEmpty();
        }
    }

    /** Of five validators three decide on a block, but four must have signed what came of it. */
    @Test
    void whileTooFewCanSignBlocksAreCommittedButCallersAreToldThatNobodyHasCertifiedThem() throws Exception {
        try (InProcessCluster cluster = started(5)) {
            TestMarket market = new TestMarket(cluster.folder());
            submit(cluster, market.opening());
            awaitCertified(
                    cluster, cluster.node("validator-1").gateway().cluster().appliedHeight());
            cluster.stop("validator-4");
            cluster.stop("validator-5");
            cluster.awaitLeader();

            SubmissionOutcome outcome = cluster.node("validator-1")
                    .gateway()
                    .submit(market.transfers(1).getFirst(), Wait.CERTIFIED)
                    .toCompletableFuture()
                    .get();

            assertThat(outcome).isInstanceOf(SubmissionOutcome.NotYetCertified.class);
            assertBusinessStopsOnceTooManyWait(cluster, market);
            cluster.start("validator-4");
            awaitCertified(
                    cluster,
                    ((SubmissionOutcome.NotYetCertified) outcome).receipt().height());
            submit(cluster, market.transfers(1));
            assertThat(cluster.faults()).isEmpty();
        }
    }

    /** The governors' decisions are taken all the same: by them the validators that do not sign could be replaced. */
    private static void assertBusinessStopsOnceTooManyWait(InProcessCluster cluster, TestMarket market) {
        submit(cluster, List.of(boundOfUncertifiedBlocks(1, market)));

        assertThat(outcome(cluster, market.transfers(1).getFirst()))
                .isInstanceOf(SubmissionOutcome.CertificatesBehind.class);
        assertThat(outcome(cluster, boundOfUncertifiedBlocks(2, market)))
                .isInstanceOf(SubmissionOutcome.Committed.class);
    }

    private static byte[] boundOfUncertifiedBlocks(long blocks, TestMarket market) {
        return market.sign(
                new SetParameter(Parameter.UNCERTIFIED_BLOCKS_MAX, blocks),
                TestMarket.Who.MINISTRY,
                TestMarket.Who.CENTRAL_BANK);
    }

    private static SubmissionOutcome outcome(InProcessCluster cluster, byte[] envelope) {
        return cluster.node("validator-1")
                .gateway()
                .submit(envelope, Wait.COMMITTED)
                .toCompletableFuture()
                .join();
    }

    @Test
    void aValidatorThatIsStartedAgainGoesOnFromWhatItHadSigned() throws Exception {
        try (InProcessCluster cluster = started(1)) {
            TestMarket market = new TestMarket(cluster.folder());
            submit(cluster, market.opening());
            long height = cluster.node("validator-1").gateway().cluster().appliedHeight();
            awaitCertified(cluster, height);
            Optional<Certificate> before = cluster.node("validator-1").gateway().certificateFrom(height);

            cluster.stop("validator-1");
            cluster.start("validator-1");
            cluster.awaitLeader();
            submit(cluster, market.transfers(2));

            awaitCertified(cluster, height + 1);
            assertThat(cluster.node("validator-1").gateway().certificateFrom(height))
                    .isEqualTo(before);
            assertThat(cluster.faults()).isEmpty();
        }
    }

    private InProcessCluster started(int validators) throws Exception {
        InProcessCluster cluster = new InProcessCluster(folder.resolve("cluster"), validators);
        for (String validator : IntStream.rangeClosed(1, validators)
                .mapToObj(number -> "validator-" + number)
                .toList()) {
            cluster.start(validator);
        }
        cluster.awaitLeader();
        return cluster;
    }

    private static void submit(InProcessCluster cluster, List<byte[]> envelopes) {
        try (LedgerClient client = LedgerClient.of(cluster.url("validator-1"))) {
            envelopes.forEach(envelope -> client.submit(envelope, PATIENCE));
        }
    }

    private static ValidatorSet founders(InProcessCluster cluster) {
        return FoundingState.validators(cluster.checked("validator-1").genesis());
    }

    private static void awaitCertified(InProcessCluster cluster, long height) {
        Eventually.holds(
                "certified up to " + height + " everywhere",
                PATIENCE,
                () -> cluster.running().values().stream()
                        .allMatch(node -> node.gateway().certifiedHeight() >= height));
    }
}
