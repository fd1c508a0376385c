package org.khazana.ledger.rules;

import static org.khazana.ledger.receipt.RefusalCode.ACCOUNT_UNKNOWN;
import static org.khazana.ledger.receipt.RefusalCode.CREDIT_BLOCKED;
import static org.khazana.ledger.receipt.RefusalCode.PARTY_NOT_ACTIVE;

import java.util.Optional;
import org.khazana.ledger.receipt.RefusalCode;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.transaction.AccountId;

/** What accounts may give and receive, and who must sign for it. */
final class AccountRules {
    private AccountRules() {}

    /** Order: account unknown, owner not active, credit blocked. */
    static Optional<RefusalCode> credit(AccountId id, Circumstances circumstances) {
        Optional<Account> account = circumstances.view().account(id);
        if (account.isEmpty()) {
            return Optional.of(ACCOUNT_UNKNOWN);
        }
        if (!circumstances.isActive(account.get().owner())) {
            return Optional.of(PARTY_NOT_ACTIVE);
        }
        if (!isOpen(account.get())) {
            return Optional.of(CREDIT_BLOCKED);
        }
        return Optional.empty();
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
