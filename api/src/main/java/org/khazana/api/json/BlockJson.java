package org.khazana.api.json;

import java.time.Instant;
import java.util.List;
import org.khazana.api.port.BlockSummary;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.transaction.TransactionId;

/**
 * A committed block; hashes in hexadecimal.
 *
 * @param time ISO 8601 instant with milliseconds, UTC
 * @param certificateHash of the certificate of an earlier block that this one carries; zeros if it carries none
 * @param transactions ids in order
 */
public record BlockJson(
        long height,
        String hash,
        String parentHash,
        int version,
        String chainId,
        long term,
        String proposer,
        String time,
        String transactionsRoot,
        int transactionCount,
        String validatorSetHash,
        String certificateHash,
        List<String> transactions) {

    public static BlockJson of(BlockSummary block) {
        BlockHeader header = block.header();
        return new BlockJson(
                header.height(),
                block.hash().toString(),
                header.parentHash().toString(),
                header.version(),
                header.chainId().toString(),
                header.term(),
                header.proposer(),
                Instant.ofEpochMilli(header.timeMillis()).toString(),
                header.transactionsRoot().toString(),
                header.transactionCount(),
                header.validatorSetHash().toString(),
                header.certificateHash().toString(),
                block.transactions().stream().map(TransactionId::toString).toList());
    }
}
