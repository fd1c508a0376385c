/** By what names parties, accounts and assets are called. */
@NullMarked
package org.khazana.ledger.id;

import org.jspecify.annotations.NullMarked;
