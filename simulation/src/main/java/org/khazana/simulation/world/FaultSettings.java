package org.khazana.simulation.world;

import java.util.List;

/**
 * What breaks, and how often.
 *
 * @param kinds those that are on in this run, each as likely as the other
 * @param everyMicrosMean mean time between two faults
 * @param downMicrosMean mean time until a crashed member starts again
 * @param someStayBroken whether a minority stays down or half connected while the rest must agree
 */
public record FaultSettings(List<FaultKind> kinds, long everyMicrosMean, long downMicrosMean, boolean someStayBroken) {
    public FaultSettings {
        kinds = List.copyOf(kinds);
    }
}
