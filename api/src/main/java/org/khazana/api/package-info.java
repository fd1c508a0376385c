/**
 * The HTTP interface of a node and the Java client for it. Asks the node for everything through a port of its own, and
 * depends on {@code ledger} only.
 */
@NullMarked
package org.khazana.api;

import org.jspecify.annotations.NullMarked;
