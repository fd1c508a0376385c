package org.khazana.api.json;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.proof.BalanceProof;
import org.khazana.ledger.proof.Testimony;
import org.khazana.ledger.statetree.StateProof;

/**
 * A balance proof as a file: its parts in base64, each in its one byte form. Layout: {@code docs/proofs.md}.
 *
 * @param type {@link #TYPE}
 * @param account in decimal, since readers in other languages may not have numbers of 63 bits
 * @param proof of the record of the position, present or absent
 * @param steps from the genesis to the newest validators
 * @param heads from that of the state up to, and without, the certified one
 */
public record BalanceProofJson(
        String type,
        String account,
        String asset,
        String proof,
        List<AppointmentStepJson> steps,
        List<String> heads,
        String certificate) {
    public static final String TYPE = "khazana/balance-proof/1";

    public BalanceProofJson {
        steps = List.copyOf(steps);
        heads = List.copyOf(heads);
    }

    public static BalanceProofJson of(BalanceProof proof) {
        Testimony testimony = proof.testimony();
        return new BalanceProofJson(
                TYPE,
                proof.account().toString(),
                proof.asset().text(),
                TestimonyFields.stateProof(proof.position()),
                TestimonyFields.steps(testimony),
                TestimonyFields.heads(testimony),
                TestimonyFields.certificate(testimony.certificate()));
    }

    /**
     * Reads a whole file. Whether it proves anything is not asked here.
     *
     * @throws MalformedJson if it is longer than {@link CertifiedSettlementProofJson#FILE_BYTES_MAX}, or no JSON
     * @throws InvalidRequest with all mistakes, if the JSON is no balance proof
     */
    public static BalanceProof read(byte[] file) {
        return CertifiedProofFile.read(file, BalanceProofJson::read);
    }

    static BalanceProof read(Fields fields, Mistakes mistakes) {
        Base64Fields.isType(fields, TYPE);
        Optional<AccountId> account = DecimalFields.positive(fields, "account").map(AccountId::new);
        AssetCode asset = fields.asset("asset");
        Optional<StateProof> position = TestimonyFields.readStateProof(fields, "proof");
        Optional<Testimony> testimony = TestimonyFields.read(fields);
        fields.end();
        mistakes.throwIfAny();
        return new BalanceProof(account.orElseThrow(), asset, position.orElseThrow(), testimony.orElseThrow());
    }
}
