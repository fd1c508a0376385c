/**
 * What must hold after every step of every run (consensus reference, section 3.2). The checkers look from outside: at
 * inputs, effects, status and disks. Depends on {@code disk}.
 */
@NullMarked
package org.khazana.simulation.property;

import org.jspecify.annotations.NullMarked;
