package org.khazana.api.json;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.proof.RegisterStatement;
import org.khazana.ledger.proof.Testimony;
import org.khazana.ledger.statetree.StateGroupProof;
import org.khazana.ledger.statetree.StateGroupProofCodec;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.statetree.StateProofRefused;

/**
 * A register statement as a file: its parts in base64, each in its one byte form. Layout: {@code docs/proofs.md}.
 *
 * @param type {@link #TYPE}
 * @param record that the asset stands in the state
 * @param positions all of them, and that there are no others
 * @param steps from the genesis to the newest validators
 * @param heads from that of the state up to, and without, the certified one
 */
public record RegisterStatementJson(
        String type,
        String asset,
        String record,
        String positions,
        List<AppointmentStepJson> steps,
        List<String> heads,
        String certificate) {
    public static final String TYPE = "khazana/register-statement/1";

    /** Enough for as many positions as a proof can have. */
    public static final int FILE_BYTES_MAX = 64 << 20;

    /** Of the base64 of all positions: what the file leaves for them. */
    static final int POSITIONS_BYTES_MAX = 45 << 20;

    public RegisterStatementJson {
        steps = List.copyOf(steps);
        heads = List.copyOf(heads);
    }

    public static RegisterStatementJson of(RegisterStatement statement) {
        Testimony testimony = statement.testimony();
        return new RegisterStatementJson(
                TYPE,
                statement.asset().text(),
                TestimonyFields.stateProof(statement.record()),
                Base64Fields.write(StateGroupProofCodec.encode(statement.positions())),
                TestimonyFields.steps(testimony),
                TestimonyFields.heads(testimony),
                TestimonyFields.certificate(testimony.certificate()));
    }

    /**
     * Reads a whole file. Whether it proves anything is not asked here.
     *
     * @throws MalformedJson if it is longer than {@link #FILE_BYTES_MAX}, or no JSON
     * @throws InvalidRequest with all mistakes, if the JSON is no register statement
     */
    public static RegisterStatement read(byte[] file) {
        return CertifiedProofFile.read(file, FILE_BYTES_MAX, RegisterStatementJson::read);
    }

    static RegisterStatement read(Fields fields, Mistakes mistakes) {
        Base64Fields.isType(fields, TYPE);
        AssetCode asset = fields.asset("asset");
        Optional<StateProof> record = TestimonyFields.readStateProof(fields, "record");
        Optional<StateGroupProof> positions = Base64Fields.read(
                fields,
                "positions",
                POSITIONS_BYTES_MAX,
                RegisterStatementJson::positions,
                "must be the base64 of the bytes of a proof of a group");
        Optional<Testimony> testimony = TestimonyFields.read(fields);
        fields.end();
        mistakes.throwIfAny();
        return new RegisterStatement(asset, record.orElseThrow(), positions.orElseThrow(), testimony.orElseThrow());
    }

    private static StateGroupProof positions(byte[] bytes) {
        try {
            return StateGroupProofCodec.decode(bytes);
        } catch (StateProofRefused wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }
}
