package org.khazana.consensus.wire;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.PreVoteRequest;
import org.khazana.consensus.message.PreVoteResponse;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.consensus.wire.v1.AppendAccepted;
import org.khazana.consensus.wire.v1.AppendRejected;
import org.khazana.consensus.wire.v1.Entry;

/** From the generated classes to our records; every number and length is checked on the way. */
final class DomainForm {
    private DomainForm() {}

    static PreVoteRequest of(org.khazana.consensus.wire.v1.PreVoteRequest wire) throws MalformedMessage {
        return new PreVoteRequest(term(wire.getTerm()), id(wire.getLast()));
    }

    static PreVoteResponse of(org.khazana.consensus.wire.v1.PreVoteResponse wire) throws MalformedMessage {
        return new PreVoteResponse(term(wire.getTerm()), wire.getGranted());
    }

    static VoteRequest of(org.khazana.consensus.wire.v1.VoteRequest wire) throws MalformedMessage {
        return new VoteRequest(term(wire.getTerm()), id(wire.getLast()));
    }

    static VoteResponse of(org.khazana.consensus.wire.v1.VoteResponse wire) throws MalformedMessage {
        return new VoteResponse(term(wire.getTerm()), wire.getGranted());
    }

    static AppendRequest of(org.khazana.consensus.wire.v1.AppendRequest wire) throws MalformedMessage {
        if (wire.getEntriesCount() > AppendRequest.ENTRIES_MAX) {
            throw new MalformedMessage(wire.getEntriesCount() + " entries, more than " + AppendRequest.ENTRIES_MAX);
        }
        List<LogEntry> entries = new ArrayList<>(wire.getEntriesCount());
        for (Entry entry : wire.getEntriesList()) {
            entries.add(entry(entry));
        }
        return new AppendRequest(
                term(wire.getTerm()),
                id(wire.getPrevious()),
                hash(wire.getPreviousHash()),
                entries,
                notNegative("commit index", wire.getCommitIndex()),
                notNegative("round", wire.getRound()));
    }

    static AppendResponse.Accepted of(AppendAccepted wire) throws MalformedMessage {
        return new AppendResponse.Accepted(
                term(wire.getTerm()),
                notNegative("match index", wire.getMatchIndex()),
                notNegative("round", wire.getRound()));
    }

    static AppendResponse.Rejected of(AppendRejected wire) throws MalformedMessage {
        return new AppendResponse.Rejected(
                term(wire.getTerm()),
                notNegative("rejected index", wire.getRejectedIndex()),
                id(wire.getHint()),
                notNegative("round", wire.getRound()));
    }

    private static LogEntry entry(Entry wire) throws MalformedMessage {
        return new LogEntry(
                id(wire.getId()),
                wire.getTimeMillis(),
                hash(wire.getParentHash()),
                hash(wire.getHash()),
                Payload.wrap(wire.getPayload().toByteArray()));
    }

    private static EntryId id(org.khazana.consensus.wire.v1.EntryId wire) throws MalformedMessage {
        return new EntryId(term(wire.getTerm()), notNegative("index", wire.getIndex()));
    }

    private static Term term(long number) throws MalformedMessage {
        return new Term(notNegative("term", number));
    }

    private static EntryHash hash(ByteString wire) throws MalformedMessage {
        if (wire.size() != EntryHash.BYTES) {
            throw new MalformedMessage("a hash of " + wire.size() + " bytes");
        }
        return EntryHash.of(wire.toByteArray());
    }

    private static long notNegative(String name, long value) throws MalformedMessage {
        if (value < 0) {
            throw new MalformedMessage(name + " is 2^63 or more");
        }
        return value;
    }
}
