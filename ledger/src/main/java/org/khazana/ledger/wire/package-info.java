/** The published protobuf form of transactions, blocks and receipts. The only place that knows the generated classes. */
@NullMarked
package org.khazana.ledger.wire;

import org.jspecify.annotations.NullMarked;
