package org.khazana.config.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.khazana.config.Genesis;
import org.khazana.config.Genesis.FoundingParty;
import org.khazana.config.Genesis.Group;
import org.khazana.config.Genesis.GroupMinimum;
import org.khazana.config.Genesis.QuorumRules;
import org.khazana.config.InvalidConfig;
import org.khazana.config.check.ClusterFolder;
import org.khazana.config.check.KeyFileCheck;
import org.khazana.config.file.Findings;
import org.khazana.config.file.GenesisFile;
import org.khazana.config.file.IoReason;

/** Writes a whole new cluster into one folder: keys, certificates, genesis and node files. */
public final class ClusterGenerator {
    private final SecureRandom random;

    public ClusterGenerator(SecureRandom random) {
        this.random = random;
    }

    /**
     * Writes everything and checks it as a node would. The genesis comes last, so a folder that was left half-written
     * cannot be taken for a cluster.
     *
     * @throws InvalidConfig with every mistake of the request, and nothing is written then; or because the folder cannot
     *     be written to
     */
    public ClusterFolder generate(ClusterRequest request) {
        CheckedRequest checked = CheckedRequest.of(request);
        try {
            write(checked);
        } catch (IOException failed) {
            throw notWritten(checked.folder(), failed);
        }
        return ClusterFolder.check(request.folder(), KeyFileCheck.FULL, request.createdAt());
    }

    private void write(CheckedRequest request) throws IOException {
        Path folder = Files.createDirectories(request.folder());
        List<FoundingParty> parties = new PartyFiles(folder, random).write(request.extraKeys());
        List<Genesis.Validator> validators = new ValidatorFiles(request, random).write();
        Genesis genesis = new Genesis(
                request.networkName(),
                request.createdAt().toEpochMilli(),
                validators,
                new QuorumRules(List.of(new GroupMinimum(Group.GOVERNMENT, 1))),
                FoundingCast.CURRENCIES,
                parties,
                FoundingCast.ACCOUNTS);
        GenesisFile.write(folder.resolve(ClusterFolder.GENESIS_FILE), genesis);
    }

    private static InvalidConfig notWritten(Path folder, IOException failure) {
        Findings findings = new Findings(folder);
        findings.add("--dir", "cannot be written: " + IoReason.of(failure), "a folder that this user may write to");
        return new InvalidConfig(findings.problems());
    }
}
