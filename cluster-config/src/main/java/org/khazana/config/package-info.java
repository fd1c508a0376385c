/**
 * What an operator writes down about a cluster and its nodes, how it is read and checked, and how a first set of files,
 * keys and certificates is generated. Depends on no other module.
 */
@NullMarked
package org.khazana.config;

import org.jspecify.annotations.NullMarked;
