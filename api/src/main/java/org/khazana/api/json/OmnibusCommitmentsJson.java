package org.khazana.api.json;

import java.time.LocalDate;
import java.util.List;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.state.OmnibusCommitment;

/** What the controller of an omnibus account had committed to last, for each asset in order of code; the first 1,000. */
public record OmnibusCommitmentsJson(long height, long account, List<CommitmentJson> commitments) {
    public OmnibusCommitmentsJson {
        commitments = List.copyOf(commitments);
    }

    public static OmnibusCommitmentsJson of(long height, AccountId account, List<OmnibusCommitment> commitments) {
        return new OmnibusCommitmentsJson(
                height,
                account.number(),
                commitments.stream().map(CommitmentJson::of).toList());
    }

    /**
     * One commitment.
     *
     * @param root of the Merkle sum tree, in hexadecimal
     * @param total sum of its leaves: tokens
     * @param asOfDate ISO 8601
     */
    public record CommitmentJson(String asset, String root, String total, String asOfDate) {
        static CommitmentJson of(OmnibusCommitment commitment) {
            return new CommitmentJson(
                    commitment.asset().text(),
                    commitment.root().toString(),
                    Long.toString(commitment.total()),
                    LocalDate.ofEpochDay(commitment.asOfDay()).toString());
        }
    }
}
