/**
 * Signs what this validator has come to, hears what the others sign, and keeps the certificates that follow. Depends on
 * {@code ledger.finality} and {@code storage}.
 */
@NullMarked
package org.khazana.node.finality;

import org.jspecify.annotations.NullMarked;
