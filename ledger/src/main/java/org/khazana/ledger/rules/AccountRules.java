package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.CONTROLLER_SIGNATURE_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.CREDIT_BLOCKED;
import static org.khazana.ledger.refusal.RefusalCode.DEBIT_BLOCKED;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NOT_ACTIVE;

import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Account;

/** What accounts may give and receive, and who must sign for it. */
final class AccountRules {
    private AccountRules() {}

    /** Order: account unknown, owner not active, what authorities forbid, credit blocked. */
    static void credit(AccountId id, AssetCode asset, Circumstances circumstances, Findings findings) {
        findings.demand(circumstances.view().account(id), ACCOUNT_UNKNOWN).ifPresent(account -> {
            findings.demand(circumstances.isActive(account.owner()), PARTY_NOT_ACTIVE);
            RestrictionRules.credit(account, asset, circumstances, findings);
            findings.demand(isOpen(account), CREDIT_BLOCKED);
        });
    }

    /** Order: account unknown, owner not active, what authorities forbid, debit blocked, signatures for the debit missing. */
    static void debit(AccountId id, AssetCode asset, Circumstances circumstances, Findings findings) {
        findings.demand(circumstances.view().account(id), ACCOUNT_UNKNOWN).ifPresent(account -> {
            findings.demand(circumstances.isActive(account.owner()), PARTY_NOT_ACTIVE);
            RestrictionRules.debit(account, asset, circumstances, findings);
            findings.demand(isOpen(account), DEBIT_BLOCKED);
            findings.demand(isDebitSigned(account, circumstances.signers()), CONTROLLER_SIGNATURE_MISSING);
        });
    }

    /** Whether anything may enter or leave. */
    static boolean isOpen(Account account) {
        return account.status() == Account.Status.ACTIVE;
    }

    /** Whether those signed whom the account's debit rule names. */
    static boolean isDebitSigned(Account account, Signers signers) {
        boolean ownerSigned = signers.include(account.owner());
        boolean controllerSigned = signers.include(account.controller());
        return switch (account.debitRule()) {
            case OWNER -> ownerSigned;
            case CONTROLLER -> controllerSigned;
            case OWNER_AND_CONTROLLER -> ownerSigned && controllerSigned;
        };
    }
}
