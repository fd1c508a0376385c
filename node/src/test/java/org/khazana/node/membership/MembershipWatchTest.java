package org.khazana.node.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.node.membership.Appointed.configuration;
import static org.khazana.node.membership.Appointed.observed;
import static org.khazana.node.membership.Appointed.set;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.EntryOrigin;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.wire.BlockCodec;
import org.khazana.ledger.wire.MalformedBlock;
import org.khazana.node.apply.Proposers;
import org.khazana.simulation.contract.BlockResults;

class MembershipWatchTest {
    private static final ChainId CHAIN = new ChainId(Appointed.tlsKey('z'));
    private static final EntryMetadata PARENT =
            new EntryMetadata(new EntryId(new Term(1), 6), 1_000, EntryHash.of(new byte[Hash.BYTES]));

    private final InMemoryLedgerState ledger = new InMemoryLedgerState();

    private MembershipWatch watch(String founders) {
        appoint(0, founders);
        return new MembershipWatch(ledger, configuration(founders));
    }

    private BlockResult appoint(long epoch, String words) {
        NetChanges changes = NetChanges.of(ledger, Tables.appoint(set(epoch, words)));
        changes.writeTo(ledger);
        return BlockResults.of(7, List.of(), changes);
    }

    private static LogEntry ordinary(Configuration inForce) {
        return entry(inForce, EntryContent.NOTHING);
    }

    private static LogEntry changing(Configuration next) {
        return entry(next, new EntryContent.Membership(next));
    }

    private static LogEntry entry(Configuration inForce, EntryContent content) {
        EntryOrigin origin = new EntryOrigin(new EntryId(new Term(1), 7), PARENT, 1_000, new MemberId("a", 1), inForce);
        return Proposers.factory(CHAIN).create(origin, content);
    }

    private static BlockHeader header(LogEntry entry) throws MalformedBlock {
        return BlockCodec.decode(entry.payload().bytes()).header();
    }

    private void take(MembershipWatch watch, LogEntry entry) throws MalformedBlock {
        watch.verify(entry, header(entry), ledger);
        BlockResult result = BlockResults.of(
                entry.index(),
                List.of(),
                NetChanges.of(
                        ledger,
                        entry.configuration().stream()
                                .map(next -> Tables.MEMBERSHIP.put(Roster.membership(next)))
                                .toList()));
        result.changes().writeTo(ledger);
        watch.executed(result, ledger);
    }

    @Test
    void blocksUnderTheConfigurationInForceAreRight() {
        MembershipWatch watch = watch("A1 b1 c1");

        assertThatCode(() -> take(watch, ordinary(configuration("A1 b1 c1")))).doesNotThrowAnyException();
    }

    @Test
    void aBlockThatNamesOtherValidatorsStopsTheNode() {
        MembershipWatch watch = watch("A1 b1 c1");

        assertThatThrownBy(() -> take(watch, ordinary(configuration("A1 b1"))))
                .hasMessageContaining("names other validators");
    }

    @Test
    void aChangeTowardsTheAppointedValidatorsIsFollowed() throws MalformedBlock {
        MembershipWatch watch = watch("A1 b1 c1");
        watch.executed(appoint(1, "A1 b1 c1 d1"), ledger);
        Configuration observing = observed("A1 b1 c1", "d1");
        Configuration joint = observing.towards(configuration("A1 b1 c1 d1"));

        take(watch, changing(observing));
        take(watch, ordinary(observing));
        take(watch, changing(joint));
        take(watch, changing(joint.settled()));

        assertThat(watch.roster().inForce()).isEqualTo(configuration("A1 b1 c1 d1"));
    }

    @Test
    void aChangeThatNobodyDecidedOnStopsTheNode() {
        MembershipWatch watch = watch("A1 b1 c1");
        Configuration alone = configuration("A1 b1 c1").towards(configuration("A1"));

        assertThatThrownBy(() -> take(watch, changing(alone))).hasMessageContaining("no step");
    }

    /** The leader may not have executed the newer decision when it acted on the older one. */
    @Test
    void aStepTowardsADecisionThatWasReplacedMeanwhileIsRight() {
        MembershipWatch watch = watch("A1 b1 c1");
        appoint(1, "A1 b1 c1 d1");
        appoint(2, "A1 b1 c1 e1");

        assertThatCode(() -> take(watch, changing(observed("A1 b1 c1", "d1")))).doesNotThrowAnyException();
    }

    @Test
    void theRosterFollowsTheGovernors() {
        MembershipWatch watch = watch("A1 b1 c1");

        watch.executed(appoint(1, "A1 b1"), ledger);

        assertThat(watch.roster().appointed().epoch()).isEqualTo(1);
        assertThat(watch.roster().leaving()).hasSize(1);
    }
}
