/** Checks of the shape of the whole project: arrows between modules, purity, names, files and links. */
@NullMarked
package org.khazana.node.architecture;

import org.jspecify.annotations.NullMarked;
