package org.khazana.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.finality.TestSigners.QUICK;
import static org.khazana.ledger.finality.TestSigners.history;
import static org.khazana.ledger.finality.TestSigners.key;
import static org.khazana.ledger.finality.TestSigners.signed;
import static org.khazana.ledger.finality.TestSigners.voters;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.GroupMinimum;
import org.khazana.ledger.validator.ValidatorSet;

/** Validator 1, whose data directory is number 1, has signed up to block 2 as far as its record says. */
class RecollectionTest {
    private static final ValidatorSet FOUR = voters(0, 4);
    private static final List<Head> HEADS = history("one", 5);
    private static final Optional<SigningRecord> RECORD = Optional.of(SigningRecord.of(HEADS.get(2)));

    private final Recollection recollection = new Recollection(new Replica("validator-1", 1, key(1)), QUICK);

    @Test
    void asManyMustAnswerAsCouldMakeACertificateWithIt() {
        assertThat(recollection.isEnough(FOUR)).isFalse();
        recollection.answered("validator-2", 2);
        recollection.answered("validator-2", 2);
        recollection.answered("validator-3", 33); // not the folder of the voter
        recollection.answered("validator-8", 8); // no voter
        assertThat(recollection.isEnough(FOUR)).isFalse();

        recollection.answered("validator-3", 3);

        assertThat(recollection.isEnough(FOUR)).isTrue();
    }

    @Test
    void whoDecidesAloneAsksNobody() {
        assertThat(recollection.isEnough(voters(0, 1))).isTrue();
    }

    @Test
    void theGroupsOfACertificateMustHaveAnsweredToo() {
        ValidatorSet grouped = voters(0, 4, new GroupMinimum(Group.CUSTODIAN, 2));
        recollection.answered("validator-2", 2);
        recollection.answered("validator-3", 3);
        assertThat(recollection.isEnough(grouped)).isFalse();

        recollection.answered("validator-4", 4);

        assertThat(recollection.isEnough(grouped)).isTrue();
    }

    @Test
    void aSignatureAboveTheRecordOrOfAnotherHeadOfItsHeightShowsThatTheRecordIsOld() {
        Head other = TestSigners.next(HEADS.get(1), "another");

        assertThat(recollection.objection(RECORD, signed(1, HEADS.get(3)), FOUR))
                .hasValueSatisfying(objection ->
                        assertThat(objection).contains("of block 3").contains("ends at block 2"));
        assertThat(recollection.objection(RECORD, signed(1, other), FOUR)).isPresent();
        assertThat(recollection.objection(Optional.empty(), signed(1, HEADS.get(0)), FOUR))
                .hasValueSatisfying(objection -> assertThat(objection).contains("is empty"));
    }

    @Test
    void whatTheRecordKnowsWhatOthersSignedAndWhatIsForgedShowsNothing() {
        SignedHead forged = new SignedHead(
                HEADS.get(3),
                HeadSignature.of(key(1), signed(2, HEADS.get(3)).signature().signature()));

        assertThat(List.of(signed(1, HEADS.get(1)), signed(1, HEADS.get(2)), signed(2, HEADS.get(3)), forged))
                .allSatisfy(shown ->
                        assertThat(recollection.objection(RECORD, shown, FOUR)).isEmpty());
    }

    @Test
    void whatTheReplicaBeforeItSignedWithTheSameKeyShowsNothing() {
        Recollection successor = new Recollection(new Replica("validator-1", 77, key(1)), QUICK);

        assertThat(successor.objection(Optional.empty(), signed(1, HEADS.get(3)), FOUR))
                .isEmpty();
    }
}
