package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.InstantSource;
import java.util.Optional;
import org.khazana.api.json.Denominations;
import org.khazana.api.json.InstructionJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.rules.Affirmations;
import org.khazana.ledger.state.LedgerView;

/** {@code GET /v1/instructions/{id}}. */
public record ReadInstruction(LedgerGateway gateway, Denominations denominations, InstantSource clock)
        implements Handler {
    @Override
    public void handle(Context ctx) {
        long number = PathParameter.number(ctx, "the number of an instruction");
        LedgerGateway.Reading<Optional<InstructionJson.Read>> reading = gateway.read(state -> read(number, state));
        InstructionJson.Read read = reading.value()
                .orElseThrow(() -> RequestRefused.of(
                        ProblemType.INSTRUCTION_NOT_KNOWN,
                        "there is no instruction %d at height %d".formatted(number, reading.height())));
        Reply.json(ctx, InstructionJson.of(reading.height(), read, clock.millis(), denominations));
    }

    static Optional<InstructionJson.Read> read(long number, LedgerView state) {
        return state.instruction(number)
                .map(instruction -> new InstructionJson.Read(instruction, Affirmations.needed(instruction, state)));
    }
}
