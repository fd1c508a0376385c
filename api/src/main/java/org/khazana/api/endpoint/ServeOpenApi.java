package org.khazana.api.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import org.khazana.api.json.JsonText;

/**
 * {@code GET /openapi.json}: the description of this interface (OpenAPI 3.1), kept by hand in a few files but for the
 * operations, which describe themselves.
 */
public final class ServeOpenApi implements Handler {
    private final byte[] document;

    private ServeOpenApi(byte[] document) {
        this.document = document;
    }

    /** Puts the document together. */
    public static ServeOpenApi fromResources() {
        ObjectNode document = read("openapi.json");
        ObjectNode schemas = read("openapi-schemas.json");
        OperationSchemas.addTo(schemas);
        document.set("paths", read("openapi-paths.json"));
        document.withObject("/components")
                .<ObjectNode>set("responses", read("openapi-responses.json"))
                .set("schemas", schemas);
        return new ServeOpenApi(JsonText.write(document));
    }

    private static ObjectNode read(String file) {
        String path = "org/khazana/api/" + file;
        try {
            String text = new String(Resource.read(path), StandardCharsets.UTF_8);
            return (ObjectNode) new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(path + " is not JSON", e);
        }
    }

    @Override
    public void handle(Context ctx) {
        ctx.contentType("application/json").result(document);
    }
}
