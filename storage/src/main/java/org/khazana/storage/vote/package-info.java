/**
 * Term, vote and whether entries were lost, across crashes. Depends on {@code slots}, {@code consensus.log} and
 * {@code consensus.port}.
 */
@NullMarked
package org.khazana.storage.vote;

import org.jspecify.annotations.NullMarked;
