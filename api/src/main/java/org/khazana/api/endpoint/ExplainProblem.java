package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import java.util.stream.Stream;
import org.khazana.api.json.ProblemTypeJson;
import org.khazana.api.problem.Problem;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RefusalStatus;
import org.khazana.api.problem.RefusalTitle;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.refusal.RefusalCode;

/** {@code GET /problems/{name}}: what the {@code type} of a problem means. */
public record ExplainProblem() implements Handler {

    @Override
    public void handle(Context ctx) {
        String slug = ctx.pathParam("name");
        Reply.json(
                ctx,
                refusal(slug)
                        .or(() -> type(slug))
                        .orElseThrow(
                                () -> RequestRefused.of(ProblemType.NOT_FOUND, "there is no problem of this name")));
    }

    private static Optional<ProblemTypeJson> refusal(String slug) {
        return Stream.of(RefusalCode.values())
                .filter(code -> Problem.slug(code).equals(slug))
                .findFirst()
                .map(code -> new ProblemTypeJson(
                        Problem.PATH + slug,
                        code.name(),
                        code.number(),
                        RefusalStatus.of(code),
                        RefusalTitle.of(code)));
    }

    private static Optional<ProblemTypeJson> type(String slug) {
        return Stream.of(ProblemType.values())
                .filter(type -> Problem.slug(type).equals(slug))
                .findFirst()
                .map(type -> new ProblemTypeJson(Problem.PATH + slug, type.name(), null, type.status(), type.title()));
    }
}
