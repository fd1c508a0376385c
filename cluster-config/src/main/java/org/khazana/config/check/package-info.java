/**
 * What can only be seen by looking at several files together: a node file against the genesis, key files against both,
 * and the node files of one cluster against each other. Depends on the reading of single files.
 */
@NullMarked
package org.khazana.config.check;

import org.jspecify.annotations.NullMarked;
