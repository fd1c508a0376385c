/** Tests of what {@code khazana bench} draws and prints. */
@NullMarked
package org.khazana.node.bench;

import org.jspecify.annotations.NullMarked;
