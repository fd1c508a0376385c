package org.khazana.config.file;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khazana.config.Genesis.FoundingAccount;
import org.khazana.config.Genesis.FoundingParty;

/** What must hold between one founding account and the parties. */
final class AccountRules {
    private final String place;
    private final FoundingAccount account;
    private final Map<Long, FoundingParty> parties;
    private final Findings findings;

    AccountRules(String place, FoundingAccount account, Map<Long, FoundingParty> parties, Findings findings) {
        this.place = place;
        this.account = account;
        this.parties = parties;
        this.findings = findings;
    }

    void check() {
        if (findings.concern(place)) {
            return;
        }
        checkOwner(parties.get(account.owner()));
        if (account.controller().isPresent()) {
            checkController(parties.get(account.controller().get()));
        } else {
            checkNoControllerNeeded();
        }
    }

    private void checkOwner(@Nullable FoundingParty owner) {
        if (owner == null) {
            findings.add(
                    place + ".owner", "party " + account.owner() + " does not exist", "the id of a founding party");
        } else if (account.kind().equals("ISSUER_TREASURY") && !owner.roles().contains("ISSUER")) {
            findings.add(
                    place + ".kind", "is ISSUER_TREASURY, but the owner is no ISSUER", "an owner with the role ISSUER");
        }
    }

    private void checkController(@Nullable FoundingParty controller) {
        long id = account.controller().orElse(account.owner());
        if (controller == null) {
            findings.add(place + ".controller", "party " + id + " does not exist", "the id of a founding party");
        } else if (id != account.owner() && !controller.roles().contains("CUSTODIAN")) {
            findings.add(place + ".controller", "party " + id + " is no CUSTODIAN", "a party with the role CUSTODIAN");
        }
    }

    private void checkNoControllerNeeded() {
        if (account.kind().startsWith("CLIENT_")) {
            findings.add(
                    place + ".controller", "is missing in an account of kind " + account.kind(), "a custodian's id");
        }
        if (!account.debitRule().equals("OWNER")) {
            findings.add(
                    place + ".debitRule", "is " + account.debitRule() + " in an account without controller", "OWNER");
        }
    }
}
