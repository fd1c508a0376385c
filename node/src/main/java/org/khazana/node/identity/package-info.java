/**
 * Who a node is towards the other validators and how it knows them: the node's TLS key, and the keys that the
 * ledger has of them. Implements the port of {@code node.transport}; knows no Netty.
 */
@NullMarked
package org.khazana.node.identity;

import org.jspecify.annotations.NullMarked;
