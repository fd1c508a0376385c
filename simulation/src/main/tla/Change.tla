-------------------------------- MODULE Change --------------------------------
(* Three replicas, of which any two decide; then c alone, or the other way round. Whoever does not decide observes. *)
EXTENDS Consensus, TLC
CONSTANTS a, b, c
Replicas == {a, b, c}
AnyTwo == {[members |-> Replicas, required |-> 2]}
OnlyC == {[members |-> {c}, required |-> 1]}
AB == {[members |-> {a, b}, required |-> 2]}
FromAnyTwo == <<AnyTwo>>
FromC == <<OnlyC>>
ToC == {OnlyC}
ToAB == {AB}
Alike == Permutations({a, b})
=============================================================================
