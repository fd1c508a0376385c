/**
 * Proofs that convince somebody who trusts no validator's answer: what they consist of, their bytes, and how they are checked
 * offline. Nothing that executes transactions depends on it. Depends on {@code block}, {@code crypto}, {@code finality}, {@code id},
 * {@code receipt}, {@code refusal}, {@code serial}, {@code state}, {@code statetree}, {@code transaction}, {@code validator}, {@code
 * wire} and {@code words}.
 */
@NullMarked
package org.khazana.ledger.proof;

import org.jspecify.annotations.NullMarked;
