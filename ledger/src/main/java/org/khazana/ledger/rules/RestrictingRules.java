package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.APPROVALS_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_CLASS_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.AUTHORITY_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.CLAIM_NUMBER_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NAMED_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.QUANTITY_NOT_POSITIVE;
import static org.khazana.ledger.refusal.RefusalCode.RESTRICTIONS_TOO_MANY;
import static org.khazana.ledger.refusal.RefusalCode.RESTRICTION_EXISTS;
import static org.khazana.ledger.refusal.RefusalCode.RESTRICTION_NOT_ACTIVE;
import static org.khazana.ledger.refusal.RefusalCode.RESTRICTION_OF_ANOTHER;
import static org.khazana.ledger.refusal.RefusalCode.RESTRICTION_QUANTITY_MISPLACED;
import static org.khazana.ledger.refusal.RefusalCode.RESTRICTION_TARGET_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.RESTRICTION_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.RESTRICTION_WAY_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.SAME_PERSON;
import static org.khazana.ledger.refusal.RefusalCode.SERIALS_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.SERIALS_NOT_GIVEN_OUT;
import static org.khazana.ledger.refusal.RefusalCode.SERIALS_OVERLAP;
import static org.khazana.ledger.refusal.RefusalCode.UNTIL_PASSED;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.Subject;
import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.claim.ClaimLimits;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.claim.RestrictionScope;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.AmendRestriction;
import org.khazana.ledger.operation.LiftRestriction;
import org.khazana.ledger.operation.PlaceRestriction;
import org.khazana.ledger.operation.RestrictionOperation;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Restraints;
import org.khazana.ledger.state.Restriction;
import org.khazana.ledger.state.RestrictionTarget;

/** Whether a restriction may be placed, amended or lifted. */
public final class RestrictingRules {
    /** Whoever may confirm, beside the sanctions officer who asks, that a block by sanctions is weakened. */
    private static final Set<Role> SECOND_AUTHORITIES =
            Set.of(Role.SANCTIONS_OFFICER, Role.COURT_OFFICER, Role.REGULATOR);

    private RestrictingRules() {}

    /**
     * Never refused because too little is held. Order: the sender's role does not fit the ground; the number, or it is taken; what is
     * named does not fit the scope, or is not there; serials of what has none, not sound, overlapping, or never given out; a
     * quantity where there can be none, or not positive; tokens blocked otherwise than against debits; the time over before it
     * begins; too many on that target.
     */
    public static void judge(PlaceRestriction place, Circumstances circumstances, Findings findings) {
        findings.demand(
                circumstances.hasRole(
                        circumstances.signers().sender(),
                        place.ground().authority(),
                        Subjects.of(place, circumstances.view())),
                AUTHORITY_MISSING);
        findings.demand(place.restriction() > 0, CLAIM_NUMBER_INVALID);
        findings.demand(circumstances.view().restriction(place.restriction()).isEmpty(), RESTRICTION_EXISTS);
        Optional<RestrictionTarget> target = findings.demand(targetOf(place), RESTRICTION_TARGET_INVALID);
        if (target.isPresent()) {
            place.party()
                    .ifPresent(party -> findings.demand(circumstances.view().party(party), PARTY_NAMED_UNKNOWN));
            place.account()
                    .ifPresent(account -> findings.demand(circumstances.view().account(account), ACCOUNT_UNKNOWN));
            place.asset()
                    .ifPresent(asset -> findings.demand(circumstances.view().asset(asset), ASSET_UNKNOWN));
        }
        target.flatMap(RestrictionTarget::asset)
                .flatMap(circumstances.view()::asset)
                .flatMap(asset -> flaw(place.serials(), asset))
                .ifPresent(findings::refuse);
        extent(place.scope(), place.blocks(), place.quantity(), findings);
        until(place.until(), circumstances, findings);
        target.ifPresent(each -> findings.demand(hasRoom(each, circumstances), RESTRICTIONS_TOO_MANY));
    }

    /** What is named, if it is just what the scope needs. */
    public static Optional<RestrictionTarget> targetOf(PlaceRestriction place) {
        boolean isForParty = place.scope() == RestrictionScope.PARTY;
        boolean isForAccount = place.scope() == RestrictionScope.ACCOUNT || place.scope() == RestrictionScope.POSITION;
        boolean isForAsset = place.scope() != RestrictionScope.PARTY && place.scope() != RestrictionScope.ACCOUNT;
        if (place.party().isPresent() != isForParty
                || place.account().isPresent() != isForAccount
                || place.asset().isPresent() != isForAsset
                || place.serials().isEmpty() == (place.scope() == RestrictionScope.SERIALS)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (place.scope()) {
                    case PARTY -> RestrictionTarget.of(place.party().orElseThrow());
                    case ACCOUNT -> RestrictionTarget.of(place.account().orElseThrow());
                    case POSITION ->
                        RestrictionTarget.of(
                                place.account().orElseThrow(), place.asset().orElseThrow());
                    case ASSET -> RestrictionTarget.of(place.asset().orElseThrow());
                    case SERIALS -> RestrictionTarget.ofSerials(place.asset().orElseThrow());
                });
    }

    /** What is wrong with serials that are named. Order: of what has none; not sound, not ascending, or too many; never given out. */
    private static Optional<RefusalCode> flaw(List<SerialRange> serials, Asset asset) {
        if (serials.isEmpty()) {
            return Optional.empty();
        } else if (!asset.isSerialised()) {
            return Optional.of(ASSET_CLASS_NOT_ALLOWED);
        } else if (serials.size() > ClaimLimits.SERIAL_RANGES_MAX
                || !serials.stream().allMatch(SerialRange::isSound)) {
            return Optional.of(SERIALS_INVALID);
        } else if (!areApart(serials)) {
            return Optional.of(SERIALS_OVERLAP);
        }
        return serials.getLast().end() > asset.units().nextSerial()
                ? Optional.of(SERIALS_NOT_GIVEN_OUT)
                : Optional.empty();
    }

    private static boolean areApart(List<SerialRange> serials) {
        for (int i = 1; i < serials.size(); i++) {
            if (serials.get(i).first() < serials.get(i - 1).end()) {
                return false;
            }
        }
        return true;
    }

    /**
     * A number of units can be held back in one place and one direction only. Tokens that cannot leave cannot come in anywhere either, so
     * there is one direction only for them as well.
     */
    private static void extent(RestrictionScope scope, Blocks blocks, Optional<Long> quantity, Findings findings) {
        quantity.ifPresent(units -> {
            findings.demand(
                    scope == RestrictionScope.POSITION && blocks == Blocks.DEBIT, RESTRICTION_QUANTITY_MISPLACED);
            findings.demand(units > 0, QUANTITY_NOT_POSITIVE);
        });
        findings.demand(scope != RestrictionScope.SERIALS || blocks == Blocks.DEBIT, RESTRICTION_WAY_INVALID);
    }

    static void until(Optional<Long> until, Circumstances circumstances, Findings findings) {
        until.ifPresent(millis -> findings.demand(millis > circumstances.blockTimeMillis(), UNTIL_PASSED));
    }

    private static boolean hasRoom(RestrictionTarget target, Circumstances circumstances) {
        return new Restraints(circumstances.view(), circumstances.blockTimeMillis())
                        .on(target)
                        .size()
                < ClaimLimits.RESTRICTIONS_PER_TARGET_MAX;
    }

    /** Order: as for lifting; then the quantity and the time, as for placing. */
    public static void judge(AmendRestriction amend, Circumstances circumstances, Findings findings) {
        changeable(amend.restriction(), circumstances, findings).ifPresent(restriction -> {
            extent(restriction.target().scope(), amend.blocks(), amend.units(), findings);
            until(amend.until(), circumstances, findings);
        });
    }

    /**
     * Order: unknown; another's, and the sender is no court above it, or has the role no more; sanctions, and no second authority
     * signs, or one human signs for both; not active any more.
     */
    public static void judge(LiftRestriction lift, Circumstances circumstances, Findings findings) {
        changeable(lift.restriction(), circumstances, findings);
    }

    private static Optional<Restriction> changeable(long number, Circumstances circumstances, Findings findings) {
        Optional<Restriction> known = findings.demand(circumstances.view().restriction(number), RESTRICTION_UNKNOWN);
        known.ifPresent(restriction -> {
            commands(restriction, circumstances, findings);
            if (restriction.ground() == RestrictionGround.SANCTION) {
                findings.demand(hasSecondAuthority(restriction, circumstances), APPROVALS_MISSING);
                findings.demand(circumstances.signers().areDifferentPersons(), SAME_PERSON);
            }
            findings.demand(restriction.isActive(circumstances.blockTimeMillis()), RESTRICTION_NOT_ACTIVE);
        });
        return known;
    }

    /** Order: another's, and the sender is no court above it; its own, but the role was taken from it. */
    static void commands(Restriction restriction, Circumstances circumstances, Findings findings) {
        PartyId sender = circumstances.signers().sender();
        Subject subject = Subjects.of(restriction, circumstances.view());
        boolean isOwn = restriction.authority().equals(sender);
        boolean isCourtAbove = restriction.ground() != RestrictionGround.COURT
                && circumstances.hasRole(sender, Role.COURT_OFFICER, subject);
        if (findings.demand(isOwn || isCourtAbove, RESTRICTION_OF_ANOTHER)) {
            findings.demand(
                    isCourtAbove
                            || circumstances.hasRole(
                                    sender, restriction.ground().authority(), subject),
                    AUTHORITY_MISSING);
        }
    }

    private static boolean hasSecondAuthority(Restriction restriction, Circumstances circumstances) {
        return circumstances.signers().parties().stream()
                .filter(party -> !party.equals(circumstances.signers().sender()))
                .anyMatch(party -> isSecondAuthority(party, restriction, circumstances));
    }

    private static boolean isSecondAuthority(PartyId party, Restriction restriction, Circumstances circumstances) {
        Subject subject = Subjects.of(restriction, circumstances.view());
        return SECOND_AUTHORITIES.stream().anyMatch(role -> circumstances.hasRole(party, role, subject));
    }

    /** Whether a party that is not the sender may be the second authority that weakens a block by sanctions. */
    static boolean mayConfirm(RestrictionOperation operation, PartyId party, Circumstances circumstances) {
        return changed(operation)
                .flatMap(circumstances.view()::restriction)
                .filter(restriction -> restriction.ground() == RestrictionGround.SANCTION)
                .filter(restriction -> isSecondAuthority(party, restriction, circumstances))
                .isPresent();
    }

    private static Optional<Long> changed(RestrictionOperation operation) {
        return switch (operation) {
            case PlaceRestriction place -> Optional.empty();
            case AmendRestriction amend -> Optional.of(amend.restriction());
            case LiftRestriction lift -> Optional.of(lift.restriction());
        };
    }
}
