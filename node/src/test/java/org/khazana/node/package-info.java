/** Tests of the whole node, and what they share. */
@NullMarked
package org.khazana.node;

import org.jspecify.annotations.NullMarked;
