package org.khazana.consensus.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.PreVoteRequest;
import org.khazana.consensus.message.PreVoteResponse;
import org.khazana.consensus.message.ReadId;
import org.khazana.consensus.message.ReadIndexRequest;
import org.khazana.consensus.message.ReadIndexResponse;
import org.khazana.consensus.message.SnapshotOffer;
import org.khazana.consensus.message.TimeoutNow;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.consensus.wire.v1.AppendAccepted;
import org.khazana.consensus.wire.v1.AppendRejected;
import org.khazana.consensus.wire.v1.Entry;
import org.khazana.consensus.wire.v1.EntryId;

/** From our records to the generated classes. Payloads are shared, not copied: nobody changes them. */
final class WireForm {
    private WireForm() {}

    static org.khazana.consensus.wire.v1.PreVoteRequest of(PreVoteRequest request) {
        return org.khazana.consensus.wire.v1.PreVoteRequest.newBuilder()
                .setTerm(request.term().number())
                .setLast(of(request.last()))
                .setNumber(request.number())
                .build();
    }

    static org.khazana.consensus.wire.v1.PreVoteResponse of(PreVoteResponse response) {
        return org.khazana.consensus.wire.v1.PreVoteResponse.newBuilder()
                .setTerm(response.term().number())
                .setGranted(response.granted())
                .setNumber(response.number())
                .build();
    }

    static org.khazana.consensus.wire.v1.VoteRequest of(VoteRequest request) {
        return org.khazana.consensus.wire.v1.VoteRequest.newBuilder()
                .setTerm(request.term().number())
                .setLast(of(request.last()))
                .setIsHandover(request.isHandover())
                .build();
    }

    static org.khazana.consensus.wire.v1.VoteResponse of(VoteResponse response) {
        return org.khazana.consensus.wire.v1.VoteResponse.newBuilder()
                .setTerm(response.term().number())
                .setGranted(response.granted())
                .build();
    }

    static org.khazana.consensus.wire.v1.AppendRequest of(AppendRequest request) {
        org.khazana.consensus.wire.v1.AppendRequest.Builder wire =
                org.khazana.consensus.wire.v1.AppendRequest.newBuilder()
                        .setTerm(request.term().number())
                        .setPrevious(of(request.previous()))
                        .setPreviousHash(of(request.previousHash()))
                        .setCommitIndex(request.commitIndex())
                        .setRound(request.round());
        request.readmission()
                .ifPresent(readmission -> wire.setReadmission(org.khazana.consensus.wire.v1.Readmission.newBuilder()
                        .setRecovery(readmission.recovery())
                        .setIndex(readmission.index())));
        request.entries().forEach(entry -> wire.addEntries(of(entry)));
        return wire.build();
    }

    static AppendAccepted of(AppendResponse.Accepted accepted) {
        return AppendAccepted.newBuilder()
                .setTerm(accepted.term().number())
                .setMatchIndex(accepted.matchIndex())
                .setRecovery(accepted.recovery())
                .setRound(accepted.round())
                .build();
    }

    static AppendRejected of(AppendResponse.Rejected rejected) {
        return AppendRejected.newBuilder()
                .setTerm(rejected.term().number())
                .setRejectedIndex(rejected.rejectedIndex())
                .setHint(of(rejected.hint()))
                .setRecovery(rejected.recovery())
                .setRound(rejected.round())
                .build();
    }

    static org.khazana.consensus.wire.v1.SnapshotOffer of(SnapshotOffer offer) {
        return org.khazana.consensus.wire.v1.SnapshotOffer.newBuilder()
                .setTerm(offer.term().number())
                .setLast(of(offer.last()))
                .setConfiguration(ConfigurationForm.of(offer.configuration()))
                .setRound(offer.round())
                .build();
    }

    static org.khazana.consensus.wire.v1.TimeoutNow of(TimeoutNow request) {
        return org.khazana.consensus.wire.v1.TimeoutNow.newBuilder()
                .setTerm(request.term().number())
                .build();
    }

    static org.khazana.consensus.wire.v1.ReadIndexRequest of(ReadIndexRequest request) {
        return org.khazana.consensus.wire.v1.ReadIndexRequest.newBuilder()
                .setTerm(request.term().number())
                .setId(of(request.id()))
                .build();
    }

    static org.khazana.consensus.wire.v1.ReadIndexResponse of(ReadIndexResponse response) {
        return org.khazana.consensus.wire.v1.ReadIndexResponse.newBuilder()
                .setTerm(response.term().number())
                .setId(of(response.id()))
                .setIndex(response.index())
                .build();
    }

    private static org.khazana.consensus.wire.v1.ReadId of(ReadId id) {
        return org.khazana.consensus.wire.v1.ReadId.newBuilder()
                .setProcess(id.process())
                .setNumber(id.number())
                .build();
    }

    private static Entry of(LogEntry entry) {
        Entry.Builder wire = Entry.newBuilder()
                .setId(of(entry.id()))
                .setTimeMillis(entry.timeMillis())
                .setParentHash(of(entry.parentHash()))
                .setHash(of(entry.hash()))
                .setPayload(UnsafeByteOperations.unsafeWrap(entry.payload().bytes()));
        entry.configuration().ifPresent(configuration -> wire.setConfiguration(ConfigurationForm.of(configuration)));
        return wire.build();
    }

    private static org.khazana.consensus.wire.v1.EntryMetadata of(EntryMetadata metadata) {
        return org.khazana.consensus.wire.v1.EntryMetadata.newBuilder()
                .setId(of(metadata.id()))
                .setTimeMillis(metadata.timeMillis())
                .setHash(of(metadata.hash()))
                .build();
    }

    private static EntryId of(org.khazana.consensus.log.EntryId id) {
        return EntryId.newBuilder()
                .setTerm(id.term().number())
                .setIndex(id.index())
                .build();
    }

    private static ByteString of(EntryHash hash) {
        return UnsafeByteOperations.unsafeWrap(hash.toBytes());
    }
}
