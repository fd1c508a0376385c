/**
 * The story that {@code khazana demo} tells: a treasury bill from its terms to its holders on four validators, one of
 * which is killed on the way. Speaks to the validators as any client does, over HTTP; nothing of the node's inside is
 * used.
 */
@NullMarked
package org.khazana.node.demo;

import org.jspecify.annotations.NullMarked;
