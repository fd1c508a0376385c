package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.CONTROLLER_SIGNATURE_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.CREDIT_BLOCKED;
import static org.khazana.ledger.refusal.RefusalCode.DEBIT_BLOCKED;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NOT_ACTIVE;
import static org.khazana.ledger.refusal.RefusalCode.RECEIVER_SIGNATURE_MISSING;

import java.util.List;
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.serial.SerialRange;
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
        debit(id, asset, List.of(), circumstances, findings);
    }

    /** The same when just these tokens are to leave. */
    static void debit(
            AccountId id, AssetCode asset, List<SerialRange> serials, Circumstances circumstances, Findings findings) {
        findings.demand(circumstances.view().account(id), ACCOUNT_UNKNOWN).ifPresent(account -> {
            findings.demand(circumstances.isActive(account.owner()), PARTY_NOT_ACTIVE);
            RestrictionRules.debit(account, asset, serials, circumstances, findings);
            findings.demand(isOpen(account), DEBIT_BLOCKED);
            findings.demand(isDebitSigned(account, circumstances.signers()), CONTROLLER_SIGNATURE_MISSING);
        });
    }

    /** Whether those signed whom the account's credit rule names, so far as the account is known. */
    static void creditSigned(AccountId to, Circumstances circumstances, Findings findings) {
        circumstances
                .view()
                .account(to)
                .ifPresent(account ->
                        findings.demand(isCreditSigned(account, circumstances.signers()), RECEIVER_SIGNATURE_MISSING));
    }

    private static boolean isCreditSigned(Account account, Signers signers) {
        return creditSigners(account).stream().allMatch(signers::include);
    }

    /** Whom the account's credit rule names. */
    static List<PartyId> creditSigners(Account account) {
        return switch (account.creditRule()) {
            case FREE -> List.of();
            case OWNER_AGREES -> List.of(account.owner());
            case CONTROLLER_AGREES -> List.of(account.controller());
        };
    }

    /** Whether anything may enter or leave. */
    static boolean isOpen(Account account) {
        return account.status() == Account.Status.ACTIVE;
    }

    /** Whether those signed whom the account's debit rule names. */
    static boolean isDebitSigned(Account account, Signers signers) {
        return debitSigners(account).stream().allMatch(signers::include);
    }

    /** Whom the account's debit rule names. */
    static List<PartyId> debitSigners(Account account) {
        return switch (account.debitRule()) {
            case OWNER -> List.of(account.owner());
            case CONTROLLER -> List.of(account.controller());
            case OWNER_AND_CONTROLLER -> List.of(account.owner(), account.controller());
        };
    }
}
