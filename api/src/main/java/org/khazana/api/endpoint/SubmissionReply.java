package org.khazana.api.endpoint;

import io.javalin.http.Context;
import org.khazana.api.json.Denominations;
import org.khazana.api.json.ReceiptJson;
import org.khazana.api.json.TransactionJson;
import org.khazana.api.port.SubmissionOutcome;
import org.khazana.api.problem.Problem;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RefusalTitle;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.transaction.TransactionId;

/** Tells a caller how a submission ended. */
public record SubmissionReply(Denominations denominations) {
    /** Where a transaction is found. */
    private static final String TRANSACTIONS = "/v1/transactions/";

    private static final String RESEND = "; sending the same bytes again is safe and tells the outcome";

    void write(Context ctx, SubmissionOutcome outcome) {
        switch (outcome) {
            case SubmissionOutcome.Committed(Receipt receipt) -> committed(ctx, receipt);
            case SubmissionOutcome.NotYetCertified(Receipt receipt) -> notYetCertified(ctx, receipt);
            case SubmissionOutcome.Accepted(TransactionId id) -> {
                ctx.header("Location", TRANSACTIONS + id);
                Reply.json(ctx, 202, TransactionJson.pending(id.toString()));
            }
            case SubmissionOutcome.Refused(var code, String detail) -> Reply.problem(ctx, Problem.of(code, detail));
            case SubmissionOutcome.Overloaded(int seconds) ->
                Reply.problem(ctx, notTaken(ProblemType.OVERLOADED, "too many transactions are waiting", seconds));
            case SubmissionOutcome.CertificatesBehind(int seconds) ->
                Reply.problem(
                        ctx,
                        notTaken(
                                ProblemType.CERTIFICATES_BEHIND,
                                "more blocks wait for a certificate than the governors allow (UNCERTIFIED_BLOCKS_MAX), as"
                                        + " too few validators sign",
                                seconds));
            case SubmissionOutcome.NoLeader(int seconds) ->
                Reply.problem(ctx, notTaken(ProblemType.NO_LEADER, "no leader with a quorum is known", seconds));
            case SubmissionOutcome.OutcomeUnknown(var id, String detail) ->
                Reply.problem(
                        ctx,
                        Problem.ofTransaction(
                                ProblemType.OUTCOME_UNKNOWN,
                                detail + RESEND,
                                id.map(TransactionId::toString).orElse(null)));
        }
    }

    private void committed(Context ctx, Receipt receipt) {
        ReceiptJson json = ReceiptJson.of(receipt, denominations);
        receipt.refusal()
                .ifPresentOrElse(
                        refusal -> Reply.problem(ctx, Problem.of(refusal.code(), detail(refusal, receipt), json)),
                        () -> Reply.json(ctx, json));
    }

    /** A refusal is told all the same: nothing changed, which no certificate is needed for. */
    private void notYetCertified(Context ctx, Receipt receipt) {
        if (receipt.isAccepted()) {
            ctx.header("Location", TRANSACTIONS + receipt.transactionId());
            Reply.json(ctx, 202, TransactionJson.executed(ReceiptJson.of(receipt, denominations)));
        } else {
            committed(ctx, receipt);
        }
    }

    private static String detail(Refusal refusal, Receipt receipt) {
        String leg = refusal.leg()
                .map(failed -> ": leg %d, %d %s"
                        .formatted(failed.number(), failed.code().number(), RefusalTitle.of(failed.code())))
                .orElse("");
        return "refused in block %d%s; nothing changed".formatted(receipt.height(), leg);
    }

    private static Problem notTaken(ProblemType type, String why, int retryAfterSeconds) {
        return Problem.of(type, why + "; nothing was taken").withRetryAfterSeconds(retryAfterSeconds);
    }
}
