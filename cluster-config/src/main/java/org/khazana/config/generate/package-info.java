/**
 * Makes a new cluster: keys, certificates, genesis and node files in one folder. Depends on reading and checking, since
 * what it wrote must pass.
 */
@NullMarked
package org.khazana.config.generate;

import org.jspecify.annotations.NullMarked;
