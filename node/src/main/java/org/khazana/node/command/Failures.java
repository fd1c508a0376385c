package org.khazana.node.command;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.khazana.api.client.NoAnswer;
import org.khazana.api.client.ProblemResponse;
import org.khazana.config.InvalidConfig;
import org.khazana.node.supervision.ValidatorFailed;

/** Which exceptions are no bugs but news for the operator, and with which exit code they are told. */
final class Failures {
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    private Failures() {}

    /** Empty for a bug. */
    static Optional<CommandFailure> known(Exception failure) {
        return switch (failure) {
            case CommandFailure told -> Optional.of(told);
            case InvalidConfig wrong -> tell(ExitCode.BAD_CONFIGURATION, wrong);
            case ProblemResponse problem -> tell(codeOf(problem), problem);
            case NoAnswer silence -> tell(ExitCode.TRY_AGAIN, silence);
            case ValidatorFailed failed -> tell(codeOf(failed), failed);
            case UncheckedIOException world -> tell(ExitCode.FAILED, world);
            default -> Optional.empty();
        };
    }

    private static Optional<CommandFailure> tell(int exitCode, Exception failure) {
        return Optional.of(new CommandFailure(exitCode, String.valueOf(failure.getMessage()), failure));
    }

    private static int codeOf(ProblemResponse problem) {
        boolean laterPerhaps = problem.status() == SERVICE_UNAVAILABLE || problem.status() == GATEWAY_TIMEOUT;
        return laterPerhaps ? ExitCode.TRY_AGAIN : ExitCode.FAILED;
    }

    /** What the validator itself answered tells most; the code of a signal or a crash tells nothing here. */
    private static int codeOf(ValidatorFailed failed) {
        boolean isOurs = failed.exitCode() > ExitCode.USAGE && failed.exitCode() <= ExitCode.FATAL_FAULT;
        return isOurs ? failed.exitCode() : ExitCode.FAILED;
    }
}
