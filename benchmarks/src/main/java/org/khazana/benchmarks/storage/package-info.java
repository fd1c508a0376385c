/** What the files of a validator cost. */
@NullMarked
package org.khazana.benchmarks.storage;

import org.jspecify.annotations.NullMarked;
