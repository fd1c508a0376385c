--------------------------------- MODULE Trace ---------------------------------
(***************************************************************************)
(* Whether the model can do what recorded runs of the core did. A run is a *)
(* sequence of lines. A line names the member that moved and what it then  *)
(* believed: term, vote, role, log, whether it recovers, and what it took  *)
(* for committed. From one line to the next TLC looks for steps of the     *)
(* model, all of that member, that end in what the line says. It takes     *)
(* only steps of Consensus, so whatever explains a run was among what is   *)
(* checked there; that some steps come first, or only where the line can   *)
(* still be reached, leaves explanations out and adds none.                *)
(*                                                                         *)
(* Disks are not in the lines, but a line may say that all its member has  *)
(* written is synced now: where the core heard so; or before the member    *)
(* goes on to something else, as the model knows of one write at a time,   *)
(* if the core heard so later or the next start found it. Nothing that     *)
(* rests on the write can have left before. Of a write that a crash came   *)
(* upon, TLC may sync all, a part or nothing; what the next start found    *)
(* must fit.                                                               *)
(***************************************************************************)
EXTENDS Consensus, Recorded, TLC    \* Recorded is written for each check: Runs, sequences of lines

VARIABLES
    run,    \* which of Runs is followed
    line    \* of that run, the one to be explained next

traceVars == <<vars, run, line>>

-----------------------------------------------------------------------------
(* What a line says *)

HasRestarted(l) == crashes + Total(losses) = l.restarts

BelievesSo(l) ==
    LET m == mem[l.who] IN
    /\ m.term = l.term
    /\ m.vote = l.vote
    /\ m.role = l.role
    /\ m.isRecovering = l.isRecovering
    /\ m.log = l.log

\* A leader has counted up to there itself. Anybody else has it from a leader, and holds the same, as far as its log goes.
IsCommitted(l) ==
    IF l.isCounted
    THEN commit[l.term].index = l.commit
    ELSE l.commit = 0 \/ \E t \in 1..l.term :
            commit[t].index >= l.commit /\ Common(sent[t], l.log) >= Smaller(l.commit, Len(l.log))

IsShown(l) == HasRestarted(l) /\ BelievesSo(l) /\ IsCommitted(l)

-----------------------------------------------------------------------------
(* How the model gets there *)

\* The step leads to what the line says, or to somewhere before it.
IsOnTheWay(l) ==
    LET m == mem'[l.who] IN
    /\ m.term <= l.term
    /\ m.term = l.term => m.vote \in {None, l.vote}
    /\ m.log = mem[l.who].log \/ IsPrefix(m.log, l.log)

Elect(l) ==
    LET s == l.who IN
    \/ l.role = "candidate" /\ Stand(s)
    \/ l.role = "leader" /\ Win(s)
    \/ l.role = "follower" /\ mem[s].term = l.term /\ StepDown(s)
    \/ \E request \in asked : request.term = l.term /\ request.candidate = l.vote /\ GrantVote(s, request)
    \/ l.term > 0 /\ Hear(s, l.term)

Replicate(l) ==
    LET s == l.who IN
    \/ l.term > 0 /\ Accept(s, l.term)
    \/ Propose(s)
    \/ ChangeConfig(s)
    \/ LeaveJoint(s)
    \/ l.isCounted /\ AdvanceTo(s, l.commit)
    \/ ~l.isRecovering /\ Readmit(s)

Move(l) ==
    IF HasRestarted(l)
    THEN (Elect(l) \/ Replicate(l)) /\ IsOnTheWay(l)
    ELSE (Crash(l.who) \/ Lose(l.who)) /\ BelievesSo(l)'

Write(l) ==
    \/ l.write = "lost or not" /\ HasRestarted(l) /\ (Sync(l.who) \/ SyncPart(l.who))
    \/ l.write = "synced" /\ IsShown(l) /\ Sync(l.who)

\* A leader that the line says has learnt of a loss notes it first, unless whoever lost something has moved on meanwhile.
MayNote(l) == \E s \in l.noted : MayNoteRecovering(l.who, s)
Note(l) == \E s \in l.noted : NoteRecovering(l.who, s)

\* Readmissions are sent as soon as they may be.
MayTell(l) == \E s \in Server : MayTellReadmitted(l.who, s)
Tell(l) == \E s \in Server : TellReadmitted(l.who, s)

IsDone(l) == IsShown(l) /\ ~MayTell(l) /\ (l.write = "synced" => IsSynced(l.who))

TurnPage(l) ==
    /\ PrintT(<<"explained", run, line>>)
    /\ line' = line + 1
    /\ UNCHANGED <<vars, run>>

TraceInit == Init /\ run \in 1..Len(Runs) /\ line = 1

TraceNext ==
    /\ line <= Len(Runs[run])
    /\ LET l == Runs[run][line] IN
        \/ /\ UNCHANGED <<run, line>>
           /\ IF MayNote(l) THEN Note(l)
              ELSE IF ~IsShown(l) THEN Move(l) \/ Write(l)
              ELSE IF MayTell(l) THEN Tell(l)
              ELSE Write(l)
        \/ ~MayNote(l) /\ IsDone(l) /\ TurnPage(l)

TraceSpec == TraceInit /\ [][TraceNext]_traceVars
=============================================================================
