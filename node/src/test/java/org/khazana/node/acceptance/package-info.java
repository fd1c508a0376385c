/** The packed application as its users meet it: real processes, real files, real ports of loopback. */
@NullMarked
package org.khazana.node.acceptance;

import org.jspecify.annotations.NullMarked;
