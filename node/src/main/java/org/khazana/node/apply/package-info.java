/**
 * Where consensus meets the ledger: blocks are made for the log, checked when they arrive, and executed when they are
 * committed. Depends on {@code consensus}, {@code ledger}, {@code storage} and {@code membership}.
 */
@NullMarked
package org.khazana.node.apply;

import org.jspecify.annotations.NullMarked;
