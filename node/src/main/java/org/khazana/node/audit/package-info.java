/** Checks a whole data folder with nothing but the genesis: all blocks are executed once more. Changes nothing there, asks nobody. */
@NullMarked
package org.khazana.node.audit;

import org.jspecify.annotations.NullMarked;
