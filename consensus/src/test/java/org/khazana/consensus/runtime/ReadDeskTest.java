package org.khazana.consensus.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.message.ReadId;
import org.khazana.consensus.raft.ReadOutcome;

class ReadDeskTest {
    private final ReadDesk desk = new ReadDesk(3, 1_000, 77);
    private final List<ReadAnswer> answers = new ArrayList<>();

    @Test
    void allThatWaitShareOneQuestionAndOneAnswer() {
        desk.offer(answers::add);
        desk.offer(answers::add);

        assertThat(desk.nextQuestion(0)).contains(new ReadId(77, 1));
        assertThat(desk.nextQuestion(0)).isEmpty();
        desk.answered(new ReadOutcome.Ready(new ReadId(77, 1), 5));

        assertThat(answers).containsExactly(new ReadAnswer.Ready(5), new ReadAnswer.Ready(5));
    }

    @Test
    void whoComesAfterTheQuestionWaitsForTheNextOne() {
        desk.offer(answers::add);
        desk.nextQuestion(0);
        desk.offer(reader -> answers.add(new ReadAnswer.Overloaded()));

        desk.answered(new ReadOutcome.Ready(new ReadId(77, 1), 5));
        assertThat(answers).containsExactly(new ReadAnswer.Ready(5));

        assertThat(desk.nextQuestion(0)).contains(new ReadId(77, 2));
    }

    @Test
    void anAnswerToAnotherProcessOrToAnOldQuestionIsNobodys() {
        desk.offer(answers::add);
        desk.nextQuestion(0);

        desk.answered(new ReadOutcome.Ready(new ReadId(76, 1), 5));
        desk.answered(new ReadOutcome.Ready(new ReadId(77, 0), 5));

        assertThat(answers).isEmpty();
    }

    @Test
    void aQuestionWithoutAnswerIsGivenUpInTimeAndOnlyOnce() {
        desk.offer(answers::add);
        ReadId id = desk.nextQuestion(0).orElseThrow();

        desk.expire(999);
        assertThat(answers).isEmpty();
        desk.expire(1_000);
        desk.answered(new ReadOutcome.Ready(id, 5));

        assertThat(answers).containsExactly(new ReadAnswer.TimedOut());
    }

    @Test
    void moreThanTheBoundIsRefused() {
        for (int i = 0; i < 3; i++) {
            assertThat(desk.offer(answers::add)).isTrue();
        }
        assertThat(desk.offer(answers::add)).isFalse();
    }

    @Test
    void closingAnswersEverybody() {
        desk.offer(answers::add);
        desk.nextQuestion(0);
        desk.offer(answers::add);

        desk.close();

        assertThat(answers).hasSize(2).containsOnly(new ReadAnswer.NoLeader(Optional.empty()));
    }
}
