package org.khazana.node.bench;

import java.nio.file.Path;
import java.util.Optional;
import org.khazana.ledger.transaction.ChainId;

/** Where a benchmark takes place: validators, and what is needed to have them do something. Closing it leaves nothing behind. */
interface Site extends AutoCloseable {
    Cluster cluster();

    /** Whether it was made for this benchmark alone, so that nobody else minds the load. */
    boolean isOwn();

    /** How many validators the network has. */
    int validators();

    ChainId chain();

    /** Folder with the keys of the founding parties. */
    Path parties();

    /** What nobody has taken on this ledger yet. */
    RegisterNames names();

    /** On which the data of validators lies; empty where it is not known. */
    Optional<Path> folder();

    /** What that folder lies on, such as {@code ext4}. */
    String fileSystem();

    @Override
    void close();
}
