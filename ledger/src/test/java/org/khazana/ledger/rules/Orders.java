package org.khazana.ledger.rules;

import java.util.ArrayList;
import java.util.List;

/** Every order in which a few can act. */
final class Orders {
    private Orders() {}

    /** As many as there are permutations, that in which they are given first. */
    static <T> List<List<T>> of(List<T> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> orders = new ArrayList<>();
        for (int first = 0; first < all.size(); first++) {
            List<T> others = new ArrayList<>(all);
            T chosen = others.remove(first);
            for (List<T> order : of(others)) {
                List<T> longer = new ArrayList<>(List.of(chosen));
                longer.addAll(order);
                orders.add(longer);
            }
        }
        return orders;
    }
}
