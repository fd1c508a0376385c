package org.khazana.ledger.execution;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.khazana.ledger.operation.AttestEligibility;
import org.khazana.ledger.operation.EligibilityOperation;
import org.khazana.ledger.operation.RevokeEligibility;
import org.khazana.ledger.operation.SetHoldingRules;
import org.khazana.ledger.operation.SetLicence;
import org.khazana.ledger.operation.UpdateParty;
import org.khazana.ledger.party.ClassOfInvestor;
import org.khazana.ledger.party.Country;
import org.khazana.ledger.party.InvestorClass;
import org.khazana.ledger.rules.EligibilityRules;
import org.khazana.ledger.rules.HoldingTermsRules;
import org.khazana.ledger.rules.ProfileRules;
import org.khazana.ledger.state.Eligibility;
import org.khazana.ledger.state.HolderTables;
import org.khazana.ledger.state.HoldingTerms;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Licence;

/** Carries out what changes what is known of investors, and what they may hold. */
final class Investors {
    private Investors() {}

    static void perform(EligibilityOperation operation, Performance performance) {
        switch (operation) {
            case UpdateParty update -> update(update, performance);
            case SetLicence set -> setLicence(set, performance);
            case AttestEligibility attest -> attest(attest, performance);
            case RevokeEligibility revoke -> revoke(revoke, performance);
            case SetHoldingRules set -> setHoldingRules(set, performance);
        }
    }

    private static void update(UpdateParty update, Performance performance) {
        ProfileRules.judge(update, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            performance.ledger().apply(HolderTables.PROFILES.put(ProfileRules.of(update)));
        }
    }

    private static void setLicence(SetLicence set, Performance performance) {
        EligibilityRules.judge(set, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            performance
                    .ledger()
                    .apply(HolderTables.LICENCES.put(new Licence(
                            set.party(), set.untilDate(), classes(set.classes()), countries(set.countries()))));
        }
    }

    private static void attest(AttestEligibility attest, Performance performance) {
        EligibilityRules.judge(attest, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            performance
                    .ledger()
                    .apply(HolderTables.ELIGIBILITIES.put(new Eligibility(
                            attest.party(),
                            attest.investorClass(),
                            attest.country(),
                            attest.untilDate(),
                            performance.circumstances().signers().sender(),
                            false)));
        }
    }

    private static void revoke(RevokeEligibility revoke, Performance performance) {
        EligibilityRules.judge(revoke, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            LedgerOverlay ledger = performance.ledger();
            ledger.apply(HolderTables.ELIGIBILITIES.put(
                    ledger.eligibility(revoke.party()).orElseThrow().revoked()));
        }
    }

    private static void setHoldingRules(SetHoldingRules set, Performance performance) {
        HoldingTermsRules.judge(set, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            performance.ledger().apply(HolderTables.HOLDING_TERMS.put(termsOf(set, performance.ledger())));
        }
    }

    private static HoldingTerms termsOf(SetHoldingRules set, LedgerOverlay ledger) {
        boolean isNobodyHolding = ledger.asset(set.isin()).orElseThrow().outstandingUnits() == 0;
        boolean wasAttestedFromFirst = ledger.holdingTerms(set.isin())
                .filter(HoldingTerms::isAttestedFromFirst)
                .isPresent();
        return new HoldingTerms(
                set.isin(),
                set.needsAttestation(),
                set.needsAttestation() && (isNobodyHolding || wasAttestedFromFirst),
                countries(set.allowedCountries()),
                countries(set.barredCountries()),
                classes(set.allowedClasses()),
                set.largestUnits(),
                set.largestBasisPoints().map(Math::toIntExact),
                set.omnibusDaysMax().map(Math::toIntExact));
    }

    private static SortedSet<InvestorClass> classes(List<ClassOfInvestor> classes) {
        return classes.stream().map(ClassOfInvestor::investorClass).collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> countries(List<Country> countries) {
        return countries.stream().map(Country::code).collect(Collectors.toCollection(TreeSet::new));
    }
}
