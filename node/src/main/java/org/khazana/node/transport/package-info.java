/**
 * Connections between validators: Netty, mutual TLS 1.3, length-prefixed frames. Each node opens one connection to each
 * peer and sends its own messages there; answers to forwarded submissions come back on the same connection. The only
 * package that knows Netty. Depends on {@code consensus} and on the ledger's ids.
 */
@NullMarked
package org.khazana.node.transport;

import org.jspecify.annotations.NullMarked;
