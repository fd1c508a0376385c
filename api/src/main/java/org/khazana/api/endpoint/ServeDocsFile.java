package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;

/** {@code GET /docs/{file}}: the few files that the page at {@code /docs} asks for, and no others. */
public final class ServeDocsFile implements Handler {
    private static final String WEBJAR_VERSION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";

    private final Map<String, File> files;

    private ServeDocsFile(Map<String, File> files) {
        this.files = files;
    }

    public static ServeDocsFile fromResources() {
        String webjar = "META-INF/resources/webjars/swagger-ui/" + webjarVersion() + "/";
        return new ServeDocsFile(Map.of(
                "start.js", new File(JAVASCRIPT, Resource.read("org/khazana/api/docs/start.js")),
                "swagger-ui-bundle.js", new File(JAVASCRIPT, Resource.read(webjar + "swagger-ui-bundle.js")),
                "swagger-ui.css", new File("text/css; charset=utf-8", Resource.read(webjar + "swagger-ui.css")),
                "favicon-32x32.png", new File("image/png", Resource.read(webjar + "favicon-32x32.png"))));
    }

    private static String webjarVersion() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(Resource.read(WEBJAR_VERSION), StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "");
    }

    @Override
    public void handle(Context ctx) {
        File file = files.get(ctx.pathParam("file"));
        if (file == null) {
            throw RequestRefused.of(ProblemType.NOT_FOUND, "the page at /docs has no such file");
        }
        ctx.contentType(file.type()).result(file.bytes());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record File(String type, byte[] bytes) {}
}
