/**
 * The way in: from HTTP and from peers to the leader, and the answers back. Implements what {@code api} and {@code
 * transport} ask for. Depends on {@code apply}, {@code transport}, {@code consensus}, {@code ledger} and {@code storage}.
 */
@NullMarked
package org.khazana.node.gateway;

import org.jspecify.annotations.NullMarked;
