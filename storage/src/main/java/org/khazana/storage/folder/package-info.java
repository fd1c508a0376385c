/**
 * The data folder of one validator: whom it belongs to, who uses it, and whether its parts fit each other. Depends on
 * {@code vote}, whose file it makes, on {@code blocklog}, which it opens together with the vote, and on
 * {@code consensus.log} and {@code consensus.port}.
 */
@NullMarked
package org.khazana.storage.folder;

import org.jspecify.annotations.NullMarked;
