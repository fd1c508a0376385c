/**
 * What operations look like, told once: a record says what its fields are, and its bytes, its JSON, its schema and its plain
 * words are all made from that.
 */
@NullMarked
package org.khazana.ledger.form;

import org.jspecify.annotations.NullMarked;
