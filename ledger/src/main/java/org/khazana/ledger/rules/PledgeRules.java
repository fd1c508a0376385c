package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_NOT_OF_BENEFICIARY;
import static org.khazana.ledger.refusal.RefusalCode.BENEFICIARY_IS_OWNER;
import static org.khazana.ledger.refusal.RefusalCode.BENEFICIARY_SIGNATURE_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.CLAIM_NUMBER_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.NOTICE_GIVEN_ALREADY;
import static org.khazana.ledger.refusal.RefusalCode.NOTICE_NOT_GIVEN;
import static org.khazana.ledger.refusal.RefusalCode.NOTICE_PERIOD_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.NOTICE_RUNNING;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NAMED_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NOT_ACTIVE;
import static org.khazana.ledger.refusal.RefusalCode.PLEDGE_EXISTS;
import static org.khazana.ledger.refusal.RefusalCode.PLEDGE_NOT_STANDING;
import static org.khazana.ledger.refusal.RefusalCode.PLEDGE_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.SAME_ORGANISATION;
import static org.khazana.ledger.refusal.RefusalCode.SUBSTITUTE_SHORT;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.claim.ClaimLimits;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.CallPledge;
import org.khazana.ledger.operation.CreatePledge;
import org.khazana.ledger.operation.EnforcePledge;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.ReleasePledge;
import org.khazana.ledger.operation.SubstitutePledge;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.Pledge;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.Restraints;

/** Whether units may be set aside for a creditor, and what becomes of them. */
public final class PledgeRules {
    private PledgeRules() {}

    /**
     * Order: the number, or it is taken; the giving account as for a transfer; the asset; the quantity; the serials that are named; the
     * beneficiary unknown, not active, or the owner; the notice period; the time over before it begins; then as
     * {@link EncumberingRules#room} has it.
     */
    public static void judge(CreatePledge create, Circumstances circumstances, Findings findings) {
        findings.demand(create.pledge() > 0, CLAIM_NUMBER_INVALID);
        findings.demand(circumstances.view().pledge(create.pledge()).isEmpty(), PLEDGE_EXISTS);
        MovementRules.debitSide(Debit.of(create), circumstances, findings);
        if (findings.demand(circumstances.view().party(create.beneficiary()).isPresent(), PARTY_NAMED_UNKNOWN)) {
            findings.demand(circumstances.isActive(create.beneficiary()), PARTY_NOT_ACTIVE);
        }
        findings.demand(!isOwner(create.beneficiary(), create.account(), circumstances), BENEFICIARY_IS_OWNER);
        findings.demand(
                create.noticeDays() >= 0 && create.noticeDays() <= ClaimLimits.NOTICE_DAYS_MAX, NOTICE_PERIOD_INVALID);
        RestrictingRules.until(create.until(), circumstances, findings);
        EncumberingRules.room(Debit.of(create), circumstances, findings);
    }

    private static boolean isOwner(PartyId party, AccountId account, Circumstances circumstances) {
        return circumstances
                .view()
                .account(account)
                .filter(known -> known.owner().equals(party))
                .isPresent();
    }

    /** Order: unknown; the beneficiary does not sign; not standing any more. */
    public static void judge(ReleasePledge release, Circumstances circumstances, Findings findings) {
        standing(release.pledge(), circumstances, findings);
    }

    private static Optional<Pledge> standing(long number, Circumstances circumstances, Findings findings) {
        Optional<Pledge> known = findings.demand(circumstances.view().pledge(number), PLEDGE_UNKNOWN);
        known.ifPresent(pledge -> {
            findings.demand(circumstances.signers().include(pledge.beneficiary()), BENEFICIARY_SIGNATURE_MISSING);
            findings.demand(isStanding(pledge, circumstances), PLEDGE_NOT_STANDING);
        });
        return known.filter(pledge -> isStanding(pledge, circumstances));
    }

    private static boolean isStanding(Pledge pledge, Circumstances circumstances) {
        return circumstances
                .view()
                .encumbrance(pledge.encumbrance())
                .filter(encumbrance -> encumbrance.isLive(circumstances.blockTimeMillis()))
                .isPresent();
    }

    /** Order: as for a release; notice was given before. */
    public static void judge(CallPledge call, Circumstances circumstances, Findings findings) {
        standing(call.pledge(), circumstances, findings)
                .ifPresent(pledge -> findings.demand(pledge.noticeGivenMillis().isEmpty(), NOTICE_GIVEN_ALREADY));
    }

    /**
     * Order: the policy; as for a release; the beneficiary is the sender, who countersigns its own case; no notice, or its time not
     * over; the receiving account may not receive, or not so much, or is not the beneficiary's; what authorities forbid of the giving account,
     * or of the tokens that the pledge names; then what {@link #tokens} finds. Restrictions of a number of units leave alone what is set
     * aside; the owner and its controller are not asked.
     */
    public static void judge(EnforcePledge enforce, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(enforce, circumstances, findings);
        standing(enforce.pledge(), circumstances, findings).ifPresent(pledge -> {
            findings.demand(!pledge.beneficiary().equals(circumstances.signers().sender()), SAME_ORGANISATION);
            if (findings.demand(pledge.noticeGivenMillis().isPresent(), NOTICE_NOT_GIVEN)) {
                findings.demand(pledge.isNoticeOver(circumstances.blockTimeMillis()), NOTICE_RUNNING);
            }
            movement(enforce.to(), pledge, circumstances, findings);
        });
    }

    private static void movement(AccountId to, Pledge pledge, Circumstances circumstances, Findings findings) {
        Encumbrance units =
                circumstances.view().encumbrance(pledge.encumbrance()).orElseThrow();
        AccountRules.credit(to, units.asset(), circumstances, findings);
        HoldingRules.judge(to, units.asset(), circumstances, findings);
        HoldingLimits.judge(
                List.of(new Leg(units.account(), to, units.asset(), units.quantity())), circumstances.view(), findings);
        if (circumstances.view().account(to).isPresent()) {
            findings.demand(isOwner(pledge.beneficiary(), to, circumstances), ACCOUNT_NOT_OF_BENEFICIARY);
        }
        RestrictionRules.debit(
                circumstances.view().account(units.account()).orElseThrow(),
                units.asset(),
                units.serials().ranges(),
                circumstances,
                findings);
        LotRules.obstacle(tokens(units, circumstances)).ifPresent(findings::refuse);
    }

    /**
     * Which tokens the beneficiary takes: those that the pledge names, or else as many as {@link LotRules#tokens} finds beside those that
     * other encumbrances name. Order: locked up, or scattered over too many lots.
     */
    public static LotChoice tokens(Encumbrance units, Circumstances circumstances) {
        if (units.isOfSerials()) {
            return NamedSerials.held(Debit.of(units), circumstances.view(), circumstances.day());
        }
        Restraints restraints = new Restraints(circumstances.view(), circumstances.blockTimeMillis());
        Position position = circumstances.view().position(units.account(), units.asset());
        return LotRules.tokens(Debit.of(units), restraints.setAside(position), circumstances);
    }

    /**
     * Order: as for a release; the new account as for a transfer, the asset, the quantity, the serials that are named; the new account is
     * the beneficiary's; fewer of the same asset; then as {@link EncumberingRules#room} has it, while the old units are still set aside.
     */
    public static void judge(SubstitutePledge substitute, Circumstances circumstances, Findings findings) {
        standing(substitute.pledge(), circumstances, findings).ifPresent(pledge -> {
            MovementRules.debitSide(Debit.of(substitute), circumstances, findings);
            findings.demand(!isOwner(pledge.beneficiary(), substitute.account(), circumstances), BENEFICIARY_IS_OWNER);
            Encumbrance old =
                    circumstances.view().encumbrance(pledge.encumbrance()).orElseThrow();
            findings.demand(
                    !old.asset().equals(substitute.asset()) || substitute.quantity() >= old.quantity(),
                    SUBSTITUTE_SHORT);
            EncumberingRules.room(Debit.of(substitute), circumstances, findings);
        });
    }
}
