package org.khazana.simulation.world;

import org.khazana.simulation.cluster.NumberWorkload;
import org.khazana.simulation.cluster.Workload;
import org.khazana.simulation.ledger.LedgerWorkload;

/**
 * What clients do.
 *
 * @param thinkMicrosMean mean time a client waits between two proposals
 * @param proposalBytesMax size of a proposal, where it is a number
 * @param ledger whether they submit transactions to a whole ledger, instead of numbers
 */
public record LoadSettings(int clients, long thinkMicrosMean, int proposalBytesMax, boolean ledger) {
    Workload newWorkload() {
        return ledger ? new LedgerWorkload() : new NumberWorkload(proposalBytesMax);
    }
}
