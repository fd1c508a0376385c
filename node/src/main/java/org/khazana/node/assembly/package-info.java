/**
 * Where one node is put together: {@code Node} opens and connects all parts in order, and closes them in reverse. The
 * other packages of this module do not know this one, except {@code command}.
 */
@NullMarked
package org.khazana.node.assembly;

import org.jspecify.annotations.NullMarked;
