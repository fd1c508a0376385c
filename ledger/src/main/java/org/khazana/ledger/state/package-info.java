/**
 * What the ledger knows: entities, the read-only view of them, and the changes that alone may alter them. Depends on the packages that
 * say what things are ({@code id}, {@code account}, {@code authority}, {@code claim}, {@code instrument}, {@code party}, {@code time},
 * {@code validator}) and on {@code table}, {@code transaction} and {@code operation}.
 */
@NullMarked
package org.khazana.ledger.state;

import org.jspecify.annotations.NullMarked;
