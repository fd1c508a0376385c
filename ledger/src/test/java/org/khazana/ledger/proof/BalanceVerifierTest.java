package org.khazana.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CHAIN;
import static org.khazana.ledger.execution.TestNetwork.PKR;
import static org.khazana.ledger.proof.CertifiedHistory.certificate;
import static org.khazana.ledger.proof.CertifiedHistory.voters;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.StatePath;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.validator.ValidatorSet;

class BalanceVerifierTest {
    private static final ValidatorSet FOUNDERS = voters(0, 1, 4);
    private static final AccountId OWNER = new AccountId(17);
    private static final AccountId POOR = new AccountId(18);

    private final CertifiedHistory history = new CertifiedHistory(
            FOUNDERS,
            new Position(OWNER, BILL, 5_000, 1_200).set(),
            new Position(OWNER, PKR, 7).set(),
            new Position(new AccountId(19), BILL, 1).set());
    private final BalanceVerifier verifier =
            new BalanceVerifier(new TestimonyVerifier(CHAIN, FOUNDERS, CertifiedHistory.remembering()));

    private BalanceProof proof(AccountId account, AssetCode asset, StateProof position) {
        return new BalanceProof(
                account, asset, position, new Testimony(List.of(), List.of(), certificate(history.head(0), 1, 2, 3)));
    }

    private BalanceProof proof(AccountId account, AssetCode asset) {
        return proof(account, asset, history.proof(Tables.POSITIONS, new PositionKey(account, asset)));
    }

    private List<String> words(BalanceProof proof) {
        return ((CertifiedVerdict.Proved) verifier.verify(proof)).words();
    }

    private Doubt doubt(BalanceProof proof) {
        return ((CertifiedVerdict.Doubted) verifier.verify(proof)).doubt();
    }

    @Test
    void whatAnAccountHoldsIsSaidInPlainWords() {
        assertThat(words(proof(OWNER, BILL)))
                .containsExactly(
                        "After block 0 of network " + CHAIN + ":",
                        "Account 17 holds 5,000 tokens of " + BILL + ", of which 1,200 encumbered.",
                        "Certified by 3 of the 4 validators of the genesis, who have signed what this block came to:",
                        "  validator-1, of Organisation 1",
                        "  validator-2, of Organisation 2",
                        "  validator-3, of Organisation 3",
                        "As of block 0; what came later is not looked at.");
        assertThat(words(proof(OWNER, PKR)))
                .contains("Account 17 holds 7 minor units of PKR, of which 0 encumbered.");
    }

    @Test
    void thatAnAccountHoldsNothingIsProvedToo() {
        assertThat(words(proof(POOR, BILL))).contains("Account 18 holds none of " + BILL + ".");
        assertThat(words(proof(new AccountId(19), PKR))).contains("Account 19 holds none of PKR.");
    }

    @Test
    void theWordsOfLaterValidatorsSayOfWhichEpochTheyAre() {
        history.play(Tables.appoint(voters(1, 5, 7)));
        AppointmentStep step = history.step(1, 2, 4);
        history.play(List.of(new Position(OWNER, BILL, 6_000).set()));
        Head certified = history.play(List.of());
        StateProof position = history.proof(Tables.POSITIONS, new PositionKey(OWNER, BILL));

        assertThat(words(new BalanceProof(
                        OWNER,
                        BILL,
                        position,
                        new Testimony(List.of(step), history.heads(2, 3), certificate(certified, 5, 7)))))
                .containsExactly(
                        "After block 2 of network " + CHAIN + ":",
                        "Account 17 holds 6,000 tokens of " + BILL + ", of which 0 encumbered.",
                        "Certified by 2 of the 3 validators of epoch 1, appointed step by step from the genesis on,"
                                + " who have signed what block 3 came to, and so all blocks before:",
                        "  validator-5, of Organisation 5",
                        "  validator-7, of Organisation 7",
                        "The newest validators that the proof knows of are those of epoch 1.",
                        "As of block 2; what came later is not looked at.");
    }

    @Test
    void theProofOfAnotherPositionProvesNothing() {
        StateProof ofOwner = history.proof(Tables.POSITIONS, new PositionKey(OWNER, BILL));
        StateProof absence = history.proof(Tables.POSITIONS, new PositionKey(POOR, BILL));

        assertThat(doubt(proof(POOR, BILL, ofOwner))).isEqualTo(Doubt.POSITION_NOT_PROVED);
        assertThat(doubt(proof(OWNER, PKR, ofOwner))).isEqualTo(Doubt.POSITION_NOT_PROVED);
        assertThat(doubt(proof(OWNER, BILL, absence))).isEqualTo(Doubt.POSITION_NOT_PROVED);
        history.play(List.of(new Position(OWNER, BILL, 1).set()));
        assertThat(doubt(proof(OWNER, BILL)))
                .as("of the state after the next block")
                .isEqualTo(Doubt.POSITION_NOT_PROVED);
        BalanceProof uncertified = new BalanceProof(
                OWNER, BILL, ofOwner, new Testimony(List.of(), List.of(), certificate(history.head(0), 1, 2)));
        assertThat(doubt(uncertified)).isEqualTo(Doubt.CERTIFICATE_WRONG);
    }

    @Test
    void bytesThatAreNoPositionAreDoubted() {
        for (long[] numbers : new long[][] {{-1, 0}, {1, -1}, {1, 0, 0}, {1}}) {
            ByteBuffer value = ByteBuffer.allocate(numbers.length * Long.BYTES);
            for (long number : numbers) {
                value.putLong(number);
            }
            assertThat(doubt(new SingleEntry(OWNER, BILL, value.array()).proof()))
                    .isEqualTo(Doubt.POSITION_MALFORMED);
        }
        byte[] good = ByteBuffer.allocate(16).putLong(3).putLong(2).array();
        assertThat(words(new SingleEntry(OWNER, BILL, good).proof()))
                .contains("Account 17 holds 3 tokens of " + BILL + ", of which 2 encumbered.");
    }

    /** A state of one entry, whose root is the hash of that. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record SingleEntry(AccountId account, AssetCode asset, byte[] value) {
        BalanceProof proof() {
            return new BalanceProof(
                    account,
                    asset,
                    new StateProof(List.of(), StateProof.Present.of(value)),
                    new Testimony(List.of(), List.of(), certificate(Head.founding(CHAIN, root()), 1, 2, 3)));
        }

        private Hash root() {
            byte[] key = Tables.POSITIONS.keyBytes(new PositionKey(account, asset));
            return Domain.STATE_LEAF.hash(
                    StatePath.of(Tables.POSITIONS.number(), key)
                            .hash()
                            .toBytes(),
                    Domain.STATE_VALUE.hash(value).toBytes());
        }
    }
}
