/**
 * Files that prove something, looked at without asking any node. Depends on {@code ledger}, {@code api.json}, the genesis file and
 * {@code assembly}, which tells the validators of a genesis.
 */
@NullMarked
package org.khazana.node.proof;

import org.jspecify.annotations.NullMarked;
