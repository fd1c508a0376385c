/**
 * What transactions ask for, and what became of them, in the words of people. Depends on {@code form}, {@code transaction},
 * {@code receipt} and {@code validator}.
 */
@NullMarked
package org.khazana.ledger.words;

import org.jspecify.annotations.NullMarked;
