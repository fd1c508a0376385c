/**
 * The story that {@code khazana demo} tells: a treasury bill, from the ceiling of its programme to its holders here and abroad, on
 * four validators, one of which is killed on the way. Speaks to the validators as any client does, over HTTP; nothing of the inside of a
 * running node is used.
 */
@NullMarked
package org.khazana.node.demo;

import org.jspecify.annotations.NullMarked;
