/**
 * A client for Java programs: the command line, the demo, load tests. Knows {@code json} for the shapes of the answers
 * and nothing of the server.
 */
@NullMarked
package org.khazana.api.client;

import org.jspecify.annotations.NullMarked;
