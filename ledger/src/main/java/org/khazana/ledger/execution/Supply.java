package org.khazana.ledger.execution;

import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.SupplyOperation;
import org.khazana.ledger.rules.IssuanceRules;

/** Carries out what changes how much of an instrument there is. */
final class Supply {
    private Supply() {}

    static void perform(SupplyOperation operation, Performance performance) {
        switch (operation) {
            case IssueTokens issue -> issue(issue, performance);
        }
    }

    private static void issue(IssueTokens issue, Performance performance) {
        IssuanceRules.judge(issue, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            performance.postings().create(issue.account(), issue.isin(), issue.quantity());
        }
    }
}
