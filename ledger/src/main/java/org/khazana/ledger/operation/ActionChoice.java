package org.khazana.ledger.operation;

import java.util.SortedSet;
import java.util.TreeSet;
import org.khazana.ledger.instrument.AssetAction;

/** Some of the operations with an asset. */
public sealed interface ActionChoice permits PauseAsset, ResumeAsset {
    boolean issuing();

    boolean transfers();

    boolean pledging();

    boolean retiring();

    /** Those that were chosen. */
    default SortedSet<AssetAction> actions() {
        SortedSet<AssetAction> chosen = new TreeSet<>();
        if (issuing()) {
            chosen.add(AssetAction.ISSUE);
        }
        if (transfers()) {
            chosen.add(AssetAction.TRANSFER);
        }
        if (pledging()) {
            chosen.add(AssetAction.PLEDGE);
        }
        if (retiring()) {
            chosen.add(AssetAction.RETIRE);
        }
        return chosen;
    }
}
