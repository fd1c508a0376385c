package org.khazana.simulation.world;

import java.util.List;

/**
 * What breaks, and how often.
 *
 * @param kinds those that are on in this run, each as likely as the other
 * @param everyMicrosMean mean time between two faults
 * @param downMicrosMean mean time until a crashed member starts again
 * @param someStayBroken whether a minority stays down or half connected while the rest must agree
 * @param isBeyondAtlas whether more may be lost than a cluster can recover from: then only safety is demanded
 * @param changesEveryMicrosMean mean time between two wishes for another membership; 0 when it stays as it is
 */
public record FaultSettings(
        List<FaultKind> kinds,
        long everyMicrosMean,
        long downMicrosMean,
        boolean someStayBroken,
        boolean isBeyondAtlas,
        long changesEveryMicrosMean) {
    public FaultSettings {
        kinds = List.copyOf(kinds);
    }
}
