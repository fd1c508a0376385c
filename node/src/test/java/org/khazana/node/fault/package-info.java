/**
 * Real validators under faults. Between every two of them stand proxies, which can hold, lose, delay and throttle what
 * one says to the other; processes are killed and frozen, files damaged while nobody runs on them. Meanwhile clients move
 * tokens and read balances, and write down what they asked and were told; afterwards that, and the chain, are judged by
 * rules that know nothing of consensus.
 */
@NullMarked
package org.khazana.node.fault;

import org.jspecify.annotations.NullMarked;
