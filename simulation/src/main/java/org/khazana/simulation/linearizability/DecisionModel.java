package org.khazana.simulation.linearizability;

import java.util.List;
import java.util.Optional;

/**
 * Requests to a ledger, each of which is decided once, however often it is sent: whoever asks is told the same height
 * ever after. Sending may also come to nothing, such as when what is sent has been damaged. The state is that height, or
 * {@link #AT_SOME_HEIGHT}, or empty before the decision.
 */
public record DecisionModel() implements Model<List<Long>, ProposalAction, List<Long>> {
    /** Decided, but nobody was told where. */
    private static final List<Long> AT_SOME_HEIGHT = List.of(-1L);

    @Override
    public String key(ProposalAction action) {
        return "request " + action.number();
    }

    /** A look may settle at which height something was decided whose sender never learned it. */
    @Override
    public boolean isRead(ProposalAction action) {
        return false;
    }

    @Override
    public List<Long> initialState(String key) {
        return List.of();
    }

    @Override
    public Optional<List<Long>> step(List<Long> state, ProposalAction action, Optional<List<Long>> outcome) {
        if (outcome.isEmpty()) {
            return Optional.of(action instanceof ProposalAction.Propose && state.isEmpty() ? AT_SOME_HEIGHT : state);
        }
        List<Long> told = outcome.get();
        boolean decides = action instanceof ProposalAction.Propose && state.isEmpty();
        boolean settles = state.equals(AT_SOME_HEIGHT) && !told.isEmpty();
        return decides || settles || told.equals(state) ? Optional.of(told) : Optional.empty();
    }
}
