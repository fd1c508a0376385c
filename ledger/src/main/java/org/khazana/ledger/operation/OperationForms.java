package org.khazana.ledger.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.khazana.ledger.form.Form;

/** All operations there are: what each looks like, and its number in a transaction. */
public final class OperationForms {
    /** Their numbers follow one another from here; those of the other fields of a body are less. */
    public static final int NUMBER_FIRST = 16;

    /** In order of their numbers. A place is kept for ever; new ones come last. */
    private static final List<Class<? extends Record>> TYPES = List.of(
            CreateBill.class,
            RecordCashDeposit.class,
            IssueTokens.class,
            TransferTokens.class,
            SettleNow.class,
            SetValidators.class,
            SetPolicy.class,
            RegisterParty.class,
            SetPartyStatus.class,
            GrantRole.class,
            RevokeRole.class,
            AddKey.class,
            RevokeKey.class,
            RaiseMotion.class,
            SupportMotion.class,
            OpposeMotion.class,
            SetKeyThreshold.class,
            StartKeyRecovery.class,
            CancelKeyRecovery.class,
            CompleteKeyRecovery.class,
            SetParameter.class,
            HaltSystem.class,
            ResumeSystem.class,
            ActivateProtocol.class,
            PlaceRestriction.class,
            AmendRestriction.class,
            LiftRestriction.class,
            RegisterOrder.class,
            ForceTransfer.class,
            CreatePledge.class,
            ReleasePledge.class,
            CallPledge.class,
            EnforcePledge.class,
            SubstitutePledge.class,
            OpenAccount.class,
            OpenOfficialAccount.class,
            SetAccountControl.class,
            CloseAccount.class,
            PostOmnibusCommitment.class,
            UpdateParty.class,
            SetLicence.class,
            AttestEligibility.class,
            RevokeEligibility.class,
            SetHoldingRules.class,
            CreateProgramme.class,
            AmendCeiling.class,
            CreateBond.class,
            CreateSukuk.class,
            CreateReserve.class,
            CreateOtherAsset.class,
            AmendInstrument.class,
            PauseAsset.class,
            ResumeAsset.class,
            UpdateCalendar.class,
            AdvanceBusinessDay.class,
            AttestBacking.class,
            RevokeBacking.class,
            DepositReserveItem.class,
            ReleaseReserveItem.class,
            RetireTokens.class,
            RenumberLots.class,
            CreateInstruction.class,
            AffirmInstruction.class,
            HoldInstruction.class,
            ReleaseInstruction.class,
            CancelInstruction.class,
            SettleInstruction.class,
            ReverseSettlement.class,
            RequestCashWithdrawal.class,
            ConfirmCashWithdrawal.class,
            RejectCashWithdrawal.class,
            AttestCashBacking.class,
            TransferCash.class,
            RecountAsset.class,
            RunDueWork.class,
            TransferBatch.class);

    private static final List<Form<?>> FORMS = new ArrayList<>();
    private static final Map<String, Form<?>> BY_NAME = new TreeMap<>();

    static {
        for (Class<? extends Record> type : TYPES) {
            Form<?> form = Form.of(type);
            FORMS.add(form);
            BY_NAME.put(form.name(), form);
        }
    }

    private OperationForms() {}

    public static List<Form<?>> all() {
        return List.copyOf(FORMS);
    }

    /** By the number of the field that it fills in a body. */
    public static Optional<Form<?>> numbered(int number) {
        int place = number - NUMBER_FIRST;
        return place >= 0 && place < FORMS.size() ? Optional.of(FORMS.get(place)) : Optional.empty();
    }

    /** By its name in JSON. */
    public static Optional<Form<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static Form<?> of(Operation operation) {
        return FORMS.get(TYPES.indexOf(operation.getClass()));
    }

    public static int numberOf(Operation operation) {
        return NUMBER_FIRST + TYPES.indexOf(operation.getClass());
    }
}
