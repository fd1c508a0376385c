package org.khazana.api.problem;

/** Ends the handling of a request with a problem. No stack trace: it is an answer, not a fault. */
public final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public RequestRefused(Problem problem) {
        super(problem.document().detail(), null, false, false);
        this.problem = problem;
    }

    public static RequestRefused of(ProblemType type, String detail) {
        return new RequestRefused(Problem.of(type, detail));
    }

    public Problem problem() {
        return problem;
    }
}
