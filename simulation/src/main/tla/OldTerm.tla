-------------------------------- MODULE OldTerm --------------------------------
(* As Majority, but the first two terms are over: a led one and b the next, and each wrote an entry that nobody else has *)
(* (Figure 8 of the Raft paper, about to go wrong).                                                                      *)
EXTENDS Majority

At(t, vote, log) == [term |-> t, vote |-> vote, isRecovering |-> FALSE, log |-> log]
Vote(t, voter, candidate) == [term |-> t, voter |-> voter, candidate |-> candidate]
OldDisk == (a :> At(1, a, <<Entry(1)>>)) @@ (b :> At(2, b, <<Entry(2)>>)) @@ (c :> At(2, b, <<>>))

InitLater ==
    /\ disk = OldDisk
    /\ mem = [s \in Server |->
        [term |-> OldDisk[s].term, vote |-> OldDisk[s].vote, isRecovering |-> FALSE, log |-> OldDisk[s].log,
         role |-> "follower"]]
    /\ votes = {Vote(1, a, a), Vote(1, c, a), Vote(2, b, b), Vote(2, c, b)}
    /\ leaders = [t \in Term |-> IF t = 1 THEN {a} ELSE IF t = 2 THEN {b} ELSE {}]
    /\ sent = [t \in Term |-> IF t <= 2 THEN <<Entry(t)>> ELSE <<>>]
    /\ invited = [s \in Server |-> {}]
    /\ asked = {[term |-> 1, candidate |-> a, lastTerm |-> 0, lastIndex |-> 0],
                [term |-> 2, candidate |-> b, lastTerm |-> 0, lastIndex |-> 0]}
    /\ losses = [s \in Server |-> 0]
    /\ acked = [t \in Term |-> [s \in Server |-> 0]]
    /\ commit = [t \in Term |-> [index |-> 0, config |-> InitialConfig]]
    /\ target = [t \in Term |-> [s \in Server |-> Nothing]]
    /\ told = target
    /\ crashes = 0

SpecLater == InitLater /\ [][Next]_vars
=============================================================================
