package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_CLASS_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.CONTROLLER_SIGNATURE_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.DEBIT_BLOCKED;
import static org.khazana.ledger.refusal.RefusalCode.NOT_TREASURY;
import static org.khazana.ledger.refusal.RefusalCode.ROLE_MISSING;

import java.util.Optional;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Asset.BillTerms;

/** Whether tokens may be taken out of being. */
public final class RetirementRules {
    private RetirementRules() {}

    /**
     * Order: the policy; the account unknown, nothing may leave it, signatures for the debit missing; the asset unknown, or not
     * a bill; the sender not the issuer of this bill; the account not a treasury account of that issuer; the quantity; then
     * what is held, and whether it can go. The bill may have matured.
     */
    public static void judge(RetireTokens retire, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(retire, circumstances, findings);
        Optional<Account> account = findings.demand(circumstances.view().account(retire.account()), ACCOUNT_UNKNOWN);
        account.ifPresent(known -> {
            findings.demand(AccountRules.isOpen(known), DEBIT_BLOCKED);
            findings.demand(AccountRules.isDebitSigned(known, circumstances.signers()), CONTROLLER_SIGNATURE_MISSING);
        });
        Optional<Asset> asset = findings.demand(circumstances.view().asset(retire.isin()), ASSET_UNKNOWN)
                .filter(known ->
                        findings.demand(known.bill(), ASSET_CLASS_NOT_ALLOWED).isPresent());
        asset.ifPresent(known -> {
            BillTerms bill = known.bill().orElseThrow();
            findings.demand(bill.issuer().equals(circumstances.signers().sender()), ROLE_MISSING);
            account.ifPresent(holding -> findings.demand(isTreasuryOf(bill, holding), NOT_TREASURY));
            QuantityRules.quantity(retire.quantity(), known, findings);
        });
        if (account.isPresent() && asset.isPresent()) {
            LotRules.obstacle(Debit.of(retire), circumstances).ifPresent(findings::refuse);
        }
    }

    private static boolean isTreasuryOf(BillTerms bill, Account account) {
        return account.kind() == Account.Kind.ISSUER_TREASURY && account.owner().equals(bill.issuer());
    }
}
