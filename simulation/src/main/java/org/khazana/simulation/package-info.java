/**
 * A world in one process, driven by one seed: time, network, disks and chance. The consensus and ledger code runs in it
 * unchanged and must keep its promises. Never shipped.
 */
@NullMarked
package org.khazana.simulation;

import org.jspecify.annotations.NullMarked;
