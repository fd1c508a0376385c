package org.khazana.api.endpoint;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.khazana.api.json.InvalidRequest;
import org.khazana.api.port.AsOf;

/** What can be asked as of an earlier block, or as of the end of a business date. */
public interface AtDate extends AtHeight {
    /** The query parameter that names the date. */
    String DATE = "date";

    /** What is asked for. */
    static AsOf of(Context ctx) {
        OptionalLong height = AtHeight.of(ctx);
        List<String> dates = ctx.queryParams(DATE);
        if (dates.isEmpty()) {
            return height.isPresent() ? new AsOf.Height(height.getAsLong()) : new AsOf.Newest();
        }
        if (dates.size() > 1 || height.isPresent()) {
            throw InvalidRequest.of("", "names more than one date, or a date and a height");
        }
        try {
            return new AsOf.EndOf(LocalDate.parse(dates.getFirst()).toEpochDay());
        } catch (DateTimeException e) {
            throw InvalidRequest.of("", "has a date that is not one such as 2026-01-31");
        }
    }
}
