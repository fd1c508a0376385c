/** Signed transfers in any number, and a client that submits them with many requests at the same time. */
@NullMarked
package org.khazana.node.load;

import org.jspecify.annotations.NullMarked;
