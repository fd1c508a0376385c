/** The data folder of one validator: who it belongs to, who uses it, and whether its parts fit each other. */
@NullMarked
package org.khazana.storage.folder;

import org.jspecify.annotations.NullMarked;
