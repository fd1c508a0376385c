/** What members say to each other: one record per meaning. Depends on {@code log} and {@code membership}. */
@NullMarked
package org.khazana.consensus.message;

import org.jspecify.annotations.NullMarked;
