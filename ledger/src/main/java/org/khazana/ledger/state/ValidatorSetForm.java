package org.khazana.ledger.state;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.table.FieldReader;
import org.khazana.ledger.table.FieldWriter;
import org.khazana.ledger.table.ValueForm;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.GroupMinimum;
import org.khazana.ledger.validator.PeerAddress;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

final class ValidatorSetForm implements ValueForm<Long, ValidatorSet> {
    @Override
    public void write(ValidatorSet set, FieldWriter fields) {
        fields.list(set.validators(), ValidatorSetForm::writeValidator)
                .list(
                        set.minimums(),
                        (minimum, form) -> form.constant(minimum.group()).small(minimum.members()));
    }

    @Override
    public ValidatorSet read(Long epoch, FieldReader fields) {
        return new ValidatorSet(
                epoch,
                fields.list(ValidatorSetForm::readValidator),
                fields.list(form -> new GroupMinimum(form.constant(Group.class), form.small())));
    }

    private static void writeValidator(Validator validator, FieldWriter fields) {
        fields.text(validator.id())
                .number(validator.directory())
                .text(validator.organisation())
                .constant(validator.group())
                .constant(validator.duty())
                .fixed(validator.tlsKeySha256().toBytes())
                .fixed(validator.signingKey().toBytes())
                .optional(
                        validator.peerAddress(),
                        (address, form) -> form.text(address.host()).small(address.port()));
    }

    private static Validator readValidator(FieldReader fields) {
        return new Validator(
                fields.text(),
                fields.number(),
                fields.text(),
                fields.constant(Group.class),
                fields.constant(Duty.class),
                Hash.of(fields.fixed(Hash.BYTES)),
                PublicKey.of(fields.fixed(PublicKey.BYTES)),
                fields.optional(form -> new PeerAddress(form.text(), form.small())));
    }
}
