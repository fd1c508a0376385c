package org.khazana.ledger.execution;

import java.util.Optional;
import org.khazana.ledger.operation.CreateInstrument;
import org.khazana.ledger.operation.InstrumentOperation;
import org.khazana.ledger.rules.InstrumentRules;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Asset.BillTerms;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.Units;

/** Carries out what changes the instruments and their terms. */
final class Instruments {
    private Instruments() {}

    static void perform(InstrumentOperation operation, Performance performance) {
        switch (operation) {
            case CreateInstrument create -> create(create, performance);
        }
    }

    private static void create(CreateInstrument create, Performance performance) {
        InstrumentRules.judge(create, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            BillTerms terms = new BillTerms(
                    performance.circumstances().signers().sender(),
                    create.name(),
                    create.currency(),
                    create.faceValue(),
                    create.issueDate(),
                    create.maturityDate(),
                    create.authorisedUnits(),
                    create.minimumUnits(),
                    create.multipleUnits(),
                    create.termSheetHash());
            performance
                    .ledger()
                    .apply(Tables.ASSETS.put(
                            new Asset(create.isin(), Units.NONE, Optional.of(terms), Optional.empty())));
        }
    }
}
