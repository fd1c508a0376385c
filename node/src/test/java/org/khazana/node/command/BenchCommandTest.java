package org.khazana.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong on the command line is told before anything is started. */
class BenchCommandTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --accounts=1                              | --accounts is 2 to 100000.
            --accounts=10 --positions=9               | --positions is 10 to 10000 with 10 accounts.
            --accounts=10 --positions=10001           | --positions is 10 to 10000 with 10 accounts.
            --accounts=10 --workload=dvp --positions=19 | --positions is 20 to 10010 with 10 accounts, each of which has a bill and cash.
            --accounts=100000 --positions=10000001    | --positions is 100000 to 10000000 with 100000 accounts.
            --consensus-only --positions=10000        | --consensus-only has neither --rate nor --workload nor --positions.
            --workload=retail,leader-kill             | --workload leader-kill stands by itself: the killed leader stays down.
            --workload=hot,hot                        | --workload names none twice: what comes of both would not be told apart.
            --workload=retail,cold                    | there is only retail, batch, hot, dvp, mixed, leader-kill
            --workload=retail,batch --accounts=3      | --workload batch needs 4 --accounts or more.
            --rate=100000 --seconds=100               | --rate times --seconds is at most 5000000 with --workload retail.
            --workload=batch --rate=1001 --seconds=900| --rate times five seconds is at most 5000 with --workload batch.
            --seconds=901                             | --seconds is 1 to 900.
            """)
    void aMistakeIsNamedWithItsBounds(String options, String told) {
        String[] words =
                Stream.concat(Stream.of("bench"), Stream.of(options.split(" "))).toArray(String[]::new);

        CommandRun run = CommandRun.of(words);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(told);
        assertThat(run.out()).isEmpty();
    }
}
