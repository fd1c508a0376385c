package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;

/**
 * {@code GET /verify/{file}}: the page that checks proofs in a browser, and its modules, which are also a program. Only the files that
 * stand in {@code SHA256SUMS} beside them, and that one, are there.
 */
public final class ServeVerifierFile implements Handler {
    /** The page may run its own modules and nothing else; it can neither fetch nor send anything. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private static final String FOLDER = "khazana/verify/";
    private static final String SUMS = "SHA256SUMS";
    private static final int SUM_CHARACTERS = 64;
    /** Between a sum and a name, as {@code sha256sum} writes it. */
    private static final int GAP_CHARACTERS = 2;

    private final Map<String, byte[]> files;

    private ServeVerifierFile(Map<String, byte[]> files) {
        this.files = files;
    }

    public static ServeVerifierFile fromResources() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] sums = Resource.read(FOLDER + SUMS);
        files.put(SUMS, sums);
        new String(sums, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.substring(SUM_CHARACTERS + GAP_CHARACTERS))
                .forEach(name -> files.put(name, Resource.read(FOLDER + name)));
        return new ServeVerifierFile(files);
    }

    @Override
    public void handle(Context ctx) {
        String name = ctx.pathParam("file");
        byte[] file = files.get(name);
        if (file == null) {
            throw RequestRefused.of(ProblemType.NOT_FOUND, "the page at /verify has no such file");
        }
        ctx.header("Content-Security-Policy", POLICY).contentType(type(name)).result(file);
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "mjs" -> "text/javascript; charset=utf-8";
            default -> "text/plain; charset=utf-8";
        };
    }
}
