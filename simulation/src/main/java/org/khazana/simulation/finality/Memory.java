package org.khazana.simulation.finality;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.finality.CertificateAssembly;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.Recollection;
import org.khazana.ledger.finality.Replica;
import org.khazana.ledger.finality.SigningPlan;
import org.khazana.ledger.finality.Unlogged;

/** What a member that signs knows while it runs, and what dies in a crash. */
final class Memory {
    final CertificateAssembly assembly;
    final Recollection recollection;
    final Unlogged unlogged;
    final Deque<Head> executed = new ArrayDeque<>();
    final Deque<Letter> letters = new ArrayDeque<>();
    final NavigableMap<Long, Head> uncertified = new TreeMap<>();
    boolean maySignNew;
    Optional<Work> work = Optional.empty();

    /** What came from another member, and was not looked at yet. */
    record Letter(MemberId from, Told message) {}

    /** What waits for the disk. */
    record Work(List<Head> fresh, SigningPlan plan) {}

    Memory(Replica self, SignatureVerifier verifier, Unlogged unlogged) {
        this.assembly = new CertificateAssembly(Electorate.CHAIN, CertificateAssembly.WINDOW_MAX, verifier);
        this.recollection = new Recollection(self, verifier);
        this.unlogged = unlogged;
    }
}
