package org.khazana.node.snapshot;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
import org.khazana.ledger.transaction.ChainId;
import org.khazana.node.membership.Roster;
import org.khazana.node.transport.SnapshotAnswer;
import org.khazana.node.transport.SnapshotPeers;
import org.khazana.node.transport.SnapshotQuestion;
import org.khazana.storage.snapshot.IncomingState;
import org.khazana.storage.snapshot.MalformedSnapshot;
import org.khazana.storage.snapshot.ManifestCodec;
import org.khazana.storage.snapshot.SnapshotManifest;
import org.khazana.storage.snapshot.SnapshotPaths;
import org.khazana.storage.snapshot.StateInstallation;
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
    private final Consumer<FetchedSnapshot> install;
    private final BiConsumer<EntryMetadata, Configuration> installed;
    private final AtomicReference<Optional<Offer>> newest = new AtomicReference<>(Optional.empty());
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicLong notBeforeNanos = new AtomicLong(Long.MIN_VALUE);

    /**
     * What the node has.
     *
     * @param founding the configuration that the genesis stands for
     */
    record Own(
            ChainId chainId,
            Configuration founding,
            LedgerStore store,
            LogReader log,
            SnapshotPaths paths,
            LongSupplier nanos) {}

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
     * @param install hands a fetched state to the replica
     * @param installed told right after the exchange, on the thread that applies blocks
     */
    SnapshotFetching(
            Own own,
            SnapshotPeers peers,
            Throttle throttle,
            Executor fetcher,
            Consumer<FetchedSnapshot> install,
            BiConsumer<EntryMetadata, Configuration> installed) {
        this.own = own;
        this.transfer = new Transfer(peers, throttle, own.store()::appliedHeight);
        this.peers = peers;
        this.fetcher = fetcher;
        this.install = install;
        this.installed = installed;
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
        Optional<IncomingState> begun = resume().or(() -> begin(offer));
        if (begun.isPresent()) {
            SnapshotManifest manifest = begun.get().manifest();
            switch (fetched(begun.get(), offer)) {
                case SOUND -> install(manifest, installation);
                case USELESS -> IncomingState.discard(own.paths());
                case UNFINISHED -> {}
            }
        }
    }

    private Fetched fetched(IncomingState begun, Offer offer) throws InterruptedException {
        try (IncomingState incoming = begun) {
            Fetched fetched = fetchFromAll(incoming, offer);
            if (fetched == Fetched.SOUND) {
                incoming.verify();
                requireSameMembership(incoming);
            }
            return fetched;
        } catch (MalformedSnapshot wrong) {
            LOG.error("the state that was fetched is refused: {}", wrong.getMessage());
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

    private Optional<IncomingState> begin(Offer offer) {
        Optional<SnapshotManifest> manifest = manifestOf(offer);
        manifest.ifPresent(found -> LOG.info(
                "fetches the state of block {} from {}, as the blocks it lacks are forgotten there: {} bytes in {} chunks",
                found.height(),
                offer.validator(),
                found.totalBytes(),
                found.chunks().size()));
        return manifest.map(found -> IncomingState.begin(own.paths(), found));
    }

    private Optional<SnapshotManifest> manifestOf(Offer offer) {
        try {
            SnapshotAnswer answer = Transfer.await(transfer.ask(
                    offer.validator(),
                    new SnapshotQuestion.Manifest(offer.last().index())));
            return answer instanceof SnapshotAnswer.Manifest manifest
                    ? Optional.of(fitting(ManifestCodec.decode(manifest.bytes()), offer))
                    : Optional.empty(); // while the leader offers it, it is asked again
        } catch (MalformedSnapshot refused) {
            LOG.error("the manifest that {} sent is refused: {}", offer.validator(), refused.getMessage());
            return Optional.empty();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private SnapshotManifest fitting(SnapshotManifest manifest, Offer offer) throws MalformedSnapshot {
        if (!manifest.chainId().equals(own.chainId())) {
            throw new MalformedSnapshot("it is of another network");
        }
        boolean isOffered =
                manifest.height() > offer.last().index() || manifest.last().equals(offer.last());
        if (!isOffered) {
            throw new MalformedSnapshot("it ends with block " + manifest.last().id() + ", and the leader has "
                    + offer.last().id());
        }
        return manifest;
    }

    /** From the leader first; only when nobody holds that state any more is it given up. */
    private Fetched fetchFromAll(IncomingState incoming, Offer offer) throws InterruptedException {
        List<String> sources = new ArrayList<>(List.of(offer.validator()));
        peers.connected().stream()
                .filter(validator -> !sources.contains(validator))
                .forEach(sources::add);
        boolean isGoneEverywhere = true;
        for (String source : sources) {
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
    private void install(SnapshotManifest manifest, StateInstallation installation) throws InterruptedException {
        CompletableFuture<Boolean> isInstalled = new CompletableFuture<>();
        install.accept(new FetchedState(
                manifest,
                installation,
                own.store(),
                () -> installed.accept(manifest.last(), manifest.configuration()),
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
