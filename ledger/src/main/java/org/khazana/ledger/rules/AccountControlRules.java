package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_CLOSED;
import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_EXISTS;
import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_KIND_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_NOT_EMPTY;
import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_NUMBER_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_SIGNATURE_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NAMED_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NOT_ACTIVE;

import java.util.stream.Stream;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.CloseAccount;
import org.khazana.ledger.operation.OpenAccount;
import org.khazana.ledger.operation.OpenOfficialAccount;
import org.khazana.ledger.operation.SetAccountControl;
import org.khazana.ledger.state.Account;

/** Which accounts may be opened and closed, and who may operate them. */
public final class AccountControlRules {
    private AccountControlRules() {}

    /**
     * The affair of owner and controller; no policy is asked. Order: the number not positive, or taken; owner or controller
     * unknown, or not active; the kind not for them; owner or controller has not signed.
     */
    public static void judge(OpenAccount open, Account account, Circumstances circumstances, Findings findings) {
        opening(account, circumstances, findings);
        findings.demand(!open.kind().isOfficial() && isKindAllowed(account, circumstances), ACCOUNT_KIND_NOT_ALLOWED);
        areSigned(Stream.of(account.owner(), account.controller()), circumstances, findings);
    }

    /** Order: the policy; the number not positive, or taken; owner or controller unknown, or not active; the kind. */
    public static void judge(
            OpenOfficialAccount open, Account account, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(open, circumstances, findings);
        opening(account, circumstances, findings);
        findings.demand(open.kind().isOfficial() && isKindAllowed(account, circumstances), ACCOUNT_KIND_NOT_ALLOWED);
    }

    private static void opening(Account account, Circumstances circumstances, Findings findings) {
        findings.demand(account.id().number() > 0, ACCOUNT_NUMBER_INVALID);
        findings.demand(circumstances.view().account(account.id()).isEmpty(), ACCOUNT_EXISTS);
        knownAndActive(account.owner(), circumstances, findings);
        knownAndActive(account.controller(), circumstances, findings);
    }

    private static void knownAndActive(PartyId party, Circumstances circumstances, Findings findings) {
        if (findings.demand(circumstances.view().party(party).isPresent(), PARTY_NAMED_UNKNOWN)) {
            findings.demand(circumstances.isActive(party), PARTY_NOT_ACTIVE);
        }
    }

    /** What is one's own is operated by oneself, what is a client's by a custodian; a treasury belongs to an issuer. */
    private static boolean isKindAllowed(Account account, Circumstances circumstances) {
        boolean isForOwner = switch (account.kind()) {
            case CLIENT_OMNIBUS ->
                circumstances.hasRole(account.owner(), Role.CUSTODIAN)
                        || circumstances.hasRole(account.owner(), Role.DISTRIBUTOR);
            case ISSUER_TREASURY -> circumstances.hasRole(account.owner(), Role.ISSUER);
            case OWN, CLIENT_SEGREGATED, ESCROW, SEIZURE, TAX, SUSPENSE -> true;
        };
        boolean isForController = switch (account.kind()) {
            case CLIENT_SEGREGATED, CLIENT_OMNIBUS -> circumstances.hasRole(account.controller(), Role.CUSTODIAN);
            case OWN, ISSUER_TREASURY, ESCROW, SEIZURE, TAX, SUSPENSE -> true;
        };
        return isForOwner && isForController && account.isWellFormed();
    }

    /**
     * The affair of the owner, the controller and the one before, who is asked only while it is active: a custodian that failed
     * holds nobody's assets back. Order: the account unknown, or closed; the controller unknown, or not active; the kind not for
     * it; somebody has not signed.
     */
    public static void judge(SetAccountControl set, Circumstances circumstances, Findings findings) {
        known(set.account(), circumstances, findings);
        knownAndActive(set.controller(), circumstances, findings);
        circumstances.view().account(set.account()).ifPresent(before -> {
            Account after = before.with(set.controller(), set.debitRule(), set.creditRule());
            findings.demand(isKindAllowed(after, circumstances), ACCOUNT_KIND_NOT_ALLOWED);
            areSigned(
                    Stream.concat(
                            Stream.of(after.owner(), after.controller()),
                            Stream.of(before.controller()).filter(circumstances::isActive)),
                    circumstances,
                    findings);
        });
    }

    /** The affair of owner and controller. Order: unknown, or closed; something is in it; one of them has not signed. */
    public static void judge(CloseAccount close, Circumstances circumstances, Findings findings) {
        known(close.account(), circumstances, findings);
        findings.demand(circumstances.view().isEmpty(close.account()), ACCOUNT_NOT_EMPTY);
        circumstances
                .view()
                .account(close.account())
                .ifPresent(account ->
                        areSigned(Stream.of(account.owner(), account.controller()), circumstances, findings));
    }

    private static void known(AccountId id, Circumstances circumstances, Findings findings) {
        findings.demand(circumstances.view().account(id), ACCOUNT_UNKNOWN)
                .ifPresent(account -> findings.demand(account.status() != Account.Status.CLOSED, ACCOUNT_CLOSED));
    }

    private static void areSigned(Stream<PartyId> parties, Circumstances circumstances, Findings findings) {
        findings.demand(parties.allMatch(circumstances.signers()::include), ACCOUNT_SIGNATURE_MISSING);
    }
}
