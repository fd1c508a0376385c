package org.khazana.ledger.execution;

import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.operation.SupplyOperation;
import org.khazana.ledger.rules.Debit;
import org.khazana.ledger.rules.IssuanceRules;
import org.khazana.ledger.rules.RenumberingRules;
import org.khazana.ledger.rules.RetirementRules;

/** Carries out what changes how much of an instrument there is, or by which serials its tokens are known. */
final class Supply {
    private Supply() {}

    static void perform(SupplyOperation operation, Performance performance) {
        switch (operation) {
            case IssueTokens issue -> issue(issue, performance);
            case RetireTokens retire -> retire(retire, performance);
            case RenumberLots renumber -> renumber(renumber, performance);
        }
    }

    private static void issue(IssueTokens issue, Performance performance) {
        IssuanceRules.judge(issue, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            int lockedUntil = IssuanceRules.earliestTransferDay(issue, performance.circumstances());
            performance.postings().create(issue.account(), issue.isin(), issue.quantity(), lockedUntil);
        }
    }

    private static void retire(RetireTokens retire, Performance performance) {
        RetirementRules.judge(retire, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            performance.postings().retire(Debit.of(retire));
        }
    }

    private static void renumber(RenumberLots renumber, Performance performance) {
        RenumberingRules.judge(renumber, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            performance
                    .postings()
                    .renumber(
                            renumber.account(),
                            renumber.isin(),
                            RenumberingRules.scattered(renumber, performance.circumstances()));
        }
    }
}
