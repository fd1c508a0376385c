/** What is said of parties beside their name: kind, identity, country, class of investor. Depends on {@code form} only. */
@NullMarked
package org.khazana.ledger.party;

import org.jspecify.annotations.NullMarked;
