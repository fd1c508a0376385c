/** What a transaction can ask the ledger to do, each with its fields, in the words of docs/operations.md. */
@NullMarked
package org.khazana.ledger.operation;

import org.jspecify.annotations.NullMarked;
