/**
 * The HTTP server: its table of contents, its limits, and problem documents for whatever goes wrong before an
 * endpoint is reached. Knows every package of this module except {@code client}.
 */
@NullMarked
package org.khazana.api.server;

import org.jspecify.annotations.NullMarked;
