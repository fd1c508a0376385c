package org.khazana.node.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.khazana.api.json.ReceiptJson;
import org.khazana.simulation.linearizability.AccountAction;
import org.khazana.simulation.linearizability.AccountOutcome;
import org.khazana.simulation.linearizability.Call;
import org.khazana.simulation.linearizability.History;

/** What clients asked and were told, as they saw it themselves. Any number of threads may write. */
final class Observations {
    private final History<AccountAction, AccountOutcome> history = new History<>();
    /** By the number of the call. */
    private final Map<Long, Sent> sent = Collections.synchronizedMap(new TreeMap<>());

    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<String> undeserved = Collections.synchronizedList(new ArrayList<>());

    /** A transaction that left a client, and the receipt that it got; empty when it never learned the outcome. */
    record Sent(String transactionId, AccountAction action, Optional<ReceiptJson> receipt) {}

    /** A balance that some validator told, and the height of which it spoke. */
    record Seen(String client, AccountAction.Read action, long height, long quantity) {}

    /** A client is about to submit; from now on the transaction may take effect. */
    long submits(String client, String transactionId, AccountAction action) {
        long call = history.asked(client, action);
        sent.put(call, new Sent(transactionId, action, Optional.empty()));
        return call;
    }

    void gotReceipt(long call, ReceiptJson receipt) {
        history.answered(
                call,
                receipt.result().equals(ReceiptJson.DONE) ? new AccountOutcome.Done() : new AccountOutcome.Refused());
        sent.computeIfPresent(
                call, (number, before) -> new Sent(before.transactionId(), before.action(), Optional.of(receipt)));
    }

    /** An answer that no transaction of ours deserves; whether it took effect is left open. */
    void gotUndeserved(long call, String answer) {
        undeserved.add("call " + call + ": " + answer);
    }

    long reads(String client, AccountAction.Read action) {
        return history.asked(client, action);
    }

    void sawBalance(long call, Seen balance) {
        seen.add(balance);
        history.answered(call, new AccountOutcome.Balance(balance.quantity()));
    }

    void sawNothing(long call) {
        history.withdrawn(call);
    }

    List<Call<AccountAction, AccountOutcome>> calls() {
        return history.calls();
    }

    Map<Long, Sent> sent() {
        synchronized (sent) {
            return new TreeMap<>(sent);
        }
    }

    long acknowledged() {
        return sent().values().stream().filter(one -> one.receipt().isPresent()).count();
    }

    List<Seen> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    List<String> undeserved() {
        synchronized (undeserved) {
            return List.copyOf(undeserved);
        }
    }
}
