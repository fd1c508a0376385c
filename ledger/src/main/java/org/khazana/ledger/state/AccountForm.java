package org.khazana.ledger.state;

import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;

final class AccountForm implements ValueForm<AccountId, Account> {
    @Override
    public void write(Account account, FieldWriter fields) {
        fields.number(account.owner().number())
                .number(account.controller().number())
                .constant(account.kind())
                .constant(account.debitRule())
                .constant(account.status());
    }

    @Override
    public Account read(AccountId id, FieldReader fields) {
        return new Account(
                id,
                new PartyId(fields.number()),
                new PartyId(fields.number()),
                fields.constant(Account.Kind.class),
                fields.constant(Account.DebitRule.class),
                fields.constant(Account.Status.class));
    }
}
