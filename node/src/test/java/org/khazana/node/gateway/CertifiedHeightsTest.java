package org.khazana.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class CertifiedHeightsTest {
    private final CertifiedHeights heights = new CertifiedHeights(4);

    @Test
    void whoWaitsForABlockIsToldByTheFirstCertificateThatVouchesForIt() {
        CompletableFuture<Long> fifth = await(5);
        CompletableFuture<Long> seventh = await(7);
        CompletableFuture<Long> ninth = await(9);

        heights.reached(8);

        assertThat(fifth).isCompleted();
        assertThat(seventh).isCompleted();
        assertThat(ninth).isNotDone();
        assertThat(heights.height()).isEqualTo(8);
    }

    @Test
    void whatIsCertifiedAlreadyIsNotWaitedFor() {
        assertThat(await(4)).isCompleted();
        assertThat(await(1)).isCompleted();
    }

    @Test
    void aLateCertificateOfAnEarlierBlockTakesNothingBack() {
        heights.reached(8);
        heights.reached(6);

        assertThat(heights.height()).isEqualTo(8);
        assertThat(await(7)).isCompleted();
    }

    @Test
    void oneWhoGivesUpLeavesTheOthersWaiting() {
        CompletableFuture<Long> first = await(5);
        CompletableFuture<Long> second = await(5);

        first.cancel(false);
        assertThat(second).isNotDone();
        heights.reached(5);

        assertThat(second).isCompleted();
    }

    private CompletableFuture<Long> await(long height) {
        return heights.await(height).toCompletableFuture();
    }
}
