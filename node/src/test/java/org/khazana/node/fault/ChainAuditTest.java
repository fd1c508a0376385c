package org.khazana.node.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.khazana.api.json.ReceiptJson;
import org.khazana.api.json.ReceiptJson.PostingJson;
import org.khazana.node.fault.ChainFacts.Holding;
import org.khazana.node.fault.ChainFacts.InBlock;
import org.khazana.node.fault.Observations.Seen;
import org.khazana.node.fault.Observations.Sent;
import org.khazana.simulation.linearizability.AccountAction;
import org.khazana.simulation.linearizability.Verdict;

/** A short history that is right; then each lie that may be in one, and what is complained of. */
class ChainAuditTest {
    private static final AccountAction ISSUE = new AccountAction.Issue("BILL", "DEALER", 10);
    private static final AccountAction TRANSFER = new AccountAction.Transfer("BILL", "DEALER", "CHEN", 4);
    private static final AccountAction TOO_MUCH = new AccountAction.Transfer("BILL", "DEALER", "CHEN", 7);
    private static final AccountAction.Read READ = new AccountAction.Read("BILL", "CHEN");

    private final Observations observations = new Observations();
    private final Map<String, ReceiptJson> receipts = new HashMap<>();
    private final List<InBlock> chain = new ArrayList<>();
    private final Map<Holding, Long> holdings = new TreeMap<>();
    private final Map<String, String> hashes = new TreeMap<>(Map.of("v1", "aa", "v2", "aa"));

    ChainAuditTest() {
        happens("t1", ISSUE, receipt("t1", 5, ReceiptJson.DONE, posting(3001, 0, 10)));
        happens("t2", TRANSFER, receipt("t2", 6, ReceiptJson.DONE, posting(3001, 10, 6), posting(7001, 0, 4)));
        happens("t3", TOO_MUCH, receipt("t3", 7, ReceiptJson.REFUSED));
        reads(6, 4);
        chain.add(new InBlock("t2", 8)); // sent again: it does nothing
        holdings.put(new Holding("BILL", "DEALER"), 6L);
        holdings.put(new Holding("BILL", "CHEN"), 4L);
    }

    @Test
    void aRightHistoryIsNotComplainedOf() {
        assertThat(complaints()).isEmpty();
        assertThat(Judgement.linearizability(observations.calls())).isInstanceOf(Verdict.Linearizable.class);
    }

    @Test
    void aStaleReadIsNotLinearizable() {
        reads(5, 0);

        assertThat(complaints()).isEmpty();
        assertThat(Judgement.linearizability(observations.calls())).isInstanceOf(Verdict.NotLinearizable.class);
    }

    @Test
    void aBalanceThatNeverWasIsComplainedOf() {
        reads(6, 3);

        assertThat(complaints()).singleElement().asString().contains("at that height it was 4");
    }

    @Test
    void anAcknowledgedTransactionThatIsGoneIsComplainedOf() {
        receipts.remove("t2");
        chain.removeIf(one -> one.transactionId().equals("t2"));
        holdings.put(new Holding("BILL", "DEALER"), 10L);
        holdings.remove(new Holding("BILL", "CHEN"));

        assertThat(complaints()).anyMatch(complaint -> complaint.startsWith("lost or changed"));
    }

    @Test
    void aTransactionCarriedOutTwiceIsComplainedOf() {
        holdings.put(new Holding("BILL", "DEALER"), 2L);
        holdings.put(new Holding("BILL", "CHEN"), 8L);

        assertThat(complaints()).singleElement().asString().contains("carried out once each");
    }

    @Test
    void tokensFromNowhereAreComplainedOf() {
        holdings.put(new Holding("BILL", "BILAL"), 1L);

        assertThat(complaints()).singleElement().asString().contains("carried out once each");
    }

    @Test
    void aReceiptForAnotherBlockIsComplainedOf() {
        chain.replaceAll(one -> one.transactionId().equals("t3") ? new InBlock("t3", 9) : one);

        assertThat(complaints()).singleElement().asString().contains("is not in the block of its receipt");
    }

    @Test
    void aReceiptWithoutAPlaceInTheChainIsComplainedOf() {
        chain.removeIf(one -> one.transactionId().equals("t3"));

        assertThat(complaints()).anyMatch(complaint -> complaint.contains("but not both"));
    }

    @Test
    void anOrderThatContradictsTheClientsIsComplainedOf() {
        happens("t4", TRANSFER, receipt("t4", 4, ReceiptJson.REFUSED));

        assertThat(complaints()).singleElement().asString().contains("was answered before this was asked");
    }

    @Test
    void aRefusalWithoutReasonIsComplainedOf() {
        happens("t4", TRANSFER, receipt("t4", 9, ReceiptJson.REFUSED));

        assertThat(complaints()).singleElement().asString().contains("was refused with holdings");
    }

    @Test
    void aWrongPostingIsComplainedOf() {
        ReceiptJson wrong = receipt("t2", 6, ReceiptJson.DONE, posting(3001, 10, 6), posting(7001, 1, 5));
        receipts.put("t2", wrong);

        assertThat(complaints()).anyMatch(complaint -> complaint.contains("a posting should go from 0 to 4"));
    }

    @Test
    void validatorsThatDisagreeAreComplainedOf() {
        hashes.put("v2", "bb");

        assertThat(complaints()).singleElement().asString().contains("is not the same everywhere");
    }

    private List<String> complaints() {
        ChainFacts facts = new ChainFacts(
                9, hashes, Map.of("v1", holdings, "v2", holdings), chain, Map.of("v1", receipts, "v2", receipts));
        Map<Long, Sent> sent = observations.sent();
        List<Seen> seen = observations.seen();
        return ChainAudit.complaints(facts, sent, seen, observations.calls());
    }

    private void happens(String id, AccountAction action, ReceiptJson receipt) {
        long call = observations.submits("client", id, action);
        observations.gotReceipt(call, receipt);
        receipts.put(id, receipt);
        chain.add(new InBlock(id, receipt.height()));
    }

    private void reads(long height, long quantity) {
        long call = observations.reads("reader", READ);
        observations.sawBalance(call, new Seen("reader", READ, height, quantity));
    }

    private static ReceiptJson receipt(String id, long height, String result, PostingJson... postings) {
        @Nullable
        List<ReceiptJson.RefusalJson> refusals = result.equals(ReceiptJson.DONE)
                ? null
                : List.of(new ReceiptJson.RefusalJson(6002, "QUANTITY_INSUFFICIENT", null));
        return new ReceiptJson(id, height, 0, "2026-01-01T00:00:00Z", result, refusals, List.of(postings), null);
    }

    private static PostingJson posting(long account, long before, long after) {
        return new PostingJson(account, "BILL", String.valueOf(before), String.valueOf(after), null);
    }
}
