/** Term and vote, kept across crashes. */
@NullMarked
package org.khazana.storage.vote;

import org.jspecify.annotations.NullMarked;
