package org.khazana.simulation.linearizability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History<String, String> history = new History<>();

    @Test
    void callsAreNotedInTheOrderInWhichTheyHappen() {
        long first = history.asked("a", "read");
        long second = history.asked("b", "write");
        history.answered(second, "done");
        history.answered(first, "7");

        assertThat(history.calls())
                .containsExactly(
                        new Call<>("b", 2, 3, "write", Optional.of("done")),
                        new Call<>("a", 1, 4, "read", Optional.of("7")));
    }

    @Test
    void whoGotNoAnswerDoesNotKnowTheOutcome() {
        history.asked("a", "write");

        assertThat(history.calls()).containsExactly(new Call<>("a", 1, Call.NEVER, "write", Optional.empty()));
    }

    @Test
    void whatCertainlyNeverHappenedIsLeftOut() {
        history.withdrawn(history.asked("a", "write"));

        assertThat(history.calls()).isEmpty();
    }

    @Test
    void nobodyIsAnsweredTwice() {
        long call = history.asked("a", "write");
        history.answered(call, "done");

        assertThatThrownBy(() -> history.answered(call, "done")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noAnswerComesBeforeTheQuestion() {
        assertThatThrownBy(() -> new Call<>("a", 2, 1, "read", Optional.of("7")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Call<>("a", 2, 3, "read", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
