package org.khazana.ledger.state;

import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.Share;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;

final class PolicyForm implements ValueForm<String, Policy> {
    @Override
    public void write(Policy policy, FieldWriter fields) {
        fields.list(
                policy.voices(), (voice, form) -> form.constant(voice.role()).constant(voice.share()));
    }

    @Override
    public Policy read(String operation, FieldReader fields) {
        return new Policy(
                operation, fields.list(form -> new Voice(form.constant(Role.class), form.constant(Share.class))));
    }
}
