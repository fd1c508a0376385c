package org.khazana.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.instrument.AssetAction;
import org.khazana.ledger.instrument.BackingDemand;
import org.khazana.ledger.instrument.ContractForm;
import org.khazana.ledger.instrument.DayCount;
import org.khazana.ledger.instrument.Entitlement;
import org.khazana.ledger.instrument.Frequency;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.instrument.PeriodDays;
import org.khazana.ledger.instrument.PeriodicPay;
import org.khazana.ledger.instrument.RegisterMode;
import org.khazana.ledger.instrument.UnitLimits;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Attestation;
import org.khazana.ledger.state.DayMark;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Period;
import org.khazana.ledger.state.Programme;
import org.khazana.ledger.state.ReserveItem;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.time.BusinessTime;
import org.khazana.ledger.time.DayKind;

/** What every state of the ledger tells of instruments, of what limits them, and of days. */
abstract class InstrumentsContract extends HolderViewContract {
    private static final AssetCode RUPEE = new AssetCode("PKR");
    private static final AssetCode BILL = new AssetCode("PK0000000001");

    @Test
    protected void instrumentsOfEveryClassAreReadBackEqual() {
        PeriodicPay pay = new PeriodicPay(14_500_000, Frequency.MONTHLY, DayCount.A004, 30);
        List<Entitlement> entitlements = List.of(
                new Entitlement.Discount(),
                new Entitlement.FixedCoupon(pay),
                new Entitlement.FixedRental(pay, hash(3)),
                new Entitlement.Goods("GRM", 9, Long.MAX_VALUE),
                new Entitlement.AsDocumented());
        for (Entitlement entitlement : entitlements) {
            InstrumentTerms terms = new InstrumentTerms(
                    new PartyId(1),
                    "name",
                    "MMPXXX",
                    Optional.empty(),
                    Optional.empty(),
                    Integer.MAX_VALUE,
                    Optional.empty(),
                    new UnitLimits(3, 2, 1),
                    RegisterMode.PHYSICAL,
                    Optional.of(new BackingDemand(16, 8_784)),
                    ContractForm.IJARAH,
                    false,
                    Optional.empty(),
                    entitlement);
            Asset asset = Asset.defined(BILL, terms).withPaused(new TreeSet<>(List.of(AssetAction.values())));
            assertThat(after(List.of(Tables.ASSETS.put(asset))).asset(BILL)).contains(asset);
        }
    }

    @Test
    protected void whatLiesBehindAnAssetIsFoundInOrderAndApartFromThatOfOthers() {
        AssetCode next = new AssetCode("PK0000000070");
        Hash low = Hash.of(new byte[Hash.BYTES]);
        Hash high = hash(9);
        LedgerView view = after(List.of(
                Tables.ATTESTATIONS.put(new Attestation(BILL, new PartyId(300), 1, 2, low)),
                Tables.ATTESTATIONS.put(new Attestation(next, new PartyId(1), 3, 4, low)),
                Tables.ATTESTATIONS.put(new Attestation(BILL, new PartyId(2), 5, 6, high)),
                Tables.RESERVE_ITEMS.put(item(BILL, high)),
                Tables.RESERVE_ITEMS.put(item(next, low)),
                Tables.RESERVE_ITEMS.put(item(BILL, low).released()),
                Tables.PERIODS.put(new Period(BILL, 200, new PeriodDays(1, 2, 3))),
                Tables.PERIODS.put(new Period(next, 1, new PeriodDays(1, 2, 3))),
                Tables.PERIODS.put(new Period(BILL, 1, new PeriodDays(-1, Integer.MAX_VALUE, 0)))));

        assertThat(view.attestations(BILL))
                .containsExactly(
                        new Attestation(BILL, new PartyId(2), 5, 6, high),
                        new Attestation(BILL, new PartyId(300), 1, 2, low));
        assertThat(view.attestation(next, new PartyId(1))).contains(new Attestation(next, new PartyId(1), 3, 4, low));
        assertThat(view.reserveItems(BILL, 9)).containsExactly(item(BILL, low).released(), item(BILL, high));
        assertThat(view.reserveItems(BILL, 1)).hasSize(1);
        assertThat(view.reserveItem(next, low)).contains(item(next, low));
        assertThat(view.periods(BILL))
                .containsExactly(
                        new Period(BILL, 1, new PeriodDays(-1, Integer.MAX_VALUE, 0)),
                        new Period(BILL, 200, new PeriodDays(1, 2, 3)));
        assertThat(view.periods(RUPEE)).isEmpty();
    }

    private static ReserveItem item(AssetCode asset, Hash receipt) {
        return new ReserveItem(asset, receipt, "Söhne", "fine", 7, "GRM", receipt, ReserveItem.State.DEPOSITED);
    }

    @Test
    protected void daysAndProgrammesAreReadBackEqual() {
        BusinessTime time = new BusinessTime(new TreeSet<>(List.of(DayOfWeek.FRIDAY)), -60, Optional.of(-1));
        Programme programme = new Programme("P 1", "Söhne", new PartyId(7), RUPEE, Long.MAX_VALUE, 3, hash(4));
        LedgerView view = after(List.of(
                Tables.BUSINESS_TIME.put(BusinessTime.FOUNDING),
                Tables.BUSINESS_TIME.put(time),
                Tables.CALENDAR.put(new DayMark(-1, DayKind.HOLIDAY)),
                Tables.CALENDAR.put(new DayMark(20_000, DayKind.BUSINESS)),
                Tables.PROGRAMMES.put(programme)));

        assertThat(view.businessTime()).isEqualTo(time);
        assertThat(view.dayMark(-1)).contains(new DayMark(-1, DayKind.HOLIDAY));
        assertThat(view.dayMark(20_000)).contains(new DayMark(20_000, DayKind.BUSINESS));
        assertThat(view.dayMark(0)).isEmpty();
        assertThat(view.programme("P 1")).contains(programme);
        assertThat(view.programme("P")).isEmpty();
    }

    private static Hash hash(int filler) {
        byte[] bytes = new byte[Hash.BYTES];
        bytes[Hash.BYTES - 1] = (byte) filler;
        return Hash.of(bytes);
    }
}
