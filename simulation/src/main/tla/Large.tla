--------------------------------- MODULE Large ---------------------------------
(* Four replicas and several configurations to choose from: too much to look at every state, enough for random runs. *)
EXTENDS Consensus, TLC
CONSTANTS a, b, c, d
Replicas == {a, b, c, d}
Two(S) == [members |-> S, required |-> 2]
OneOf(S) == [members |-> S, required |-> 1]
First == <<{Two({a, b, c}), OneOf({a, b})}>>
Others == {{Two({b, c, d})}, {Two({a, c, d}), OneOf({d})}, {Two({a, b, c}), OneOf({a, b})}}
=============================================================================
