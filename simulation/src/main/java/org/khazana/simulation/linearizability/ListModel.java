package org.khazana.simulation.linearizability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Several lists: a number that is proposed is put at the end of its list, and a look shows the whole list. One look so
 * vouches for the order of everything before it, that nothing is missing and that nothing is there twice.
 *
 * @param lists how many there are; numbers go to them in turn
 * @param longest of each list, the longest that anybody saw. As lists only grow, it begins with every other state or is
 *     the beginning of it: no order needs to be tried in which that is not so
 */
public record ListModel(int lists, Map<String, List<Long>> longest)
        implements Model<List<Long>, ProposalAction, List<Long>> {

    public ListModel {
        longest = Map.copyOf(longest);
    }

    /** For this history. */
    public static ListModel of(int lists, List<Call<ProposalAction, List<Long>>> calls) {
        Map<String, List<Long>> longest = new TreeMap<>();
        for (Call<ProposalAction, List<Long>> call : calls) {
            if (call.action() instanceof ProposalAction.Look look
                    && call.outcome().isPresent()) {
                longest.merge(
                        key(lists, look),
                        call.outcome().get(),
                        (one, other) -> other.size() > one.size() ? other : one);
            }
        }
        return new ListModel(lists, longest);
    }

    private static String key(int lists, ProposalAction action) {
        return "list " + action.number() % lists;
    }

    @Override
    public String key(ProposalAction action) {
        return key(lists, action);
    }

    @Override
    public boolean isRead(ProposalAction action) {
        return action instanceof ProposalAction.Look;
    }

    @Override
    public List<Long> initialState(String key) {
        return List.of();
    }

    /** A client that proposes is told nothing but that it is done. */
    @Override
    public Optional<List<Long>> step(List<Long> state, ProposalAction action, Optional<List<Long>> outcome) {
        return switch (action) {
            case ProposalAction.Look look ->
                outcome.orElse(state).equals(state) ? Optional.of(state) : Optional.empty();
            case ProposalAction.Propose propose -> longer(state, propose);
        };
    }

    private Optional<List<Long>> longer(List<Long> state, ProposalAction.Propose propose) {
        List<Long> seen = longest.getOrDefault(key(propose), List.of());
        if (state.size() < seen.size()) {
            return seen.get(state.size()) == propose.number()
                    ? Optional.of(seen.subList(0, state.size() + 1))
                    : Optional.empty();
        }
        List<Long> longer = new ArrayList<>(state);
        longer.add(propose.number());
        return Optional.of(List.copyOf(longer));
    }
}
