/** Who may decide what: roles, and how many of which must agree. */
@NullMarked
package org.khazana.ledger.authority;

import org.jspecify.annotations.NullMarked;
