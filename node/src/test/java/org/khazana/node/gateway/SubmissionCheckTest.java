package org.khazana.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.Founding;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.RecountAsset;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.ledger.wire.TransactionCodec;
import org.khazana.node.apply.KnownTransactions;
import org.khazana.simulation.contract.BlockResults;
import org.khazana.storage.state.LedgerStore;

/** What is admitted is remembered as it was read; nobody fills that memory with what is not. */
class SubmissionCheckTest {
    private static final ChainId CHAIN = BlockResults.CHAIN;
    private static final AssetCode RUPEE = new AssetCode("PKR");
    private static final PartyId AUDITOR = new PartyId(1);
    private static final byte[] PRIVATE_KEY = new byte[32];
    private static final PublicKey KEY = Ed25519.publicKeyOf(PRIVATE_KEY);
    private static final long NOW_MILLIS = 1_700_000_000_000L;

    @TempDir
    Path folder;

    private final KnownTransactions known = new KnownTransactions(CHAIN);
    private LedgerStore store;
    private SubmissionCheck check;

    @BeforeEach
    void open() {
        store = LedgerStore.open(folder);
        Validator only =
                new Validator("a", 1, "Ministry", Group.GOVERNMENT, Duty.VOTER, CHAIN.hash(), KEY, Optional.empty());
        store.found(
                CHAIN,
                Founding.changes(
                        List.of(Founding.Participant.active(AUDITOR, "auditor", Set.of(Role.AUDITOR, Role.GOVERNOR))),
                        List.of(PartyKey.of(KEY, AUDITOR)),
                        List.of(),
                        List.of(new Founding.Currency(RUPEE, 2)),
                        new ValidatorSet(0, List.of(only), List.of())));
        check = new SubmissionCheck(CHAIN, known, Ed25519.verifier(), store, () -> 0, () -> NOW_MILLIS);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static byte[] envelope(byte[] privateKey) {
        byte[] body = TransactionCodec.encodeBody(new TransactionBody(
                CHAIN, new RequestId(1, 1), AUDITOR, 0, NOW_MILLIS + 1_000, new RecountAsset(RUPEE, 0, 1_000)));
        byte[] signature = Ed25519.sign(privateKey, TransactionCodec.signingBytes(CHAIN, body));
        return TransactionCodec.encodeEnvelope(body, List.of(TransactionSignature.of(KEY, signature)));
    }

    @Test
    void whatIsAdmittedNeedNotBeReadAgain() {
        byte[] envelope = envelope(PRIVATE_KEY);

        SubmissionCheck.Verdict verdict = check.judge(envelope);

        assertThat(verdict).isInstanceOf(SubmissionCheck.Verdict.Admitted.class);
        assertThat(known.find(envelope))
                .hasValueSatisfying(read -> assertThat(verdict)
                        .isEqualTo(new SubmissionCheck.Verdict.Admitted(
                                read.transaction().id())));
    }

    @Test
    void whatIsRefusedIsNotRemembered() {
        byte[] envelope = envelope(KEY.toBytes());

        SubmissionCheck.Verdict verdict = check.judge(envelope);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        SubmissionCheck.Verdict.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(RefusalCode.SIGNATURE_INVALID));
        assertThat(known.find(envelope)).isEmpty();
    }
}
