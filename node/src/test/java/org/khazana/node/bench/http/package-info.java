/** Tests of the connections that carry a drive, against a server that answers as told. */
@NullMarked
package org.khazana.node.bench.http;

import org.jspecify.annotations.NullMarked;
