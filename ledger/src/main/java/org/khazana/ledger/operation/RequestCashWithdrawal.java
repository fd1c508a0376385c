package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Money;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;

@Means(
        "Asks that money be paid out to the registered account outside; it is set aside until a cash agent has paid it or says no. "
                + "Signed as the debit rule of the account demands.")
@Says({
    "withdrawal {withdrawal}: pay out {amount} from account {account}",
    "to leave the country as another currency: {isConvertible}"
})
public record RequestCashWithdrawal(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("a number that no withdrawal has")
        long withdrawal,

        @Means("whose money it is") AccountId account,
        @Means("ISO 4217") AssetCode currency,
        @Money(in = "currency") @Means("how much") long amount,

        @Means("whether it is to leave the country as another currency; from repatriable accounts only")
        boolean isConvertible)
        implements CashOperation {}
