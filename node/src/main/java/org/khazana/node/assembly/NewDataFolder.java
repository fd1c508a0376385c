package org.khazana.node.assembly;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.khazana.config.NodeConfig;
import org.khazana.config.check.CheckedNode;
import org.khazana.storage.folder.DataFolder;

/** An unused data folder for a validator that joins a network, or that lost the one it had. */
public final class NewDataFolder {
    private static final int DIRECTORY_DIGITS = 8;

    private NewDataFolder() {}

    /**
     * Makes the folder that the node file names.
     *
     * @return its id, drawn at random: 8 hexadecimal digits
     * @throws org.khazana.storage.DataFolderProblem if there is one already, or it cannot be made
     */
    public static String format(CheckedNode checked) {
        NodeConfig config = checked.config();
        long directory = drawn(checked, new SecureRandom());
        String chainId = Chain.of(checked.genesisFile()).id().toString();
        DataFolder.format(config.dataFolder(), chainId, config.validator(), directory);
        return HexFormat.of().toHexDigits(directory, DIRECTORY_DIGITS);
    }

    /** Never that of a founder: with it a lost folder would seem to be there again. */
    private static long drawn(CheckedNode checked, SecureRandom random) {
        while (true) {
            long directory = Integer.toUnsignedLong(random.nextInt());
            boolean isTaken =
                    checked.genesis().validators().stream().anyMatch(founder -> founder.directory() == directory);
            if (directory != 0 && !isTaken) {
                return directory;
            }
        }
    }
}
