package org.khazana.node.command;

import java.nio.file.Path;
import org.khazana.api.json.ValidatorsJson.PeerAddressJson;
import org.khazana.config.file.KeyFiles;
import org.khazana.config.file.TlsKeyFiles;
import org.khazana.config.file.UnreadableFile;

/** What a validator's organisation hands over, as the ledger wants it. */
final class ValidatorFiles {
    private ValidatorFiles() {}

    /** SHA-256 of the SubjectPublicKeyInfo of the first certificate in a PEM file. */
    static String tlsKeySha256(Path certificate) {
        try {
            return TlsKeyFiles.keySha256(
                    TlsKeyFiles.readCertificates(certificate).getFirst());
        } catch (UnreadableFile e) {
            throw unusable(certificate, e);
        }
    }

    /** The public key in a PEM file, in hexadecimal. */
    static String signingKey(Path publicKey) {
        try {
            return KeyFiles.hexOf(KeyFiles.readPublic(publicKey));
        } catch (UnreadableFile e) {
            throw unusable(publicKey, e);
        }
    }

    /** Reads {@code host:port}; an IPv6 address stands in brackets. */
    static PeerAddressJson address(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 1 ? "" : text.substring(0, colon);
        boolean isBracketed = host.startsWith("[") && host.endsWith("]");
        String port = text.substring(colon + 1);
        if (host.isEmpty() || (host.contains(":") && !isBracketed) || !port.matches("[0-9]{1,5}")) {
            throw new CommandFailure(
                    ExitCode.USAGE, "'" + text + "' is not an address such as 10.0.0.5:7105 or [fe80::5]:7105.");
        }
        return new PeerAddressJson(isBracketed ? host.substring(1, host.length() - 1) : host, Integer.parseInt(port));
    }

    private static CommandFailure unusable(Path file, UnreadableFile reason) {
        return new CommandFailure(
                ExitCode.FAILED, file + " " + reason.wrong() + "; it should hold " + reason.allowed() + ".", reason);
    }
}
