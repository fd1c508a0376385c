package org.khazana.node.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockLimits;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.wire.MalformedTransaction;
import org.khazana.ledger.wire.ReadEnvelope;
import org.khazana.ledger.wire.TransactionCodec;

/** What a node has read it need not read again, and it does not keep it for ever. */
class KnownTransactionsTest {
    private static final ChainId CHAIN = new ChainId(Hash.of(new byte[Hash.BYTES]));
    private static final AssetCode BILL = new AssetCode("PK0000000007");

    private final KnownTransactions known = new KnownTransactions(CHAIN);
    private int verified;
    private final KnownSignatures signatures = new KnownSignatures((key, message, signature) -> {
        verified++;
        return true;
    });
    private final List<Runnable> tasks = new ArrayList<>();

    private static byte[] envelope(int request, Operation operation) {
        byte[] body = TransactionCodec.encodeBody(
                new TransactionBody(CHAIN, new RequestId(1, request), new PartyId(1), 0, 1_000, operation));
        return TransactionCodec.encodeEnvelope(
                body, List.of(TransactionSignature.of(PublicKey.of(new byte[32]), new byte[64])));
    }

    private static byte[] transfer(int request) {
        return envelope(request, new TransferTokens(BILL, new AccountId(1), new AccountId(2), 1));
    }

    private static Block block(List<byte[]> envelopes) {
        return BlockAssembly.assemble(new BlockOrigin(CHAIN, 1, 1, "a", 1_000, CHAIN.hash(), CHAIN.hash()), envelopes);
    }

    @Test
    void whatIsRememberedIsFoundByItsBytesAndNothingElseIs() throws MalformedTransaction {
        byte[] envelope = transfer(1);
        ReadEnvelope read = known.read(envelope);
        assertThat(known.find(envelope)).isEmpty();

        known.remember(read);

        assertThat(known.find(envelope.clone())).containsSame(read);
        assertThat(known.read(envelope.clone())).isSameAs(read);
        assertThat(known.find(transfer(2))).isEmpty();
    }

    @Test
    void forgetsTheOldestWhenItHasReadTwoBlocksMore() throws MalformedTransaction {
        Leg leg = new Leg(new AccountId(1), new AccountId(2), BILL, 1);
        List<Leg> legs = Collections.nCopies(2_500, leg);
        byte[] first = envelope(0, new SettleNow(legs, Optional.empty()));
        known.remember(known.read(first));
        int inOneBlock = BlockLimits.ENVELOPES_BYTES_MAX / first.length;
        int request = 0;

        while (++request < inOneBlock) {
            known.remember(known.read(envelope(request, new SettleNow(legs, Optional.empty()))));
        }
        assertThat(known.find(first)).isPresent();
        while (++request <= 2 * inOneBlock + 1) {
            known.remember(known.read(envelope(request, new SettleNow(legs, Optional.empty()))));
        }

        assertThat(known.find(first)).isEmpty();
        assertThat(known.find(envelope(request - 1, new SettleNow(legs, Optional.empty()))))
                .isPresent();
    }

    @Test
    void aBlockIsReadAndVerifiedByOthersBeforeItIsExecuted() {
        List<byte[]> envelopes = List.of(transfer(1), new byte[] {1}, transfer(2));

        new SignatureCrew(known, signatures, tasks::add).startOn(block(envelopes));
        tasks.forEach(Runnable::run);

        assertThat(known.find(envelopes.get(0))).isPresent();
        assertThat(known.find(envelopes.get(1))).isEmpty();
        assertThat(known.find(envelopes.get(2))).isPresent();
        assertThat(verified).isEqualTo(2);
    }

    @Test
    void whatIsExecutedIsLetGoOf() throws Exception {
        List<byte[]> envelopes = List.of(transfer(1), new byte[] {1}, transfer(2));
        SignatureCrew crew = new SignatureCrew(known, signatures, tasks::add);
        crew.finish(block(envelopes));

        crew.done(block(envelopes.subList(0, 2)));

        assertThat(known.find(envelopes.get(0))).isEmpty();
        assertThat(known.find(envelopes.get(2))).isPresent();
    }

    @Test
    void whatWasLetGoOfMakesRoom() throws MalformedTransaction {
        Leg leg = new Leg(new AccountId(1), new AccountId(2), BILL, 1);
        SettleNow large = new SettleNow(Collections.nCopies(2_500, leg), Optional.empty());
        byte[] first = envelope(0, large);
        known.remember(known.read(first));
        int inOneBlock = BlockLimits.ENVELOPES_BYTES_MAX / first.length;

        for (int request = 1; request <= 3 * inOneBlock; request++) {
            byte[] next = envelope(request, large);
            known.remember(known.read(next));
            known.forget(next);
        }

        assertThat(known.find(first)).isPresent();
    }

    @Test
    void nobodyLooksAgainAtATransactionThatIsKnown() throws Exception {
        List<byte[]> envelopes = List.of(transfer(1), transfer(2));
        SignatureCrew crew = new SignatureCrew(known, signatures, tasks::add);
        crew.finish(block(envelopes));
        assertThat(verified).isEqualTo(2);

        crew.startOn(block(envelopes));
        crew.finish(block(envelopes));

        assertThat(tasks).isEmpty();
        assertThat(verified).isEqualTo(2);
    }

    @Test
    void whatNobodyElseHasTimeForIsReadWhenItIsToBeExecuted() throws Exception {
        List<byte[]> envelopes = new ArrayList<>();
        for (int request = 1; request <= 40; request++) {
            envelopes.add(transfer(request));
        }
        SignatureCrew crew = new SignatureCrew(known, signatures, task -> {
            throw new RejectedExecutionException("busy");
        });

        crew.startOn(block(envelopes));
        assertThat(verified).isZero();
        crew.finish(block(envelopes));

        assertThat(envelopes)
                .allSatisfy(envelope -> assertThat(known.find(envelope)).isPresent());
        assertThat(verified).isEqualTo(40);
    }
}
