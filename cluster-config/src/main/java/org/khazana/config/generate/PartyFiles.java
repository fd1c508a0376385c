package org.khazana.config.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.khazana.config.Genesis.FoundingParty;
import org.khazana.config.file.KeyFiles;
import org.khazana.config.generate.FoundingCast.Participant;

/** Writes a key pair for each founding party to {@code parties/}. */
final class PartyFiles {
    private final Path folder;
    private final SecureRandom random;

    PartyFiles(Path clusterFolder, SecureRandom random) {
        this.folder = clusterFolder.resolve("parties");
        this.random = random;
    }

    /** The parties with their new keys first, then those given. */
    List<FoundingParty> write(Map<Long, List<String>> extraKeys) throws IOException {
        Files.createDirectories(folder);
        List<FoundingParty> parties = new ArrayList<>();
        for (Participant participant : FoundingCast.PARTICIPANTS) {
            List<String> keys = new ArrayList<>(List.of(writeKeyPair(participant)));
            keys.addAll(extraKeys.getOrDefault(participant.id(), List.of()));
            parties.add(new FoundingParty(participant.id(), participant.name(), participant.roles(), keys));
        }
        return parties;
    }

    private String writeKeyPair(Participant participant) throws IOException {
        byte[] privateKey = KeyFiles.newPrivateKey(random);
        byte[] publicKey = KeyFiles.publicKeyOf(privateKey);
        KeyFiles.writePrivate(folder.resolve(participant.fileName() + ".pem"), privateKey);
        KeyFiles.writePublic(folder.resolve(participant.fileName() + ".pub.pem"), publicKey);
        return KeyFiles.hexOf(publicKey);
    }
}
