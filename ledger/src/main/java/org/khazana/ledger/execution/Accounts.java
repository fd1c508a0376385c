package org.khazana.ledger.execution;

import java.util.Optional;
import org.khazana.ledger.account.Residency;
import org.khazana.ledger.operation.AccountOperation;
import org.khazana.ledger.operation.CloseAccount;
import org.khazana.ledger.operation.OpenAccount;
import org.khazana.ledger.operation.OpenOfficialAccount;
import org.khazana.ledger.operation.PostOmnibusCommitment;
import org.khazana.ledger.operation.SetAccountControl;
import org.khazana.ledger.rules.AccountControlRules;
import org.khazana.ledger.rules.OmnibusRules;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.HolderTables;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.OmnibusCommitment;
import org.khazana.ledger.state.Tables;

/** Carries out what changes which accounts there are, and who operates them. */
final class Accounts {
    private Accounts() {}

    static void perform(AccountOperation operation, Performance performance) {
        switch (operation) {
            case OpenAccount open -> open(open, performance);
            case OpenOfficialAccount open -> open(open, performance);
            case SetAccountControl set -> setControl(set, performance);
            case CloseAccount close -> close(close, performance);
            case PostOmnibusCommitment post -> post(post, performance);
        }
    }

    private static void open(OpenAccount open, Performance performance) {
        Account account = new Account(
                open.account(),
                open.owner(),
                open.controller(),
                open.kind(),
                open.debitRule(),
                open.creditRule(),
                open.residency(),
                open.registeredAccount(),
                Account.Status.ACTIVE);
        AccountControlRules.judge(open, account, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            performance.ledger().apply(Tables.ACCOUNTS.put(account));
        }
    }

    private static void open(OpenOfficialAccount open, Performance performance) {
        Account account = new Account(
                open.account(),
                open.owner(),
                open.controller(),
                open.kind(),
                open.debitRule(),
                open.creditRule(),
                Residency.DOMESTIC,
                Optional.empty(),
                Account.Status.ACTIVE);
        AccountControlRules.judge(open, account, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            performance.ledger().apply(Tables.ACCOUNTS.put(account));
        }
    }

    private static void setControl(SetAccountControl set, Performance performance) {
        AccountControlRules.judge(set, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            LedgerOverlay ledger = performance.ledger();
            Account before = ledger.account(set.account()).orElseThrow();
            ledger.apply(Tables.ACCOUNTS.put(before.with(set.controller(), set.debitRule(), set.creditRule())));
        }
    }

    private static void close(CloseAccount close, Performance performance) {
        AccountControlRules.judge(close, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            LedgerOverlay ledger = performance.ledger();
            Account open = ledger.account(close.account()).orElseThrow();
            ledger.apply(Tables.ACCOUNTS.put(open.with(Account.Status.CLOSED)));
        }
    }

    private static void post(PostOmnibusCommitment post, Performance performance) {
        OmnibusRules.judge(post, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            performance
                    .ledger()
                    .apply(HolderTables.OMNIBUS_COMMITMENTS.put(new OmnibusCommitment(
                            post.account(), post.asset(), post.root(), post.total(), post.asOfDate())));
        }
    }
}
