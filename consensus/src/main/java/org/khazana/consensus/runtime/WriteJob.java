package org.khazana.consensus.runtime;

import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.raft.DurableWrite;
import org.khazana.consensus.raft.Outgoing;

/**
 * What one step of the core asks of the disk.
 *
 * @param write empty when only earlier writes are waited for
 * @param messages leave when the write and all before it are durable
 */
record WriteJob(Optional<DurableWrite> write, List<Outgoing> messages) {

    long payloadBytes() {
        if (write.isEmpty()) {
            return 0;
        }
        long bytes = 0;
        for (LogEntry entry : write.get().entries()) {
            bytes += entry.payload().size();
        }
        return bytes;
    }
}
