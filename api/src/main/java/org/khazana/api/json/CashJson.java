package org.khazana.api.json;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.state.CashAttestation;
import org.khazana.ledger.state.CashWithdrawal;

/** Money that goes, and what was said of the account outside. */
public final class CashJson {
    private CashJson() {}

    /**
     * A withdrawal as it was after the block of that height.
     *
     * @param amount as a decimal string
     * @param paymentReference only when it was paid
     */
    public record CashWithdrawalJson(
            long height,
            long withdrawal,
            long account,
            String currency,
            String amount,
            boolean isConvertible,
            String status,
            @Nullable String paymentReference) {}

    /** The newest of a currency; the balance as a decimal string. */
    public record CashAttestationJson(
            long height, String currency, String balance, String asOfDate, long attestedBy, String at) {}

    public static CashWithdrawalJson of(long height, CashWithdrawal withdrawal, Denominations denominations) {
        return new CashWithdrawalJson(
                height,
                withdrawal.number(),
                withdrawal.account().number(),
                withdrawal.currency().text(),
                AmountText.write(withdrawal.amount(), withdrawal.currency(), denominations),
                withdrawal.isConvertible(),
                withdrawal.status().name(),
                withdrawal.paymentReference().orElse(null));
    }

    public static CashAttestationJson of(long height, CashAttestation attestation, Denominations denominations) {
        return new CashAttestationJson(
                height,
                attestation.currency().text(),
                AmountText.write(attestation.balance(), attestation.currency(), denominations),
                LocalDate.ofEpochDay(attestation.asOfDay()).toString(),
                attestation.by().number(),
                Instant.ofEpochMilli(attestation.atMillis()).toString());
    }
}
