/** What the HTTP layer needs from a node; {@code node} implements it. */
@NullMarked
package org.khazana.api.port;

import org.jspecify.annotations.NullMarked;
