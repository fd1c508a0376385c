------------------------------- MODULE Majority -------------------------------
(* Three replicas, of which any two decide. *)
EXTENDS Consensus, TLC
CONSTANTS a, b, c
Replicas == {a, b, c}
AnyTwo == <<{[members |-> Replicas, required |-> 2]}>>
NoPolicies == {}
Alike == Permutations(Replicas)
=============================================================================
