package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ASSET_CLASS_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.NOT_TREASURY;
import static org.khazana.ledger.refusal.RefusalCode.ROLE_MISSING;

import java.util.Optional;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;

/** Whether tokens may be taken out of being. */
public final class RetirementRules {
    private RetirementRules() {}

    /**
     * Order: the policy; the account; the asset unknown, or no instrument; the sender not its issuer; paused; the account not a
     * treasury account of that issuer; the quantity; then what is held, and whether it can go. The instrument may have matured.
     */
    public static void judge(RetireTokens retire, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(retire, circumstances, findings);
        AccountRules.debit(retire.account(), retire.isin(), retire.serials(), circumstances, findings);
        Optional<Account> account = circumstances.view().account(retire.account());
        Optional<Asset> asset = findings.demand(circumstances.view().asset(retire.isin()), ASSET_UNKNOWN)
                .filter(known -> findings.demand(known.instrument(), ASSET_CLASS_NOT_ALLOWED)
                        .isPresent());
        asset.ifPresent(known -> {
            PartyId issuer = known.instrument().orElseThrow().issuer();
            findings.demand(issuer.equals(circumstances.signers().sender()), ROLE_MISSING);
            AssetGates.retire(known, findings);
            account.ifPresent(holding -> findings.demand(isTreasuryOf(issuer, holding), NOT_TREASURY));
            QuantityRules.quantity(retire.quantity(), known, findings);
        });
        if (account.isPresent() && asset.isPresent()) {
            LotRules.obstacle(Debit.of(retire), circumstances).ifPresent(findings::refuse);
        }
    }

    private static boolean isTreasuryOf(PartyId issuer, Account account) {
        return account.kind() == AccountKind.ISSUER_TREASURY && account.owner().equals(issuer);
    }
}
