/**
 * The data folder of one validator: whom it belongs to, who uses it, and whether its parts fit each other. Depends on
 * {@code vote}, whose file it makes.
 */
@NullMarked
package org.khazana.storage.folder;

import org.jspecify.annotations.NullMarked;
