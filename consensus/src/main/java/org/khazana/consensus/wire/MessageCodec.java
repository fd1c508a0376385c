package org.khazana.consensus.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.message.PreVoteRequest;
import org.khazana.consensus.message.PreVoteResponse;
import org.khazana.consensus.message.ReadIndexRequest;
import org.khazana.consensus.message.ReadIndexResponse;
import org.khazana.consensus.message.SnapshotOffer;
import org.khazana.consensus.message.TimeoutNow;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.consensus.wire.v1.RaftMessage;

/** Messages to bytes and back, in the form of {@code raft.proto}. */
public final class MessageCodec {

    /** Largest encoded message: one full append, or one entry of the largest size, with room for its frame. */
    public static final int MESSAGE_BYTES_MAX = 4 << 20;

    private MessageCodec() {}

    /** The bytes of {@code message}; at most {@link #MESSAGE_BYTES_MAX} for what a core with sane settings sends. */
    public static byte[] encode(Message message) {
        RaftMessage.Builder wire = RaftMessage.newBuilder();
        switch (message) {
            case PreVoteRequest request -> wire.setPreVoteRequest(WireForm.of(request));
            case PreVoteResponse response -> wire.setPreVoteResponse(WireForm.of(response));
            case VoteRequest request -> wire.setVoteRequest(WireForm.of(request));
            case VoteResponse response -> wire.setVoteResponse(WireForm.of(response));
            case AppendRequest request -> wire.setAppendRequest(WireForm.of(request));
            case AppendResponse.Accepted accepted -> wire.setAppendAccepted(WireForm.of(accepted));
            case AppendResponse.Rejected rejected -> wire.setAppendRejected(WireForm.of(rejected));
            case SnapshotOffer offer -> wire.setSnapshotOffer(WireForm.of(offer));
            case TimeoutNow request -> wire.setTimeoutNow(WireForm.of(request));
            case ReadIndexRequest request -> wire.setReadIndexRequest(WireForm.of(request));
            case ReadIndexResponse response -> wire.setReadIndexResponse(WireForm.of(response));
        }
        return wire.build().toByteArray();
    }

    /**
     * Reads one whole message.
     *
     * @throws MalformedMessage if {@code bytes} are anything else, or more than a bound allows
     */
    public static Message decode(byte[] bytes) throws MalformedMessage {
        if (bytes.length > MESSAGE_BYTES_MAX) {
            throw new MalformedMessage(bytes.length + " bytes, more than " + MESSAGE_BYTES_MAX);
        }
        RaftMessage wire;
        try {
            wire = RaftMessage.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedMessage("not in the form of raft.proto: " + e.getMessage(), e);
        }
        return switch (wire.getKindCase()) {
            case PRE_VOTE_REQUEST -> DomainForm.of(wire.getPreVoteRequest());
            case PRE_VOTE_RESPONSE -> DomainForm.of(wire.getPreVoteResponse());
            case VOTE_REQUEST -> DomainForm.of(wire.getVoteRequest());
            case VOTE_RESPONSE -> DomainForm.of(wire.getVoteResponse());
            case APPEND_REQUEST -> DomainForm.of(wire.getAppendRequest());
            case APPEND_ACCEPTED -> DomainForm.of(wire.getAppendAccepted());
            case APPEND_REJECTED -> DomainForm.of(wire.getAppendRejected());
            case SNAPSHOT_OFFER -> DomainForm.of(wire.getSnapshotOffer());
            case TIMEOUT_NOW -> DomainForm.of(wire.getTimeoutNow());
            case READ_INDEX_REQUEST -> DomainForm.of(wire.getReadIndexRequest());
            case READ_INDEX_RESPONSE -> DomainForm.of(wire.getReadIndexResponse());
            case KIND_NOT_SET -> throw new MalformedMessage("no kind of message that is known here");
        };
    }
}
