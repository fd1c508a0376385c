package org.khazana.node.supervision;

import java.net.URI;
import java.nio.file.Path;

/**
 * One validator that can be run on this machine.
 *
 * @param id of the validator in the genesis
 * @param configFile its {@code node.toml}
 * @param logFile what its process prints is appended here
 * @param url where its API answers, without a path
 */
public record ValidatorNode(String id, Path configFile, Path logFile, URI url) {}
