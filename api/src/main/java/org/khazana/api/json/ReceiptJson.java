package org.khazana.api.json;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;

/**
 * A receipt: the committed result of one transaction, the same on every validator.
 *
 * @param transactionId 64 hexadecimal digits
 * @param position within the block, from 0
 * @param blockTime ISO 8601 instant with milliseconds, UTC
 * @param result {@code done} or {@code refused}
 * @param refusals only when refused: every rule that is broken, the one that counts first
 * @param legsLeftOut only of a batch of which legs were left out: every rule that such a leg breaks, in order of legs
 */
public record ReceiptJson(
        String transactionId,
        long height,
        int position,
        String blockTime,
        String result,
        @Nullable List<RefusalJson> refusals,
        List<PostingJson> postings,
        @Nullable List<LegJson> legsLeftOut) {
    public static final String DONE = "done";
    public static final String REFUSED = "refused";

    public static ReceiptJson of(Receipt receipt, Denominations denominations) {
        Denominations remembered = denominations.remembered();
        return new ReceiptJson(
                receipt.transactionId().toString(),
                receipt.height(),
                receipt.position(),
                Instant.ofEpochMilli(receipt.blockTimeMillis()).toString(),
                receipt.isAccepted() ? DONE : REFUSED,
                receipt.isAccepted()
                        ? null
                        : receipt.refusals().stream().map(RefusalJson::of).toList(),
                receipt.postings().stream()
                        .map(posting -> PostingJson.of(posting, remembered))
                        .toList(),
                LegJson.of(receipt.legsLeftOut()));
    }

    /**
     * One change of one position; amounts as decimal strings.
     *
     * @param serials which tokens came or went; none for cash
     */
    public record PostingJson(
            long account,
            String asset,
            String before,
            String after,
            @Nullable List<SerialsJson> serials) {
        static PostingJson of(Posting posting, Denominations denominations) {
            return new PostingJson(
                    posting.account().number(),
                    posting.asset().text(),
                    AmountText.write(posting.before(), posting.asset(), denominations),
                    AmountText.write(posting.after(), posting.asset(), denominations),
                    posting.serials().isEmpty()
                            ? null
                            : posting.serials().stream().map(SerialsJson::of).toList());
        }
    }

    /** Tokens whose serials follow one another, as decimal strings. */
    public record SerialsJson(String first, String count) {
        static SerialsJson of(SerialRange range) {
            return new SerialsJson(Long.toString(range.first()), Long.toString(range.count()));
        }

        /** Absent where no tokens are named. */
        static @Nullable List<SerialsJson> of(List<SerialRange> ranges) {
            return ranges.isEmpty()
                    ? null
                    : ranges.stream().map(SerialsJson::of).toList();
        }
    }

    /**
     * Why it was refused.
     *
     * @param code the stable number
     * @param leg only for 7007
     */
    public record RefusalJson(
            int code, String name, @Nullable LegJson leg) {
        static RefusalJson of(Refusal refusal) {
            return new RefusalJson(
                    refusal.code().number(),
                    refusal.code().name(),
                    refusal.leg().map(LegJson::of).orElse(null));
        }
    }

    /**
     * Which leg of a settlement or a batch was refused, and why.
     *
     * @param number from 1
     */
    public record LegJson(int number, int code, String name) {
        /** Absent where there is none. */
        static @Nullable List<LegJson> of(List<Refusal.LegRefusal> legs) {
            return legs.isEmpty() ? null : legs.stream().map(LegJson::of).toList();
        }

        static LegJson of(Refusal.LegRefusal leg) {
            RefusalCode code = leg.code();
            return new LegJson(leg.number(), code.number(), code.name());
        }
    }
}
