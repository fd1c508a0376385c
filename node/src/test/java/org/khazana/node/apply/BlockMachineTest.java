package org.khazana.node.apply;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.EntryOrigin;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.BlockExecutor;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.execution.Founding;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.RecountAsset;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.ledger.wire.TransactionCodec;
import org.khazana.node.membership.MembershipPlan;
import org.khazana.node.membership.MembershipWatch;
import org.khazana.simulation.contract.BlockResults;
import org.khazana.storage.state.LedgerStore;
import org.slf4j.LoggerFactory;

/** What a node says when it executes a block in which the ledger finds itself wrong. */
class BlockMachineTest {
    private static final ChainId CHAIN = new ChainId(Hash.of(new byte[Hash.BYTES]));
    private static final EntryMetadata GENESIS =
            new EntryMetadata(new EntryId(new Term(0), 0), 0, EntryHash.of(new byte[EntryHash.BYTES]));
    private static final AssetCode RUPEE = new AssetCode("PKR");
    private static final PartyId AUDITOR = new PartyId(1);
    private static final byte[] PRIVATE_KEY = new byte[32];
    private static final long NOW_MILLIS = 1_700_000_000_000L;

    private final Logger logger = (Logger) LoggerFactory.getLogger(BlockMachine.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final List<BlockResult> executed = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();

    @TempDir
    Path folder;

    private LedgerStore store;

    @BeforeEach
    void open() {
        store = LedgerStore.open(folder);
        said.start();
        logger.addAppender(said);
    }

    @AfterEach
    void close() {
        logger.detachAppender(said);
        store.close();
    }

    private static ValidatorSet validators() {
        Validator only = new Validator(
                "a", 1, "Ministry", Group.GOVERNMENT, Duty.VOTER, CHAIN.hash(), publicKey(), Optional.empty());
        return new ValidatorSet(0, List.of(only), List.of());
    }

    private static PublicKey publicKey() {
        return Ed25519.publicKeyOf(PRIVATE_KEY);
    }

    private static List<Change> founding() {
        return Founding.changes(
                List.of(Founding.Participant.active(AUDITOR, "auditor", Set.of(Role.AUDITOR, Role.GOVERNOR))),
                List.of(PartyKey.of(publicKey(), AUDITOR)),
                List.of(),
                List.of(new Founding.Currency(RUPEE, 2)),
                validators());
    }

    /** Counts all rupees once more, in block 1. */
    private void recount() {
        Configuration alone = MembershipPlan.aim(validators());
        MembershipWatch membership = new MembershipWatch(store.view(), alone);
        KnownSignatures signatures = new KnownSignatures(Ed25519.verifier());
        KnownTransactions known = new KnownTransactions(CHAIN);
        BlockMachine machine = new BlockMachine(
                new BlockExecutor(CHAIN, signatures, known),
                new SignatureCrew(known, signatures, Runnable::run),
                store,
                membership,
                (block, head, inForce) -> heads.add(head),
                executed::add);
        EntryOrigin origin =
                new EntryOrigin(new EntryId(new Term(1), 1), GENESIS, NOW_MILLIS, new MemberId("a", 1), alone);

        machine.apply(
                Proposers.factory(CHAIN).create(origin, new EntryContent.Proposals(List.of(Payload.wrap(envelope())))));
    }

    private static byte[] envelope() {
        byte[] body = TransactionCodec.encodeBody(new TransactionBody(
                CHAIN, new RequestId(1, 1), AUDITOR, 0, NOW_MILLIS + 1_000, new RecountAsset(RUPEE, 0, 1_000)));
        byte[] signature = Ed25519.sign(PRIVATE_KEY, TransactionCodec.signingBytes(CHAIN, body));
        return TransactionCodec.encodeEnvelope(body, List.of(TransactionSignature.of(publicKey(), signature)));
    }

    @Test
    void aRecountThatAddsUpIsNothingToTalkAbout() {
        store.found(BlockResults.CHAIN, founding());

        recount();

        assertThat(executed).hasSize(1);
        assertThat(store.view().lastRecount(RUPEE)).isPresent();
        assertThat(said.list).isEmpty();
    }

    @Test
    void moneyThatNobodyHoldsIsToldInTheLog() {
        Asset rupee = Asset.currency(RUPEE, 2).withOutstandingUnits(7);
        List<Change> wrong = new ArrayList<>(founding());
        wrong.add(Tables.ASSETS.put(rupee));
        store.found(BlockResults.CHAIN, wrong);

        recount();

        assertThat(said.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getFormattedMessage())
                    .startsWith("BUSINESS HAS STOPPED, the ledger found itself wrong: recount of PKR, MISMATCH");
        });
    }
}
