package org.khazana.ledger.execution;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.AssetAction;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.instrument.PeriodDays;
import org.khazana.ledger.instrument.PeriodicPay;
import org.khazana.ledger.instrument.Schedule;
import org.khazana.ledger.instrument.Term;
import org.khazana.ledger.operation.AmendCeiling;
import org.khazana.ledger.operation.AmendInstrument;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.CreateBond;
import org.khazana.ledger.operation.CreateOtherAsset;
import org.khazana.ledger.operation.CreateProgramme;
import org.khazana.ledger.operation.CreateReserve;
import org.khazana.ledger.operation.CreateSukuk;
import org.khazana.ledger.operation.InstrumentDefinition;
import org.khazana.ledger.operation.InstrumentOperation;
import org.khazana.ledger.operation.PauseAsset;
import org.khazana.ledger.operation.ResumeAsset;
import org.khazana.ledger.rules.AssetGates;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.DefinedTerms;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.rules.InstrumentRules;
import org.khazana.ledger.rules.ProgrammeRules;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Period;
import org.khazana.ledger.state.Programme;
import org.khazana.ledger.state.Tables;

/** Carries out what changes programmes, instruments and their terms. */
final class Instruments {
    private final LedgerOverlay ledger;
    private final Circumstances circumstances;
    private final Findings findings;

    Instruments(Performance performance) {
        this.ledger = performance.ledger();
        this.circumstances = performance.circumstances();
        this.findings = performance.findings();
    }

    void perform(InstrumentOperation operation) {
        switch (operation) {
            case CreateProgramme create -> create(create);
            case AmendCeiling amend -> amend(amend);
            case CreateBill bill -> define(bill, bill);
            case CreateBond bond -> define(bond, bond);
            case CreateSukuk sukuk -> define(sukuk, sukuk);
            case CreateReserve reserve -> define(reserve, reserve);
            case CreateOtherAsset other -> define(other, other);
            case AmendInstrument amend -> amend(amend);
            case PauseAsset pause -> pause(pause);
            case ResumeAsset resume -> resume(resume);
        }
    }

    private void create(CreateProgramme create) {
        ProgrammeRules.judge(create, circumstances, findings);
        if (findings.areNone()) {
            ledger.apply(Tables.PROGRAMMES.put(new Programme(
                    create.programme(),
                    create.name(),
                    circumstances.signers().sender(),
                    create.currency(),
                    create.ceiling(),
                    0,
                    create.legalInstrumentHash())));
        }
    }

    private void amend(AmendCeiling amend) {
        ProgrammeRules.judge(amend, circumstances, findings);
        if (findings.areNone()) {
            Programme programme = ledger.programme(amend.programme()).orElseThrow();
            ledger.apply(Tables.PROGRAMMES.put(programme.withCeiling(amend.ceiling(), amend.legalInstrumentHash())));
        }
    }

    private void define(InstrumentOperation operation, InstrumentDefinition definition) {
        InstrumentRules.judge(operation, definition, circumstances, findings);
        if (findings.areNone()) {
            InstrumentTerms terms =
                    DefinedTerms.of(definition, circumstances.signers().sender());
            ledger.apply(Tables.ASSETS.put(Asset.defined(definition.isin(), terms)));
            count(terms, terms.authorisedFaceMinor());
            terms.periodicPay().ifPresent(pay -> schedule(definition.isin(), terms, pay));
        }
    }

    /** So much more face value is authorised under the programme, or less. */
    private void count(InstrumentTerms terms, long faceMinor) {
        terms.programme()
                .flatMap(ledger::programme)
                .ifPresent(programme -> ledger.apply(Tables.PROGRAMMES.put(
                        programme.withAuthorised(Math.addExact(programme.authorisedMinor(), faceMinor)))));
    }

    private void schedule(AssetCode isin, InstrumentTerms terms, PeriodicPay pay) {
        Term term = new Term(terms.issueDay(), terms.maturityDay().orElseThrow());
        List<PeriodDays> periods = Schedule.of(term, pay).orElseThrow();
        for (int i = 0; i < periods.size(); i++) {
            ledger.apply(Tables.PERIODS.put(new Period(isin, i + 1, periods.get(i))));
        }
    }

    private void amend(AmendInstrument amend) {
        InstrumentRules.judge(amend, circumstances, findings);
        if (findings.areNone()) {
            Asset asset = ledger.asset(amend.isin()).orElseThrow();
            InstrumentTerms terms = asset.instrument().orElseThrow();
            InstrumentTerms amended = DefinedTerms.amended(terms, amend);
            ledger.apply(Tables.ASSETS.put(asset.with(amended)));
            count(amended, amended.authorisedFaceMinor() - terms.authorisedFaceMinor());
        }
    }

    private void pause(PauseAsset pause) {
        AssetGates.judge(pause, circumstances, findings);
        if (findings.areNone()) {
            Asset asset = ledger.asset(pause.asset()).orElseThrow();
            SortedSet<AssetAction> paused = new TreeSet<>(asset.paused());
            paused.addAll(pause.actions());
            ledger.apply(Tables.ASSETS.put(asset.withPaused(paused)));
        }
    }

    private void resume(ResumeAsset resume) {
        AssetGates.judge(resume, circumstances, findings);
        if (findings.areNone()) {
            Asset asset = ledger.asset(resume.asset()).orElseThrow();
            SortedSet<AssetAction> paused = new TreeSet<>(asset.paused());
            paused.removeAll(resume.actions());
            ledger.apply(Tables.ASSETS.put(asset.withPaused(paused)));
        }
    }
}
