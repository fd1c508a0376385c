/**
 * Carries the requests of a drive to validators over HTTP, by Netty: many keep-alive connections on one event loop, which
 * runs in the thread that calls, since the clients of a benchmark share the processors with those whom they measure.
 */
@NullMarked
package org.khazana.node.bench.http;

import org.jspecify.annotations.NullMarked;
