/**
 * How one file is read and written: genesis (JSON), node file (TOML) and key files (PEM), with every mistake that can be
 * seen in that file alone. Depends on the records at the root.
 */
@NullMarked
package org.khazana.config.file;

import org.jspecify.annotations.NullMarked;
