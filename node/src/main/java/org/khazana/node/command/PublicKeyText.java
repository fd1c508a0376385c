package org.khazana.node.command;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.khazana.config.file.KeyFiles;

/** The two forms in which a public key is written: hexadecimal in the genesis, base64 in the API. */
record PublicKeyText(String hex, String base64) {

    static PublicKeyText of(byte[] publicKey) {
        return new PublicKeyText(KeyFiles.hexOf(publicKey), Base64.getEncoder().encodeToString(publicKey));
    }

    Map<String, String> toJson() {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("publicKeyHex", hex);
        json.put("publicKey", base64);
        return json;
    }
}
