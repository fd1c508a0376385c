package org.khazana.node.snapshot;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.port.FetchedSnapshot;
import org.khazana.consensus.port.LogReader;
import org.khazana.consensus.port.SnapshotFetcher;
import org.khazana.ledger.block.Membership;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.proof.AppointmentStep;
import org.khazana.ledger.proof.TestimonyVerifier;
import org.khazana.ledger.proof.Vouched;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.node.membership.Roster;
import org.khazana.node.transport.SnapshotAnswer;
import org.khazana.node.transport.SnapshotPeers;
import org.khazana.node.transport.SnapshotQuestion;
import org.khazana.node.transport.SparingLog;
import org.khazana.storage.snapshot.IncomingState;
import org.khazana.storage.snapshot.MalformedSnapshot;
import org.khazana.storage.snapshot.ManifestCodec;
import org.khazana.storage.snapshot.SnapshotManifest;
import org.khazana.storage.snapshot.SnapshotPaths;
import org.khazana.storage.snapshot.SnapshotVoucher;
import org.khazana.storage.snapshot.StateInstallation;
import org.khazana.storage.snapshot.VoucherCheck;
import org.khazana.storage.snapshot.VoucherCodec;
import org.khazana.storage.state.LedgerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the state that a leader offers, on a thread of its own, and has it installed. What was fetched before a restart
 * is kept; a validator that dies or does not hold that state is left for another one.
 */
final class SnapshotFetching implements SnapshotFetcher {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotFetching.class);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LOG_POLL_MILLIS = 20;

    private final Own own;
    private final Transfer transfer;
    private final SnapshotPeers peers;
    private final Executor fetcher;
    private final Installing installing;
    /** Those who have promised what was refused afterwards; they are asked last. */
    private final Set<String> doubted = ConcurrentHashMap.newKeySet();

    /** Who has promised the state that is being fetched; unknown after a restart. */
    private final AtomicReference<Optional<String>> promisedBy = new AtomicReference<>(Optional.empty());

    private final SparingLog refusals = new SparingLog();
    private final AtomicReference<Optional<Offer>> newest = new AtomicReference<>(Optional.empty());
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicLong notBeforeNanos = new AtomicLong(Long.MIN_VALUE);

    /**
     * What the node has.
     *
     * @param founding the configuration that the genesis stands for
     * @param testimonies asks whether validators vouch for a head, and trusts the genesis only
     */
    record Own(
            ChainId chainId,
            Configuration founding,
            TestimonyVerifier testimonies,
            LedgerStore store,
            LogReader log,
            SnapshotPaths paths,
            LongSupplier nanos) {}

    /**
     * How a fetched state gets to its place.
     *
     * @param install hands it to the replica
     * @param exchanging runs the exchange while nothing else touches the kept snapshot
     * @param installed told right after it, on the thread that applies blocks
     */
    record Installing(
            Consumer<FetchedSnapshot> install,
            Consumer<Runnable> exchanging,
            BiConsumer<SnapshotManifest, SnapshotVoucher> installed) {}

    /** What became of an attempt. */
    private enum Fetched {
        SOUND,
        USELESS,
        UNFINISHED
    }

    private record Offer(String validator, EntryMetadata last) {}

    /**
     * Fetches nothing yet.
     *
     * @param fetcher one thread, which may be kept waiting
     */
    SnapshotFetching(Own own, SnapshotPeers peers, Throttle throttle, Executor fetcher, Installing installing) {
        this.own = own;
        this.transfer = new Transfer(peers, throttle, own.store()::appliedHeight);
        this.peers = peers;
        this.fetcher = fetcher;
        this.installing = installing;
    }

    @Override
    public void wanted(MemberId offeredBy, EntryMetadata last, Configuration configuration) {
        newest.set(Optional.of(new Offer(offeredBy.validator(), last)));
        if (own.nanos().getAsLong() >= notBeforeNanos.get() && busy.compareAndSet(false, true)) {
            try {
                fetcher.execute(this::run);
            } catch (RejectedExecutionException closing) {
                busy.set(false);
            }
        }
    }

    private void run() {
        try {
            fetch(Objects.requireNonNull(newest.get()).orElseThrow());
        } catch (UncheckedIOException failure) {
            LOG.warn("a snapshot cannot be fetched now: {}", failure.getMessage());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            notBeforeNanos.set(own.nanos().getAsLong() + PAUSE_NANOS);
            busy.set(false);
        }
    }

    private void fetch(Offer offer) throws InterruptedException {
        StateInstallation installation = new StateInstallation(own.paths());
        if (own.store().appliedHeight() >= offer.last().index() || !installation.finishIfKnownTo(own.log())) {
            return;
        }
        Optional<IncomingState> begun = resume();
        if (begun.isEmpty()) {
            begun = begin(offer);
        }
        if (begun.isPresent()) {
            SnapshotManifest manifest = begun.get().manifest();
            SnapshotVoucher voucher = begun.get().voucher();
            switch (fetched(begun.get(), offer)) {
                case SOUND -> install(manifest, voucher, installation);
                case USELESS -> IncomingState.discard(own.paths());
                case UNFINISHED -> {}
            }
        }
    }

    private Fetched fetched(IncomingState begun, Offer offer) throws InterruptedException {
        try (IncomingState incoming = begun) {
            Fetched fetched = fetchFromAll(incoming, offer);
            if (fetched == Fetched.SOUND) {
                incoming.verify(vouchers());
                requireSameMembership(incoming);
                incoming.settle();
            }
            return fetched;
        } catch (MalformedSnapshot wrong) {
            Optional<String> liar = Objects.requireNonNull(promisedBy.get());
            liar.ifPresent(doubted::add);
            LOG.error(
                    "the state of block {} that {} has promised is refused: {} ({})",
                    begun.manifest().height(),
                    liar.orElse("somebody"),
                    wrong.getMessage(),
                    wrong.doubt());
            return Fetched.USELESS;
        }
    }

    /** Consensus goes on with the configuration of the manifest, the ledger with that of the state. */
    private void requireSameMembership(IncomingState incoming) throws MalformedSnapshot {
        Membership ofState = incoming.membership().orElseGet(() -> Roster.membership(own.founding()));
        if (!Roster.membership(incoming.manifest().configuration()).equals(ofState)) {
            throw new MalformedSnapshot("its manifest says that others take part than the state does");
        }
    }

    /** What an earlier attempt has left, unless the state in use is as new by now. */
    private Optional<IncomingState> resume() {
        Optional<IncomingState> begun = IncomingState.resume(own.paths());
        if (begun.isPresent() && begun.get().manifest().height() <= own.store().appliedHeight()) {
            begun.get().close();
            IncomingState.discard(own.paths());
            return Optional.empty();
        }
        begun.ifPresent(incoming -> LOG.info(
                "goes on fetching the state of block {}: {} of {} chunks are here",
                incoming.manifest().height(),
                incoming.nextChunk(),
                incoming.manifest().chunks().size()));
        return begun;
    }

    /** Asks the leader first, and then the others: it may be that only the leader lies. */
    private Optional<IncomingState> begin(Offer offer) throws InterruptedException {
        for (String source : sources(offer)) {
            Optional<Promised> promised = promisedBy(source, offer);
            if (promised.isPresent()) {
                SnapshotManifest manifest = promised.get().manifest();
                LOG.info(
                        "fetches the state of block {} from {}, as the blocks it lacks are forgotten there: {} bytes in"
                                + " {} chunks; {} of {} validators vouch for it",
                        manifest.height(),
                        source,
                        manifest.totalBytes(),
                        manifest.chunks().size(),
                        promised.get().vouched().signers().size(),
                        promised.get().vouched().voterCount());
                promisedBy.set(Optional.of(source));
                return Optional.of(IncomingState.begin(
                        own.paths(), manifest, promised.get().voucher()));
            }
        }
        return Optional.empty(); // while the leader offers one, all are asked again
    }

    /** What somebody says that it holds, and for which validators vouch. */
    private record Promised(SnapshotManifest manifest, SnapshotVoucher voucher, Vouched vouched) {}

    private Optional<Promised> promisedBy(String source, Offer offer) throws InterruptedException {
        SnapshotAnswer answer = Transfer.await(
                transfer.ask(source, new SnapshotQuestion.Manifest(offer.last().index())));
        if (!(answer instanceof SnapshotAnswer.Manifest manifest)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    believed(ManifestCodec.decode(manifest.bytes()), VoucherCodec.decode(manifest.voucher()), offer));
        } catch (MalformedSnapshot refused) {
            doubted.add(source);
            refusals.error(
                    "snapshot of " + source,
                    "the state that " + source + " offers is refused: " + refused.getMessage() + " (" + refused.doubt()
                            + ")");
            return Optional.empty();
        }
    }

    /** Nothing is believed that the validators do not vouch for, whoever leads. */
    private Promised believed(SnapshotManifest manifest, SnapshotVoucher voucher, Offer offer)
            throws MalformedSnapshot {
        Vouched vouched = vouchers().check(manifest.origin(), voucher);
        for (AppointmentStep step : voucher.testimony().steps()) {
            requireOwnPast(step.certificate().head());
        }
        if (manifest.height() < offer.last().index()) {
            throw new MalformedSnapshot("it ends with block " + manifest.last().id() + ", and the leader has "
                    + offer.last().id());
        }
        return new Promised(manifest, voucher, vouched);
    }

    /** Validators that were replaced can sign what never was; here it is known who was appointed up to now. */
    private void requireOwnPast(Head appointing) throws MalformedSnapshot {
        Optional<Head> ours = own.store().head(appointing.height());
        if (ours.isPresent() && !ours.get().equals(appointing)) {
            throw new MalformedSnapshot(
                    "it goes back to another block " + appointing.height() + " than was executed here");
        }
    }

    private VoucherCheck vouchers() {
        long epoch = own.store().read(LedgerView::newestValidators).epoch();
        return new VoucherCheck(own.chainId(), own.testimonies().expecting(epoch));
    }

    /** The leader first, and whoever has promised what was wrong last. */
    private List<String> sources(Offer offer) {
        List<String> sources = new ArrayList<>(List.of(offer.validator()));
        peers.connected().stream()
                .filter(validator -> !sources.contains(validator))
                .forEach(sources::add);
        sources.sort(Comparator.comparing(doubted::contains));
        return sources;
    }

    /** Only when nobody holds that state any more is it given up. */
    private Fetched fetchFromAll(IncomingState incoming, Offer offer) throws InterruptedException {
        boolean isGoneEverywhere = true;
        for (String source : sources(offer)) {
            switch (transfer.run(incoming, source)) {
                case COMPLETE -> {
                    return Fetched.SOUND;
                }
                case OVERTAKEN -> {
                    return Fetched.USELESS;
                }
                case NOT_THERE -> {}
                case FAILED -> isGoneEverywhere = false;
            }
        }
        if (isGoneEverywhere) {
            LOG.info(
                    "nobody holds the state of block {} any more",
                    incoming.manifest().height());
        }
        return isGoneEverywhere ? Fetched.USELESS : Fetched.UNFINISHED;
    }

    /** Nothing else is fetched before state and log fit each other again. */
    private void install(SnapshotManifest manifest, SnapshotVoucher voucher, StateInstallation installation)
            throws InterruptedException {
        CompletableFuture<Boolean> isInstalled = new CompletableFuture<>();
        installing
                .install()
                .accept(new FetchedState(
                        manifest,
                        installation,
                        own.store(),
                        installing.exchanging(),
                        () -> installing.installed().accept(manifest, voucher),
                        isInstalled));
        try {
            if (!isInstalled.get()) {
                IncomingState.discard(own.paths());
                return;
            }
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("an installation that fails ends the process", impossible);
        }
        LOG.info("stands on the fetched state of block {}", manifest.height());
        while (!installation.finishIfKnownTo(own.log())) {
            TimeUnit.MILLISECONDS.sleep(LOG_POLL_MILLIS);
        }
    }
}
