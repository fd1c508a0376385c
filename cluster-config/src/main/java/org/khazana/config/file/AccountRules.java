package org.khazana.config.file;

import org.khazana.config.Genesis.FoundingAccount;

/** What must hold between one founding account and the parties. */
final class AccountRules {
    private final String place;
    private final FoundingAccount account;
    private final KnownParties parties;
    private final Findings findings;

    AccountRules(String place, FoundingAccount account, KnownParties parties, Findings findings) {
        this.place = place;
        this.account = account;
        this.parties = parties;
        this.findings = findings;
    }

    void check() {
        if (findings.concern(place)) {
            return;
        }
        checkOwner();
        account.controller().ifPresentOrElse(this::checkController, this::checkNoControllerNeeded);
    }

    private void checkOwner() {
        if (!parties.mayExist(account.owner())) {
            findings.add(
                    place + ".owner", "party " + account.owner() + " does not exist", "the id of a founding party");
        } else if (account.kind().equals("ISSUER_TREASURY") && !parties.mayHaveRole(account.owner(), "ISSUER")) {
            findings.add(
                    place + ".kind", "is ISSUER_TREASURY, but the owner is no ISSUER", "an owner with the role ISSUER");
        }
    }

    private void checkController(long controller) {
        if (!parties.mayExist(controller)) {
            findings.add(
                    place + ".controller", "party " + controller + " does not exist", "the id of a founding party");
        } else if (controller != account.owner() && !parties.mayHaveRole(controller, "CUSTODIAN")) {
            findings.add(
                    place + ".controller",
                    "party " + controller + " is no CUSTODIAN",
                    "a party with the role CUSTODIAN");
        }
    }

    private void checkNoControllerNeeded() {
        if (account.kind().startsWith("CLIENT_")) {
            findings.add(
                    place + ".controller", "is missing in an account of kind " + account.kind(), "a custodian's id");
        } else if (!account.debitRule().equals("OWNER")) {
            findings.add(
                    place + ".debitRule", "is " + account.debitRule() + " in an account without controller", "OWNER");
        }
    }
}
