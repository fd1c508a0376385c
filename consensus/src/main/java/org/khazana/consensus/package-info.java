/**
 * Agreement of the validators on one ordered log. The entries are opaque bytes here: this module knows nothing about
 * assets or transactions, and depends on no other module.
 */
@NullMarked
package org.khazana.consensus;

import org.jspecify.annotations.NullMarked;
