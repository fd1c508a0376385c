/**
 * The command line: one class for each command, listed in {@code RootCommand}. Commands parse, call the other packages
 * and print; a failure is one sentence on standard error and an exit code.
 */
@NullMarked
package org.khazana.node.command;

import org.jspecify.annotations.NullMarked;
