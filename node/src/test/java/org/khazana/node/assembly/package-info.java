/** Tests of whole nodes in one process. */
@NullMarked
package org.khazana.node.assembly;

import org.jspecify.annotations.NullMarked;
