package org.khazana.consensus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DiskWatchTest {
    private final DiskWatch watch = new DiskWatch(500, 60_000, 10_000);

    @Test
    void aLeaderWithASilentDiskHandsOverButNotAllTheTime() {
        assertThat(watch.wantsHandOver(499, 100_000)).isFalse();
        assertThat(watch.wantsHandOver(500, 100_000)).isTrue();
        assertThat(watch.wantsHandOver(9_000, 59_999)).isFalse();
    }

    @Test
    void aDiskThatStaysSilentIsAFault() {
        assertThatCode(() -> watch.check(9_999)).doesNotThrowAnyException();
        assertThatThrownBy(() -> watch.check(10_000)).hasMessageContaining("has not finished a write for 10000 ms");
    }
}
