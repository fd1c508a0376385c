package org.khazana.config.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.khazana.config.file.Findings;
import org.khazana.config.file.Form;
import org.khazana.config.file.IoReason;
import org.khazana.config.file.KeyFiles;
import org.khazana.config.file.UnreadableFile;
import org.khazana.config.generate.ClusterRequest.ExtraKey;
import org.khazana.config.generate.FoundingCast.Participant;

/**
 * A request that can be fulfilled, with ports chosen and keys read.
 *
 * @param folder absolute, absent or empty
 * @param peerPorts one for each validator
 * @param httpPorts one for each validator
 * @param extraKeys further raw public keys (64 hexadecimal digits) by party
 */
record CheckedRequest(
        int validators,
        Path folder,
        String networkName,
        List<Integer> peerPorts,
        List<Integer> httpPorts,
        Map<Long, List<String>> extraKeys,
        Instant createdAt) {
    private static final int VALIDATORS_MAX = 9;
    private static final int PORT_MAX = 65_535;
    /** A genesis holds 16 keys of a party, and one is made here. */
    private static final int EXTRA_KEYS_MAX = 15;

    /** Checks everything and reports all mistakes with the names of the command's options. */
    static CheckedRequest of(ClusterRequest request) {
        Path folder = request.folder().toAbsolutePath().normalize();
        Findings findings = new Findings(folder);
        checkFolder(folder, findings);
        if (request.validators() < 1 || request.validators() > VALIDATORS_MAX) {
            findings.add("--validators", "is " + request.validators(), "1 to " + VALIDATORS_MAX);
        }
        if (!Form.NAME.fits(request.networkName())) {
            findings.add("--network-name", "is '" + request.networkName() + "'", Form.NAME.allowed());
        }
        Map<Long, List<String>> extraKeys = readKeys(request.extraKeys(), findings);
        checkPorts(request, findings);
        Findings.throwIfAny(List.of(findings));
        List<Integer> free = FreePorts.find(2 * request.validators());
        return new CheckedRequest(
                request.validators(),
                folder,
                request.networkName(),
                ports(request.peerPortBase(), free.subList(0, request.validators())),
                ports(request.httpPortBase(), free.subList(request.validators(), free.size())),
                extraKeys,
                request.createdAt());
    }

    private static void checkFolder(Path folder, Findings findings) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            findings.add("--dir", "is a file", "a folder that is absent or empty");
            return;
        }
        try (Stream<Path> children = Files.list(folder)) {
            if (children.findAny().isPresent()) {
                findings.add("--dir", "is not empty, and nothing is overwritten", "a folder that is absent or empty");
            }
        } catch (IOException failed) {
            findings.add("--dir", "cannot be listed: " + IoReason.of(failed), "a folder that is absent or empty");
        }
    }

    private static void checkPorts(ClusterRequest request, Findings findings) {
        int highest = PORT_MAX - Math.max(1, request.validators()) + 1;
        checkPortBase("--peer-port-base", request.peerPortBase(), highest, findings);
        checkPortBase("--http-port-base", request.httpPortBase(), highest, findings);
        int distance = Math.abs(request.peerPortBase() - request.httpPortBase());
        boolean bothFixed = request.peerPortBase() != 0 && request.httpPortBase() != 0;
        if (findings.isEmpty() && bothFixed && distance < request.validators()) {
            findings.add(
                    "--http-port-base",
                    "is " + request.httpPortBase() + ", and its ports overlap those from " + request.peerPortBase(),
                    "at least " + request.validators() + " away");
        }
    }

    private static void checkPortBase(String option, int base, int highest, Findings findings) {
        if (base < 0 || base > highest) {
            findings.add(option, "is " + base, "1 to " + highest + ", or 0 for free ports");
        }
    }

    private static Map<Long, List<String>> readKeys(List<ExtraKey> extraKeys, Findings findings) {
        Map<Long, List<String>> keys = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        List<Long> parties =
                FoundingCast.PARTICIPANTS.stream().map(Participant::id).toList();
        for (ExtraKey extra : extraKeys) {
            String option = "--key '" + extra.party() + "=" + extra.publicKeyFile() + "'";
            if (!parties.contains(extra.party())) {
                findings.add(option, "party " + extra.party() + " does not exist", "one of " + parties);
                continue;
            }
            try {
                String key = KeyFiles.hexOf(KeyFiles.readPublic(extra.publicKeyFile()));
                if (!seen.add(key)) {
                    findings.add(option, "is a key given before", "each key for one party, once");
                }
                List<String> ofParty = keys.computeIfAbsent(extra.party(), party -> new ArrayList<>());
                ofParty.add(key);
                if (ofParty.size() > EXTRA_KEYS_MAX) {
                    findings.add(option, "is one key too many for this party", "up to " + EXTRA_KEYS_MAX);
                }
            } catch (UnreadableFile unreadable) {
                findings.add(option, unreadable.wrong(), unreadable.allowed());
            }
        }
        return keys;
    }

    private static List<Integer> ports(int base, List<Integer> free) {
        return base == 0
                ? List.copyOf(free)
                : IntStream.range(base, base + free.size()).boxed().toList();
    }
}
