package org.khazana.api.server;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.party.InvestorClass;
import org.khazana.ledger.party.PartyKind;
import org.khazana.ledger.party.TaxClass;
import org.khazana.ledger.state.Eligibility;
import org.khazana.ledger.state.HolderTables;
import org.khazana.ledger.state.HoldingTerms;
import org.khazana.ledger.state.Licence;
import org.khazana.ledger.state.OmnibusCommitment;
import org.khazana.ledger.state.PartyProfile;
import org.khazana.ledger.table.Change;

/** What is known of Amna, and the rules about those who hold the bill of {@link FakeGateway}. */
final class Holders {
    private static final PartyId AMNA = new PartyId(5);

    private Holders() {}

    static List<Change> changes() {
        return List.of(
                HolderTables.PROFILES.put(new PartyProfile(
                        AMNA,
                        PartyKind.PERSON_PSEUDONYM,
                        Optional.empty(),
                        Optional.of(FakeGateway.hashOf(3)),
                        Optional.of("PK"),
                        Optional.of(TaxClass.FILER))),
                HolderTables.LICENCES.put(new Licence(
                        AMNA, 20_100, new TreeSet<>(List.of(InvestorClass.BANK)), new TreeSet<>(List.of("AE")))),
                HolderTables.ELIGIBILITIES.put(
                        new Eligibility(AMNA, InvestorClass.RETAIL, "PK", 20_000, new PartyId(4), false)),
                HolderTables.HOLDING_TERMS.put(new HoldingTerms(
                        FakeGateway.BILL,
                        true,
                        true,
                        new TreeSet<>(),
                        new TreeSet<>(),
                        new TreeSet<>(),
                        Optional.of(1_000L),
                        Optional.of(2_500),
                        Optional.empty())),
                HolderTables.OMNIBUS_COMMITMENTS.put(new OmnibusCommitment(
                        new AccountId(5001), FakeGateway.BILL, FakeGateway.hashOf(4), 250, 20_000)));
    }
}
