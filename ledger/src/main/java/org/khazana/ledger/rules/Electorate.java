package org.khazana.ledger.rules;

import java.util.List;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.Subject;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.state.LedgerView;

/**
 * The active parties whose roles count for one subject on one day.
 *
 * @param day counted from 1970-01-01
 */
record Electorate(LedgerView view, Subject subject, long day) {

    /** Those who have a say in that operation. */
    static Electorate of(Operation operation, Circumstances circumstances) {
        return new Electorate(circumstances.view(), Subjects.of(operation, circumstances.view()), circumstances.day());
    }

    /** Those who have a say in everything. */
    static Electorate ofEverything(LedgerView view, long day) {
        return new Electorate(view, Subject.NOTHING_IN_PARTICULAR, day);
    }

    boolean hasRole(PartyId party, Role role) {
        return view.hasRole(party, role, subject, day);
    }

    /** How many must agree that the voice is heard. */
    int needed(Voice voice) {
        return voice.share().of(() -> active(voice.role()).size());
    }

    /** No more of them than matter: more than half of so many are more than may be needed, and of a smaller share there are enough. */
    List<PartyId> active(Role role) {
        return view.activeWithRole(role, subject, day, 2 * Policy.AGREEING_MAX + 1);
    }
}
