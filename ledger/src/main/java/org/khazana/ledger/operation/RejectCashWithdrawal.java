package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

@Means(
        "Does not pay money out; it is free again. Signed as the policy demands: by a cash agent, unless the governors say otherwise.")
@Says("reject the withdrawal {withdrawal}")
public record RejectCashWithdrawal(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("its number")
        long withdrawal) implements CashOperation {}
