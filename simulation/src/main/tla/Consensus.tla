------------------------------ MODULE Consensus ------------------------------
(***************************************************************************)
(* The core of consensus: Raft with PreVote, memory and disk apart, quorum *)
(* clauses, joint membership, and the rule by which a replica that lost    *)
(* synced data comes back. docs/consensus.md tells how it maps to the code. *)
(*                                                                         *)
(* The network may lose, repeat, delay and reorder everything. It is not   *)
(* modelled as messages but as what was ever said:                         *)
(*  - a leader's log of a term only grows, so its appends are the slices   *)
(*    of sent[t], and anybody may receive any slice at any time;           *)
(*  - votes, and requests for them, are sets that only grow;               *)
(*  - an acknowledgement is a claim that may be counted as long as its     *)
(*    leader leads. Claim(t, s) is the highest that s makes now or has     *)
(*    made; whoever did not receive it does not take the step.             *)
(*  - any message at all may tell of a term that somebody has entered.     *)
(* Refusing to answer is always possible, so stickiness needs no step.     *)
(* Where the code looks at clocks, at what is committed or at who asks     *)
(* before it does something, the model may do it at any time.              *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
    Server,         \* all replicas that ever take part
    InitialConfig,  \* the configuration before the first change
    NextPolicies,   \* policies that may be changed to
    MaxTerm, MaxLog, MaxCrashes, MaxLosses,
    UsePreVote,     \* FALSE: elections begin at any time, which allows more
    SlowWrites,     \* FALSE: every write is synced before anything else happens
    Mistake         \* "none", or the one mistake that is planted

(* A clause is [members, required]; a policy is a set of clauses; a         *)
(* configuration is a sequence of one policy, or of two while it is joint.  *)
(* Whoever is in no clause is an observer: it gets entries and never counts. *)

VARIABLES
    mem,        \* what a replica believes: term, vote, whether it recovers, log, role
    disk,       \* what it holds durably: term, vote, whether it recovers (lost synced data, not readmitted yet), log
    invited,    \* who granted it a pre-vote
    losses,     \* how often it has lost synced data
    votes,      \* all votes ever sent
    asked,      \* all requests for votes ever sent
    leaders,    \* who won each term
    sent,       \* the log of each term's leader
    acked,      \* claims that outlived what they were made of
    commit,     \* how far each term's leader committed, and under which configuration
    target,     \* what a leader wants committed before it readmits a replica
    told,       \* readmissions sent
    crashes

vars == <<mem, disk, invited, losses, votes, asked, leaders, sent, acked, commit, target, told, crashes>>

Term == 1..MaxTerm
None == "none"
Nothing == [index |-> 0, loss |-> 0]

-----------------------------------------------------------------------------
(* Logs and configurations *)

SetMax(S) == CHOOSE x \in S : \A y \in S : x >= y
Smaller(a, b) == IF a < b THEN a ELSE b
Greater(a, b) == IF a > b THEN a ELSE b

RECURSIVE SumOver(_, _)
SumOver(f, S) == IF S = {} THEN 0 ELSE LET s == CHOOSE x \in S : TRUE IN f[s] + SumOver(f, S \ {s})
Total(f) == SumOver(f, DOMAIN f)

\* The length of the longest common prefix.
Common(a, b) == SetMax({n \in 0..Smaller(Len(a), Len(b)) : \A i \in 1..n : a[i] = b[i]})
IsPrefix(a, b) == Len(a) <= Len(b) /\ SubSeq(b, 1, Len(a)) = a

Entry(t) == [term |-> t, config |-> <<>>]
ConfigEntry(t, config) == [term |-> t, config |-> config]
LastTerm(log) == IF Len(log) = 0 THEN 0 ELSE log[Len(log)].term
IsUpToDate(lastTerm, lastIndex, log) ==
    \/ lastTerm > LastTerm(log)
    \/ lastTerm = LastTerm(log) /\ lastIndex >= Len(log)

ConfigIndices(log) == {i \in 1..Len(log) : log[i].config # <<>>}

\* In force as soon as it is in the log, and no longer when it is cut off.
ConfigOf(log) == IF ConfigIndices(log) = {} THEN InitialConfig ELSE log[SetMax(ConfigIndices(log))].config

Holds(policy, S) == \A clause \in policy : Cardinality(S \cap clause.members) >= clause.required
IsQuorum(config, S) ==
    IF Mistake = "joint asks only the new policy"
    THEN Holds(config[Len(config)], S)
    ELSE \A i \in 1..Len(config) : Holds(config[i], S)

-----------------------------------------------------------------------------
(* What may be said *)

Durable(m) == [term |-> m.term, vote |-> m.vote, isRecovering |-> m.isRecovering, log |-> m.log]
IsSynced(s) == disk[s] = Durable(mem[s])
IsLeader(s) == mem[s].role = "leader"
Leads(s, t) == IsLeader(s) /\ mem[s].term = t

Claim(t, s) ==
    LET log == IF Mistake = "acknowledged before the sync" THEN mem[s].log ELSE disk[s].log
        isCounted == ~disk[s].isRecovering \/ Mistake = "recovering replica counted"
    IN IF mem[s].term = t /\ disk[s].term = t /\ isCounted
       THEN Greater(acked[t][s], Common(log, sent[t]))
       ELSE acked[t][s]

\* Before s leaves its term or loses data: what it has claimed stays under way, as long as somebody counts it.
KeepClaims(s) ==
    LET t == mem[s].term IN
    acked' = IF t = 0 THEN acked
             ELSE IF IsLeader(s) THEN [acked EXCEPT ![t] = [o \in Server |-> 0]]
             ELSE IF \E l \in Server : Leads(l, t) THEN [acked EXCEPT ![t][s] = Claim(t, s)]
             ELSE acked

\* The votes that may be sent once m is durable. A vote for oneself is only counted.
VotesWith(s, m) ==
    votes \cup (IF m.vote = None THEN {} ELSE {[term |-> m.term, voter |-> s, candidate |-> m.vote]})

\* A candidate asks when its vote for itself is durable, and never again; the request may arrive at any time.
AskedWith(s, m) ==
    asked \cup (IF m.role # "candidate" THEN {}
               ELSE {[term |-> m.term, candidate |-> s, lastTerm |-> LastTerm(m.log), lastIndex |-> Len(m.log)]})

\* A step of s leads to m, which is written.
Believe(s, m) ==
    /\ mem' = [mem EXCEPT ![s] = m]
    /\ disk' = IF SlowWrites THEN disk ELSE [disk EXCEPT ![s] = Durable(m)]
    /\ votes' = IF SlowWrites /\ Mistake # "voted before the sync" THEN votes ELSE VotesWith(s, m)
    /\ asked' = IF SlowWrites THEN asked ELSE AskedWith(s, m)

Become(s, t, vote, log, role) ==
    /\ Believe(s, [mem[s] EXCEPT !.term = t, !.vote = vote, !.log = log, !.role = role])
    /\ invited' = [invited EXCEPT ![s] = {}]
    /\ IF t = mem[s].term /\ ~IsLeader(s) THEN UNCHANGED acked ELSE KeepClaims(s)

-----------------------------------------------------------------------------
(* Elections *)

\* Also who is no voter, when others cannot win without what it holds: who is on the way out, or on the way in. What it
\* knows of that is left open; its vote counts for nothing.
MayStand(s) ==
    /\ mem[s].role # "leader"
    /\ mem[s].term < MaxTerm
    /\ ~mem[s].isRecovering

\* Also a candidate that gives up. Its vote belongs to the term, not to the role.
AskForPreVotes(s) ==
    /\ UsePreVote
    /\ MayStand(s)
    /\ mem[s].role # "pre-candidate"
    /\ Believe(s, [mem[s] EXCEPT !.role = "pre-candidate",
            !.vote = IF Mistake = "vote forgotten when giving up" THEN None ELSE @])
    /\ invited' = [invited EXCEPT ![s] = {s}]
    /\ UNCHANGED <<losses, leaders, sent, acked, commit, target, told, crashes>>

GrantPreVote(v, c) ==
    /\ mem[c].role = "pre-candidate"
    /\ v \notin invited[c]
    /\ IsSynced(v)
    /\ ~mem[v].isRecovering
    /\ mem[v].term <= mem[c].term
    /\ IsUpToDate(LastTerm(mem[c].log), Len(mem[c].log), mem[v].log)
    /\ invited' = [invited EXCEPT ![c] = @ \cup {v}]
    /\ UNCHANGED <<mem, disk, losses, votes, asked, leaders, sent, acked, commit, target, told, crashes>>

Stand(s) ==
    /\ MayStand(s)
    /\ UsePreVote => mem[s].role = "pre-candidate" /\ IsQuorum(ConfigOf(mem[s].log), invited[s])
    /\ Become(s, mem[s].term + 1, s, mem[s].log, "candidate")
    /\ UNCHANGED <<losses, leaders, sent, commit, target, told, crashes>>

\* Also to a candidate that has moved on since; the answer leaves with Sync.
GrantVote(v, request) ==
    /\ v # request.candidate
    /\ mem[v].term <= request.term
    /\ mem[v].term = request.term => mem[v].vote = None
    /\ ~mem[v].isRecovering \/ Mistake = "recovering replica votes"
    /\ IsUpToDate(request.lastTerm, request.lastIndex, mem[v].log)
    /\ Become(v, request.term, request.candidate, mem[v].log, "follower")
    /\ UNCHANGED <<losses, leaders, sent, commit, target, told, crashes>>

\* Learns of a higher term from any message: one that it refuses, or a refusal. Votes and entries that come with the
\* message are steps of their own.
Hear(s, t) ==
    /\ mem[s].term < t
    /\ \E o \in Server : disk[o].term >= t
    /\ Become(s, t, None, mem[s].log, "follower")
    /\ UNCHANGED <<losses, leaders, sent, commit, target, told, crashes>>

Win(c) ==
    LET t == mem[c].term
        log == Append(mem[c].log, Entry(t))
    IN
    /\ mem[c].role = "candidate"
    /\ Len(log) <= MaxLog
    /\ IsQuorum(ConfigOf(mem[c].log), {v \in Server : [term |-> t, voter |-> v, candidate |-> c] \in votes})
    /\ Believe(c, [mem[c] EXCEPT !.role = "leader", !.log = log])
    /\ leaders' = [leaders EXCEPT ![t] = @ \cup {c}]
    /\ sent' = [sent EXCEPT ![t] = log]
    /\ UNCHANGED <<invited, losses, acked, commit, target, told, crashes>>

\* A leader that no longer hears a quorum, or is no voter any more; a candidate that gives up, or finds that somebody leads.
StepDown(s) ==
    /\ mem[s].role \in {"leader", "candidate"}
    /\ Become(s, mem[s].term, mem[s].vote, mem[s].log, "follower")
    /\ UNCHANGED <<losses, leaders, sent, commit, target, told, crashes>>

-----------------------------------------------------------------------------
(* Replication *)

Grow(l, entry) ==
    LET log == Append(mem[l].log, entry) IN
    /\ Len(log) <= MaxLog
    /\ Believe(l, [mem[l] EXCEPT !.log = log])
    /\ sent' = [sent EXCEPT ![mem[l].term] = log]
    /\ UNCHANGED <<invited, losses, leaders, acked, commit, target, told, crashes>>

Propose(l) == IsLeader(l) /\ Grow(l, Entry(mem[l].term))

\* s follows the leader and takes the first entry it lacks; what provably conflicts is cut off. Several entries are
\* several such steps, none is Hear.
Accept(s, t) ==
    LET agreed == Common(mem[s].log, sent[t]) IN
    /\ s \notin leaders[t]
    /\ mem[s].term <= t
    /\ agreed < Len(sent[t])
    /\ Become(s, t, IF mem[s].term = t THEN mem[s].vote ELSE None,
             Append(SubSeq(mem[s].log, 1, agreed), sent[t][agreed + 1]), "follower")
    /\ UNCHANGED <<losses, leaders, sent, commit, target, told, crashes>>

AdvanceTo(l, n) ==
    LET t == mem[l].term IN
    /\ IsLeader(l)
    /\ n \in (commit[t].index + 1)..Len(mem[l].log)
    /\ mem[l].log[n].term = t \/ Mistake = "older term committed by count"
    /\ IsQuorum(ConfigOf(mem[l].log), {s \in Server : Claim(t, s) >= n})
    /\ commit' = [commit EXCEPT ![t] = [index |-> n, config |-> ConfigOf(mem[l].log)]]
    /\ UNCHANGED <<mem, disk, invited, losses, votes, asked, leaders, sent, acked, target, told, crashes>>

Advance(l) == \E n \in 1..MaxLog : AdvanceTo(l, n)

\* Writes end in order. What the writes stand behind is sent: votes here, acknowledgements as claims.
Sync(s) ==
    /\ ~IsSynced(s)
    /\ disk' = [disk EXCEPT ![s] = Durable(mem[s])]
    /\ votes' = VotesWith(s, mem[s])
    /\ asked' = AskedWith(s, mem[s])
    /\ UNCHANGED <<mem, invited, losses, leaders, sent, acked, commit, target, told, crashes>>

-----------------------------------------------------------------------------
(* Membership *)

HasOwnTermCommit(l) ==
    LET t == mem[l].term IN commit[t].index > 0 /\ mem[l].log[commit[t].index].term = t
HasOpenChange(l) == \E i \in ConfigIndices(mem[l].log) : i > commit[mem[l].term].index

ChangeConfig(l) ==
    LET config == ConfigOf(mem[l].log) IN
    /\ IsLeader(l)
    /\ HasOwnTermCommit(l) \/ Mistake = "change before an own commit"
    /\ ~HasOpenChange(l) \/ Mistake = "second change while one is open"
    /\ Len(config) = 1
    /\ \E policy \in NextPolicies :
        /\ policy # config[1]
        /\ Grow(l, ConfigEntry(mem[l].term,
                IF Mistake = "change without a joint phase" THEN <<policy>> ELSE <<config[1], policy>>))

\* Whoever leads leaves the joint phase once it is committed.
LeaveJoint(l) ==
    LET config == ConfigOf(mem[l].log) IN
    /\ IsLeader(l)
    /\ Len(config) = 2
    /\ HasOwnTermCommit(l)
    /\ ~HasOpenChange(l) \/ Mistake = "joint phase left before it is committed"
    /\ Grow(l, ConfigEntry(mem[l].term, <<config[2]>>))

-----------------------------------------------------------------------------
(* Faults and recovery *)

Restart(s, found) ==
    /\ mem' = [mem EXCEPT ![s] = [term |-> found.term, vote |-> found.vote, isRecovering |-> found.isRecovering,
                                 log |-> found.log, role |-> "follower"]]
    /\ disk' = [disk EXCEPT ![s] = found]
    /\ invited' = [invited EXCEPT ![s] = {}]
    /\ KeepClaims(s)

\* What is not synced is lost; Sync and SyncPart have come as far as they may.
Crash(s) ==
    /\ crashes < MaxCrashes
    /\ crashes' = crashes + 1
    /\ Restart(s, IF Mistake = "vote forgotten in a crash" THEN [disk[s] EXCEPT !.vote = None] ELSE disk[s])
    /\ UNCHANGED <<losses, votes, asked, leaders, sent, commit, target, told>>

\* Of what is not synced, term and vote may be on the disk, or those and a cut. Nobody is told, so it matters to a crash
\* only.
SyncPart(s) ==
    LET withVote == [Durable(mem[s]) EXCEPT !.log = disk[s].log]
        withCut == [withVote EXCEPT !.log = SubSeq(@, 1, Common(@, mem[s].log))]
    IN
    /\ ~IsSynced(s)
    /\ crashes < MaxCrashes
    /\ \E part \in {withVote, withCut} \ {disk[s]} : disk' = [disk EXCEPT ![s] = part]
    /\ UNCHANGED <<mem, invited, losses, votes, asked, leaders, sent, acked, commit, target, told, crashes>>

\* The end of the synced log turns out to be damaged. The mark is durable before anything is cut.
Lose(s) ==
    /\ Total(losses) < MaxLosses
    /\ losses' = [losses EXCEPT ![s] = @ + 1]
    /\ \E n \in 0..(Len(disk[s].log) - 1) :
        Restart(s, [disk[s] EXCEPT !.log = SubSeq(@, 1, n), !.isRecovering = Mistake # "damage taken for a torn tail"])
    /\ UNCHANGED <<votes, asked, leaders, sent, commit, target, told, crashes>>

\* The leader hears that s is recovering: acknowledgements of earlier rounds are void from now on.
MayNoteRecovering(l, s) ==
    LET t == mem[l].term IN
    /\ IsLeader(l)
    /\ disk[s].isRecovering
    /\ mem[s].term = t /\ disk[s].term = t
    /\ target[t][s].loss < losses[s]

NoteRecovering(l, s) ==
    LET t == mem[l].term IN
    /\ MayNoteRecovering(l, s)
    /\ target' = [target EXCEPT ![t][s] = [loss |-> losses[s], index |->
            IF Mistake = "readmitted without a target" THEN 1 ELSE Len(mem[l].log)]]
    /\ acked' = IF Mistake = "earlier acknowledgements counted" THEN acked ELSE [acked EXCEPT ![t][s] = 0]
    /\ UNCHANGED <<mem, disk, invited, losses, votes, asked, leaders, sent, commit, told, crashes>>

\* The target is committed, and with it an entry of the leader's own term. s itself may have counted for that, before its
\* loss was known.
MayTellReadmitted(l, s) ==
    LET t == mem[l].term IN
    /\ IsLeader(l)
    /\ target[t][s] # Nothing
    /\ told[t][s] # target[t][s]
    /\ commit[t].index >= Greater(1, target[t][s].index) \/ Mistake = "readmitted before a commit"

TellReadmitted(l, s) ==
    LET t == mem[l].term IN
    /\ MayTellReadmitted(l, s)
    /\ told' = [told EXCEPT ![t][s] = target[t][s]]
    /\ UNCHANGED <<mem, disk, invited, losses, votes, asked, leaders, sent, acked, commit, target, crashes>>

\* What it lost is on its disk again. A crash before the news is durable, too, leaves it recovering.
Readmit(s) ==
    LET t == mem[s].term IN
    /\ mem[s].isRecovering
    /\ t > 0
    /\ disk[s].term = t
    /\ told[t][s] # Nothing
    /\ told[t][s].loss = losses[s] \/ Mistake = "old readmission taken"
    /\ Common(disk[s].log, sent[t]) >= told[t][s].index
    /\ Believe(s, [mem[s] EXCEPT !.isRecovering = FALSE])
    /\ UNCHANGED <<invited, losses, leaders, sent, acked, commit, target, told, crashes>>

-----------------------------------------------------------------------------

Init ==
    /\ mem = [s \in Server |-> [term |-> 0, vote |-> None, isRecovering |-> FALSE, log |-> <<>>, role |-> "follower"]]
    /\ disk = [s \in Server |-> [term |-> 0, vote |-> None, isRecovering |-> FALSE, log |-> <<>>]]
    /\ invited = [s \in Server |-> {}]
    /\ losses = [s \in Server |-> 0]
    /\ votes = {}
    /\ asked = {}
    /\ leaders = [t \in Term |-> {}]
    /\ sent = [t \in Term |-> <<>>]
    /\ acked = [t \in Term |-> [s \in Server |-> 0]]
    /\ commit = [t \in Term |-> [index |-> 0, config |-> InitialConfig]]
    /\ target = [t \in Term |-> [s \in Server |-> Nothing]]
    /\ told = target
    /\ crashes = 0

Next ==
    \E s \in Server :
        \/ AskForPreVotes(s) \/ Stand(s) \/ Win(s) \/ StepDown(s) \/ Propose(s) \/ Advance(s)
        \/ Sync(s) \/ SyncPart(s) \/ ChangeConfig(s) \/ LeaveJoint(s) \/ Crash(s) \/ Lose(s) \/ Readmit(s)
        \/ \E o \in Server : GrantPreVote(s, o) \/ NoteRecovering(s, o) \/ TellReadmitted(s, o)
        \/ \E request \in asked : GrantVote(s, request)
        \/ \E t \in Term : Accept(s, t) \/ Hear(s, t)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* What must hold in every state *)

ElectionSafety == \A t \in Term : Cardinality(leaders[t]) <= 1

OneVotePerTerm == \A a, b \in votes : a.term = b.term /\ a.voter = b.voter => a.candidate = b.candidate

Logs == {mem[s].log : s \in Server} \cup {disk[s].log : s \in Server} \cup {sent[t] : t \in Term}
LogMatching ==
    \A a, b \in Logs : \A i \in 1..Smaller(Len(a), Len(b)) :
        a[i].term = b[i].term => SubSeq(a, 1, i) = SubSeq(b, 1, i)

Committed(t) == SubSeq(sent[t], 1, commit[t].index)

LeaderCompleteness ==
    \A early, late \in Term : early < late /\ sent[late] # <<>> => IsPrefix(Committed(early), sent[late])

StateMachineSafety ==
    \A a, b \in Term : IsPrefix(Committed(a), Committed(b)) \/ IsPrefix(Committed(b), Committed(a))

\* Of the replicas that are missing, each knows that it is not to be believed.
CommittedIsDurable ==
    \A t \in Term : commit[t].index > 0 =>
        IsQuorum(commit[t].config, {s \in Server : disk[s].isRecovering \/ IsPrefix(Committed(t), disk[s].log)})

OneOpenChange ==
    LET committed == SetMax({commit[t].index : t \in Term}) IN
    \A t \in Term : Cardinality({i \in ConfigIndices(sent[t]) : i > committed}) <= 1

NobodyRecoveringLeads == \A s \in Server : mem[s].isRecovering => mem[s].role = "follower"

DiskFollowsMemory == \A s \in Server : disk[s].term <= mem[s].term /\ LastTerm(disk[s].log) <= disk[s].term

Safety ==
    /\ ElectionSafety
    /\ OneVotePerTerm
    /\ LogMatching
    /\ LeaderCompleteness
    /\ StateMachineSafety
    /\ CommittedIsDurable
    /\ OneOpenChange
    /\ NobodyRecoveringLeads
    /\ DiskFollowsMemory

-----------------------------------------------------------------------------
(* What must be possible, or the model would be safe because nothing happens: each of these must be broken. *)

NothingIsCommittedInTheLastTerm == commit[MaxTerm].index = 0
NobodyIsReadmitted == \A s \in Server : losses[s] > 0 => disk[s].isRecovering
NoChangeIsCommitted ==
    \A t \in Term : \A i \in 1..commit[t].index : Len(sent[t][i].config) # 1
=============================================================================
