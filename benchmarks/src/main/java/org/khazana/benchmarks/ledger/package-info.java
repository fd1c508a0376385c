/** What the ledger alone costs. */
@NullMarked
package org.khazana.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
