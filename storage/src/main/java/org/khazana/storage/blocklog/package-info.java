/** The block log in segment files. */
@NullMarked
package org.khazana.storage.blocklog;

import org.jspecify.annotations.NullMarked;
