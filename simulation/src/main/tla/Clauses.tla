-------------------------------- MODULE Clauses --------------------------------
(* Three replicas, of which any two decide, but never without one of a and b. *)
EXTENDS Consensus, TLC
CONSTANTS a, b, c
Replicas == {a, b, c}
TwoWithOneOfAB == <<{[members |-> Replicas, required |-> 2], [members |-> {a, b}, required |-> 1]}>>
NoPolicies == {}
Alike == Permutations({a, b})
=============================================================================
