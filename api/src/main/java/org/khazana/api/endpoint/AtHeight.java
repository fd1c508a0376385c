package org.khazana.api.endpoint;

import io.javalin.http.Context;
import java.util.List;
import java.util.OptionalLong;
import org.khazana.api.json.InvalidRequest;

/** What can be asked as of an earlier block. */
public interface AtHeight {
    /** The query parameter that names the height of the block. */
    String HEIGHT = "height";

    /** The height that is asked for; empty: the node chooses. */
    static OptionalLong of(Context ctx) {
        List<String> values = ctx.queryParams(HEIGHT);
        return switch (values.size()) {
            case 0 -> OptionalLong.empty();
            case 1 -> OptionalLong.of(PathParameter.height(values.getFirst()));
            default -> throw InvalidRequest.of("", "names more than one height");
        };
    }
}
