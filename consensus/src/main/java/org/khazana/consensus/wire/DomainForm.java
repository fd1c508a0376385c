package org.khazana.consensus.wire;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.PreVoteRequest;
import org.khazana.consensus.message.PreVoteResponse;
import org.khazana.consensus.message.ReadId;
import org.khazana.consensus.message.ReadIndexRequest;
import org.khazana.consensus.message.ReadIndexResponse;
import org.khazana.consensus.message.Readmission;
import org.khazana.consensus.message.SnapshotOffer;
import org.khazana.consensus.message.TimeoutNow;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.consensus.wire.v1.AppendAccepted;
import org.khazana.consensus.wire.v1.AppendRejected;
import org.khazana.consensus.wire.v1.Entry;

/** From the generated classes to our records; every number and length is checked on the way. */
final class DomainForm {
    private DomainForm() {}

    static PreVoteRequest of(org.khazana.consensus.wire.v1.PreVoteRequest wire) throws MalformedMessage {
        return new PreVoteRequest(term(wire.getTerm()), id(wire.getLast()), wire.getNumber());
    }

    static PreVoteResponse of(org.khazana.consensus.wire.v1.PreVoteResponse wire) throws MalformedMessage {
        return new PreVoteResponse(term(wire.getTerm()), wire.getGranted(), wire.getNumber());
    }

    static VoteRequest of(org.khazana.consensus.wire.v1.VoteRequest wire) throws MalformedMessage {
        return new VoteRequest(term(wire.getTerm()), id(wire.getLast()), wire.getIsHandover());
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
                readmission(wire),
                notNegative("round", wire.getRound()));
    }

    private static Optional<Readmission> readmission(org.khazana.consensus.wire.v1.AppendRequest wire)
            throws MalformedMessage {
        return wire.hasReadmission()
                ? Optional.of(new Readmission(
                        wire.getReadmission().getRecovery(),
                        notNegative("index", wire.getReadmission().getIndex())))
                : Optional.empty();
    }

    static AppendResponse.Accepted of(AppendAccepted wire) throws MalformedMessage {
        return new AppendResponse.Accepted(
                term(wire.getTerm()),
                notNegative("match index", wire.getMatchIndex()),
                wire.getRecovery(),
                notNegative("round", wire.getRound()));
    }

    static AppendResponse.Rejected of(AppendRejected wire) throws MalformedMessage {
        return new AppendResponse.Rejected(
                term(wire.getTerm()),
                notNegative("rejected index", wire.getRejectedIndex()),
                id(wire.getHint()),
                wire.getRecovery(),
                notNegative("round", wire.getRound()));
    }

    static SnapshotOffer of(org.khazana.consensus.wire.v1.SnapshotOffer wire) throws MalformedMessage {
        EntryMetadata last = new EntryMetadata(
                id(wire.getLast().getId()),
                wire.getLast().getTimeMillis(),
                hash(wire.getLast().getHash()));
        return new SnapshotOffer(
                term(wire.getTerm()),
                last,
                ConfigurationForm.of(wire.getConfiguration()),
                notNegative("round", wire.getRound()));
    }

    static TimeoutNow of(org.khazana.consensus.wire.v1.TimeoutNow wire) throws MalformedMessage {
        return new TimeoutNow(term(wire.getTerm()));
    }

    static ReadIndexRequest of(org.khazana.consensus.wire.v1.ReadIndexRequest wire) throws MalformedMessage {
        return new ReadIndexRequest(term(wire.getTerm()), of(wire.getId()));
    }

    static ReadIndexResponse of(org.khazana.consensus.wire.v1.ReadIndexResponse wire) throws MalformedMessage {
        return new ReadIndexResponse(term(wire.getTerm()), of(wire.getId()), notNegative("index", wire.getIndex()));
    }

    private static ReadId of(org.khazana.consensus.wire.v1.ReadId wire) throws MalformedMessage {
        return new ReadId(wire.getProcess(), notNegative("read number", wire.getNumber()));
    }

    private static LogEntry entry(Entry wire) throws MalformedMessage {
        Optional<Configuration> configuration =
                wire.hasConfiguration() ? Optional.of(ConfigurationForm.of(wire.getConfiguration())) : Optional.empty();
        return new LogEntry(
                id(wire.getId()),
                wire.getTimeMillis(),
                hash(wire.getParentHash()),
                hash(wire.getHash()),
                Payload.wrap(wire.getPayload().toByteArray()),
                configuration);
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
