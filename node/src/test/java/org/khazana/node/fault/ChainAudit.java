package org.khazana.node.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.khazana.api.json.ReceiptJson;
import org.khazana.api.json.ReceiptJson.PostingJson;
import org.khazana.node.fault.ChainFacts.Holding;
import org.khazana.node.fault.Observations.Seen;
import org.khazana.node.fault.Observations.Sent;
import org.khazana.simulation.linearizability.AccountAction;
import org.khazana.simulation.linearizability.Call;

/**
 * Holds what clients were told against the chain, in linear time: the same history everywhere, every receipt kept, each
 * transaction carried out once, in an order that nobody's clock contradicts, and nothing created or destroyed. Each
 * complaint is a sentence.
 */
final class ChainAudit {
    private final ChainFacts facts;
    private final Map<Long, Sent> sent;
    private final List<String> complaints = new ArrayList<>();

    private ChainAudit(ChainFacts facts, Map<Long, Sent> sent) {
        this.facts = facts;
        this.sent = sent;
    }

    /** Everything that contradicts; empty when all is well. */
    static List<String> complaints(
            ChainFacts facts, Map<Long, Sent> sent, List<Seen> seen, List<? extends Call<?, ?>> calls) {
        ChainAudit audit = new ChainAudit(facts, sent);
        audit.requireOneHistory();
        audit.requireReceiptsKept();
        audit.requireOrderOfTime(calls);
        audit.execute(seen);
        return List.copyOf(audit.complaints);
    }

    private void complain(String sentence) {
        complaints.add(sentence);
    }

    /** All validators have the same block, the same holdings and the same receipts. */
    private void requireOneHistory() {
        if (new HashSet<>(facts.hashes().values()).size() != 1) {
            complain("the block at height %s is not the same everywhere: %s".formatted(facts.height(), facts.hashes()));
        }
        if (new HashSet<>(facts.holdings().values()).size() != 1) {
            complain("holdings are not the same everywhere: %s".formatted(facts.holdings()));
        }
        Map<String, ReceiptJson> first = receipts();
        facts.receipts()
                .forEach((validator, receipts) -> sent.values().forEach(one -> {
                    ReceiptJson here = receipts.get(one.transactionId());
                    if (!Objects.equals(first.get(one.transactionId()), here)) {
                        complain("%s has another receipt of %s: %s"
                                .formatted(validator, one.transactionId(), String.valueOf(here)));
                    }
                }));
    }

    private Map<String, ReceiptJson> receipts() {
        return facts.receipts().values().iterator().next();
    }

    /** What a client was told stands in the chain, where its receipt says, and exactly there first. */
    private void requireReceiptsKept() {
        Map<String, Long> firstHeights = new HashMap<>();
        facts.chain().forEach(one -> firstHeights.putIfAbsent(one.transactionId(), one.height()));
        for (Sent one : sent.values()) {
            Optional<ReceiptJson> told = one.receipt();
            Optional<ReceiptJson> kept = Optional.ofNullable(receipts().get(one.transactionId()));
            if (told.isPresent() && !told.equals(kept)) {
                complain("lost or changed: a client was told %s, and now it is %s".formatted(told.get(), kept));
            }
            kept.ifPresent(receipt -> {
                if (!Long.valueOf(receipt.height()).equals(firstHeights.get(one.transactionId()))) {
                    complain("%s is not in the block of its receipt %s".formatted(one.transactionId(), receipt));
                }
            });
        }
        Set<String> inChain = firstHeights.keySet();
        sent.values().stream()
                .map(Sent::transactionId)
                .filter(id -> receipts().containsKey(id) != inChain.contains(id))
                .forEach(id -> complain("%s has a receipt or a place in the chain, but not both".formatted(id)));
    }

    /** A receipt stands for its place in the chain; who was answered before another asked comes before it. */
    private void requireOrderOfTime(List<? extends Call<?, ?>> calls) {
        record Placed(long askedAt, long answeredAt, ReceiptJson receipt) {}
        List<Placed> placed = calls.stream()
                .filter(Call::isAnswered)
                .flatMap(call -> Optional.ofNullable(sent.get(call.askedAt()))
                        .flatMap(Sent::receipt)
                        .map(receipt -> new Placed(call.askedAt(), call.answeredAt(), receipt))
                        .stream())
                .toList();
        Comparator<ReceiptJson> byPlace =
                Comparator.comparingLong(ReceiptJson::height).thenComparingInt(ReceiptJson::position);
        List<Placed> byAnswer = placed.stream()
                .sorted(Comparator.comparingLong(Placed::answeredAt))
                .toList();
        List<Placed> byQuestion = placed.stream()
                .sorted(Comparator.comparingLong(Placed::askedAt))
                .toList();
        int answered = 0;
        Optional<ReceiptJson> furthest = Optional.empty();
        for (Placed one : byQuestion) {
            for (; byAnswer.get(answered).answeredAt() < one.askedAt(); answered++) {
                ReceiptJson next = byAnswer.get(answered).receipt();
                furthest = furthest.filter(before -> byPlace.compare(before, next) > 0)
                        .or(() -> Optional.of(next));
            }
            if (furthest.isPresent() && byPlace.compare(furthest.get(), one.receipt()) >= 0) {
                complain("%s was answered before this was asked, but comes later: %s"
                        .formatted(furthest.get(), one.receipt()));
            }
        }
    }

    /** Carries out the chain anew, in its order and each transaction once, and compares every figure on the way. */
    private void execute(List<Seen> seen) {
        Map<String, AccountAction> actions =
                sent.values().stream().collect(Collectors.toMap(Sent::transactionId, Sent::action, (one, same) -> one));
        List<ReceiptJson> inOrder = receipts().values().stream()
                .filter(receipt -> actions.containsKey(receipt.transactionId()))
                .sorted(Comparator.comparingLong(ReceiptJson::height).thenComparingInt(ReceiptJson::position))
                .toList();
        List<Seen> unread = new ArrayList<>(seen);
        unread.sort(Comparator.comparingLong(Seen::height));
        Map<Holding, Long> balances = new TreeMap<>();
        int read = 0;
        for (ReceiptJson receipt : inOrder) {
            for (; read < unread.size() && unread.get(read).height() < receipt.height(); read++) {
                compare(unread.get(read), balances);
            }
            execute(Objects.requireNonNull(actions.get(receipt.transactionId())), receipt, balances);
        }
        unread.subList(read, unread.size()).forEach(last -> compare(last, balances));
        balances.values().removeIf(quantity -> quantity == 0);
        Map<Holding, Long> held = facts.holdings().values().iterator().next();
        if (!balances.equals(held)) {
            complain("carried out once each, the chain leads to %s, but the validators say %s"
                    .formatted(balances, held));
        }
    }

    private void compare(Seen one, Map<Holding, Long> balances) {
        Holding holding = new Holding(one.action().asset(), one.action().account());
        long right = balances.getOrDefault(holding, 0L);
        if (right != one.quantity()) {
            complain("%s was told %s, but at that height it was %s".formatted(one.client(), one, right));
        }
    }

    private void execute(AccountAction action, ReceiptJson receipt, Map<Holding, Long> balances) {
        Map<Holding, Long> moves = moves(action);
        boolean isCovered = moves.entrySet().stream()
                .allMatch(move -> balances.getOrDefault(move.getKey(), 0L) + move.getValue() >= 0);
        boolean isDone = receipt.result().equals(ReceiptJson.DONE);
        if (isDone != isCovered) {
            complain("%s was %s with holdings %s".formatted(action, receipt.result(), balances));
        }
        if (isDone) {
            receipt.postings().forEach(posting -> comparePosting(posting, moves, balances));
            if (receipt.postings().size() != moves.size()) {
                complain("%s has postings %s".formatted(action, receipt.postings()));
            }
            moves.forEach((holding, quantity) -> balances.merge(holding, quantity, Math::addExact));
        }
    }

    private void comparePosting(PostingJson posting, Map<Holding, Long> moves, Map<Holding, Long> balances) {
        Optional<Holding> holding = moves.keySet().stream()
                .filter(one -> one.asset().equals(posting.asset())
                        && Purse.valueOf(one.account()).account().number() == posting.account())
                .findFirst();
        long before = holding.map(one -> balances.getOrDefault(one, 0L)).orElse(-1L);
        long after = before + holding.map(moves::get).orElse(0L);
        if (Long.parseLong(posting.before()) != before || Long.parseLong(posting.after()) != after) {
            complain("a posting should go from %s to %s: %s".formatted(before, after, posting));
        }
    }

    private static Map<Holding, Long> moves(AccountAction action) {
        return switch (action) {
            case AccountAction.Issue issue -> Map.of(new Holding(issue.asset(), issue.to()), issue.quantity());
            case AccountAction.Transfer transfer ->
                Map.of(
                        new Holding(transfer.asset(), transfer.from()),
                        -transfer.quantity(),
                        new Holding(transfer.asset(), transfer.to()),
                        transfer.quantity());
            case AccountAction.Read read -> Map.of();
        };
    }
}
