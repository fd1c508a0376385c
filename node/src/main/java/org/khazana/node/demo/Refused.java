package org.khazana.node.demo;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khazana.api.json.CheckJson;
import org.khazana.api.json.ReceiptJson.RefusalJson;
import org.khazana.api.problem.RefusalTitle;
import org.khazana.ledger.refusal.RefusalCode;

/**
 * A transaction that was foreseen to be refused, and was, for just the same reasons: its refusal stands in the chain.
 *
 * @param codes all rules that it breaks, the one that counts first
 */
record Refused(List<RefusalCode> codes, Acknowledged committed) {
    Refused {
        codes = List.copyOf(codes);
    }

    /**
     * Compares both answers with what must come.
     *
     * @param foreseen what a validator said of it beforehand
     * @throws DemoFailed if either names other rules, or in another order
     */
    static Refused of(List<RefusalCode> codes, CheckJson foreseen, Acknowledged committed) {
        require(codes, foreseen.refusals(), committed.what() + ", when checked beforehand");
        require(codes, committed.receipt().refusals(), committed.what());
        return new Refused(codes, committed);
    }

    private static void require(List<RefusalCode> codes, @Nullable List<RefusalJson> told, String what) {
        List<Integer> expected = codes.stream().map(RefusalCode::number).toList();
        List<Integer> numbers =
                told == null ? List.of() : told.stream().map(RefusalJson::code).toList();
        if (!numbers.equals(expected)) {
            throw new DemoFailed(what + " had to be refused with " + expected + ", but the answer names " + numbers);
        }
    }

    /** What {@code khazana tx check} prints of it: a line for each rule. */
    Stream<String> checkLines() {
        return codes.stream().map(code -> "Would be refused: " + code.number() + " " + code.name() + ".");
    }

    /** The rule that counts: its number, its name, and what it means. */
    String reason() {
        RefusalCode code = codes.getFirst();
        return code.number() + " " + code.name() + ": " + RefusalTitle.of(code) + ".";
    }
}
