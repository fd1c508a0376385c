package org.khazana.node.identity;

import org.khazana.config.InvalidConfig;
import org.khazana.config.NodeConfig;
import org.khazana.config.file.KeyFiles;

/** The key with which a validator signs what it has come to. */
public final class SigningKey {
    private SigningKey() {}

    /**
     * The 32 bytes of the private key that the node file names.
     *
     * @throws InvalidConfig if it cannot be read
     */
    public static byte[] read(NodeConfig config) {
        return IdentityFile.read("signing-key", config.signingKeyFile(), KeyFiles::readPrivate);
    }
}
