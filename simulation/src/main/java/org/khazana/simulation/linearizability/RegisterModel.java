package org.khazana.simulation.linearizability;

import java.util.Optional;

/** Registers independent of each other; a read gives what was written last, and 0 before the first write. */
public record RegisterModel() implements Model<Long, RegisterAction, RegisterOutcome> {

    @Override
    public String key(RegisterAction action) {
        return action.register();
    }

    @Override
    public boolean isRead(RegisterAction action) {
        return action instanceof RegisterAction.Read;
    }

    @Override
    public Long initialState(String key) {
        return 0L;
    }

    @Override
    public Optional<Long> step(Long state, RegisterAction action, Optional<RegisterOutcome> outcome) {
        return switch (action) {
            case RegisterAction.Read read -> {
                RegisterOutcome right = new RegisterOutcome.Value(state);
                yield outcome.orElse(right).equals(right) ? Optional.of(state) : Optional.empty();
            }
            case RegisterAction.Write write -> {
                RegisterOutcome right = new RegisterOutcome.Written();
                yield outcome.orElse(right).equals(right) ? Optional.of(write.value()) : Optional.empty();
            }
        };
    }
}
