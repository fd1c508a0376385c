package org.khazana.api.endpoint;

import java.util.List;
import java.util.Optional;
import org.khazana.api.endpoint.AccountSigners.Signer;
import org.khazana.api.port.LedgerGateway;
import org.khazana.ledger.operation.CancelInstruction;
import org.khazana.ledger.operation.InstructionOperation;
import org.khazana.ledger.rules.Affirmations;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.LedgerView;

/**
 * Tells who must agree to the end of an instruction; a part of {@link RequiredSigners}. Everything else about one is said by a single party,
 * the sender.
 */
record InstructionSigners(LedgerGateway gateway) {

    /** They may sign together, or each a transaction of its own. */
    List<Signer> of(InstructionOperation operation) {
        return operation instanceof CancelInstruction cancel
                ? gateway.read(state -> ofCancellation(cancel.instruction(), state))
                        .value()
                : List.of();
    }

    private static List<Signer> ofCancellation(long number, LedgerView state) {
        Optional<Instruction> matched = state.instruction(number)
                .filter(instruction -> instruction.affirmed().containsAll(Affirmations.needed(instruction, state)));
        return matched.stream()
                .flatMap(instruction -> Affirmations.needed(instruction, state).stream()
                        .filter(party -> !instruction.cancelling().contains(party)))
                .map(party -> new Signer(party, "has affirmed instruction " + number + ", as all have"))
                .toList();
    }
}
