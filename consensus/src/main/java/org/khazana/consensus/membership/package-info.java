/** Who takes part and how many of whom must agree. Depends on nothing. */
@NullMarked
package org.khazana.consensus.membership;

import org.jspecify.annotations.NullMarked;
