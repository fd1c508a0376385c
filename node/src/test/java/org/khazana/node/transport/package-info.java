/** Tests of the connections between validators, over real sockets on loopback. */
@NullMarked
package org.khazana.node.transport;

import org.jspecify.annotations.NullMarked;
