package org.khazana.node.transport;

import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.transaction.ChainId;

/** One unit on a peer connection. */
sealed interface Frame {
    /** Raised when the meaning of frames changes; nodes of different versions refuse each other. */
    int PROTOCOL_VERSION = 3;

    /** The first frame of both sides: who speaks, in which network. */
    record Hello(int protocolVersion, ChainId chainId, String networkName, MemberId member) implements Frame {}

    /** A consensus message in its wire form. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Raft(byte[] message) implements Frame {}

    /** A consensus message that is a vote, with the sender's signature of the vote: 64 bytes. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Vote(byte[] signature, byte[] message) implements Frame {
        static final int SIGNATURE_BYTES = 64;
    }

    /** A submission for the leader; {@code correlation} comes back in the answer. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Forward(long correlation, byte[] envelope) implements Frame {}

    /** The answer to a {@link Forward}; never {@code NotConnected} or {@code Lost}. */
    record Reply(long correlation, ForwardAnswer answer) implements Frame {}

    /** Asks for a part of the state; {@code correlation} comes back in the answer. */
    record AskSnapshot(long correlation, SnapshotQuestion question) implements Frame {}

    /** The answer to an {@link AskSnapshot}; never {@code NotConnected} or {@code Lost}. */
    record SnapshotPart(long correlation, SnapshotAnswer answer) implements Frame {}

    /** What the sender has signed, or what was certified, in the form of {@code ledger.finality}. Answered by nothing. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Finality(byte[] message) implements Frame {}

    /** "I am still here." */
    record KeepAlive() implements Frame {}
}
