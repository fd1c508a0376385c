package org.khazana.node.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.khazana.api.json.BlockJson;
import org.khazana.node.acceptance.TestNetwork;
import org.khazana.simulation.linearizability.AccountAction;
import org.khazana.simulation.linearizability.AccountModel;
import org.khazana.simulation.linearizability.AccountOutcome;
import org.khazana.simulation.linearizability.Call;
import org.khazana.simulation.linearizability.Linearizability;
import org.khazana.simulation.linearizability.Verdict;

/**
 * What is to be said of a run.
 *
 * @param summary one line for people
 * @param complaints empty when all is well
 */
record Judgement(String summary, List<String> complaints) {
    private static final long STEPS_MAX = 5_000_000;

    /** Judges after all faults are healed and all clients have stopped, in a network of archives. */
    static Judgement of(TestNetwork network, Observations observations) {
        return of(
                network,
                observations,
                height -> network.anyOfThem().block(height).orElseThrow());
    }

    /** The same in any network. */
    static Judgement of(TestNetwork network, Observations observations, LongFunction<BlockJson> blocks) {
        Map<Long, Observations.Sent> sent = observations.sent();
        List<Call<AccountAction, AccountOutcome>> calls = observations.calls();
        ChainFacts facts = ChainFacts.read(
                network,
                sent.values().stream().map(Observations.Sent::transactionId).toList(),
                sent.values().stream().map(one -> one.action().asset()).collect(Collectors.toSet()),
                blocks);
        List<String> complaints = new ArrayList<>(observations.undeserved());
        complaints.addAll(ChainAudit.complaints(facts, sent, observations.seen(), calls));
        Verdict verdict = linearizability(calls);
        if (!(verdict instanceof Verdict.Linearizable)) {
            complaints.add(inWords(verdict));
        }
        String summary = "%s transactions, %s of them acknowledged, %s balances read, %s blocks; %s"
                .formatted(
                        sent.size(),
                        observations.acknowledged(),
                        observations.seen().size(),
                        facts.height(),
                        verdict.getClass().getSimpleName());
        return new Judgement(summary, List.copyOf(complaints));
    }

    static Verdict linearizability(List<Call<AccountAction, AccountOutcome>> calls) {
        return Linearizability.check(new AccountModel(), calls, STEPS_MAX);
    }

    private static String inWords(Verdict verdict) {
        return verdict instanceof Verdict.NotLinearizable not
                ? not.contradiction().toString()
                : String.valueOf(verdict);
    }

    /** Fails with every complaint. */
    void require() {
        System.out.println(summary);
        if (!complaints.isEmpty()) {
            throw new AssertionError(complaints.size() + " complaints:\n" + String.join("\n", complaints));
        }
    }
}
