package org.khazana.node.transport;

import java.util.List;
import java.util.function.Consumer;

/** The validators that can be asked for parts of their state. */
public interface SnapshotPeers {

    /** The ids of those that can be asked now, in order. */
    List<String> connected();

    /** Asks one of them; {@code answer} is called exactly once, on any thread. */
    void ask(String validator, SnapshotQuestion question, Consumer<SnapshotAnswer> answer);
}
