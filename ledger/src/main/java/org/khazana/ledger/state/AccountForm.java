package org.khazana.ledger.state;

import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.CreditRule;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.account.Residency;
import org.khazana.ledger.crypto.Hash;
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
                .constant(account.creditRule())
                .constant(account.residency())
                .optional(account.registeredAccount(), (hash, form) -> form.fixed(hash.toBytes()))
                .constant(account.status());
    }

    @Override
    public Account read(AccountId id, FieldReader fields) {
        return new Account(
                id,
                new PartyId(fields.number()),
                new PartyId(fields.number()),
                fields.constant(AccountKind.class),
                fields.constant(DebitRule.class),
                fields.constant(CreditRule.class),
                fields.constant(Residency.class),
                fields.optional(form -> Hash.of(form.fixed(Hash.BYTES))),
                fields.constant(Account.Status.class));
    }
}
