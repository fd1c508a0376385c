package org.khazana.node.bench;

import java.net.URI;

/**
 * A validator that is measured.
 *
 * @param id its name in the genesis
 * @param url where its API answers, without a path
 */
record BenchNode(String id, URI url) {}
