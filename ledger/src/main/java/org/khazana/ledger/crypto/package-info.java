/** Hashing with a domain per kind of object, Merkle trees, signatures. Depends on nothing of ours. */
@NullMarked
package org.khazana.ledger.crypto;

import org.jspecify.annotations.NullMarked;
