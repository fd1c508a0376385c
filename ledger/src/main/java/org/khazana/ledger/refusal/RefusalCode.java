package org.khazana.ledger.refusal;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why the ledger refuses. The numbers are part of the published contract: stable, never reused, and grouped by
 * thousands (1 envelope and system, 2 authority, 3 party, 4 account, 5 instrument and supply, 6 quantity and cash, 7
 * settlement, 8 validators and, from 8101 on, pledges, 9 restrictions and orders, 10 backing). The order in which rules are
 * asked is in {@code ledger.rules}.
 */
public enum RefusalCode {
    MALFORMED(1001, true),
    SIGNATURE_INVALID(1002, true),
    EXPIRED_OR_TOO_EARLY(1003, true),
    REQUEST_ID_REUSED(1004, true),
    OPERATION_UNKNOWN(1005, true),
    CHAIN_WRONG(1006, true),
    BOUND_EXCEEDED(1007, true),
    /** The same transaction is in the chain already; its first receipt stands. */
    DUPLICATE(1008, true),
    ARITHMETIC_OVERFLOW(1009),
    SYSTEM_HALTED(1011),
    NOT_HALTED(1012),
    PARAMETER_OUT_OF_BOUNDS(1013),
    /** Another version was decided and does not hold yet. */
    PROTOCOL_PENDING(1014),
    PROTOCOL_VERSION_INVALID(1015),
    PROTOCOL_HEIGHT_INVALID(1016),
    BUSINESS_DAY_NOT_NEXT(1201),
    /** What was said about a day that has begun is not changed any more. */
    CALENDAR_DAY_PASSED(1202),
    /** Somebody has gone on from there already, or there is nothing to do. */
    WORK_NOT_DUE(1203),
    BUSINESS_DAY_NOT_REACHED(1204),
    CALENDAR_DAYS_INVALID(1205),
    STEP_SIZE_INVALID(1206),
    /** A bug in the ledger; nothing was done, and all business stops. */
    INVARIANT_BROKEN(1302),

    PARTY_UNKNOWN(2001, true),
    KEY_UNKNOWN(2002, true),
    /** The keys that sign for a party weigh less, together, than it has asked for. */
    KEY_THRESHOLD_NOT_MET(2003, true),
    /** No signature is by a key of the sender. */
    SENDER_SIGNATURE_MISSING(2004, true),
    ROLE_MISSING(2005),
    /** The time in which a party can say that its keys are not lost is not over. */
    RECOVERY_WAITING(2006),
    /** One human would agree for two organisations. */
    SAME_PERSON(2007),
    /** A second organisation had to sign, and the same party signed twice. */
    SAME_ORGANISATION(2008),
    MOTION_EXPIRED(2009),
    /** Some of those whose policy it is have signed, but too few. */
    APPROVALS_MISSING(2010),
    POLICY_UNKNOWN(2011),
    /** With the parties and roles that would then be, nobody could ever agree as a policy demands. */
    POLICY_IMPOSSIBLE(2012),
    PARTY_EXISTS(2013),
    /** The party named in the operation, not the sender. */
    PARTY_NAMED_UNKNOWN(2014),
    /** The role is there already, or was not. */
    ROLE_UNCHANGED(2015),
    KEY_INVALID(2016),
    /** A key belongs to one party, and never to another one later. */
    KEY_IN_USE(2017),
    /** A party without keys could never do anything again. */
    LAST_KEY(2018),
    NAME_INVALID(2019),
    KEY_UNKNOWN_TO_PARTY(2020),
    PARTY_CLOSED(2021),
    PARTY_STATUS_UNCHANGED(2022),
    PARTY_NUMBER_INVALID(2023),
    MOTION_UNKNOWN(2024),
    /** It was carried out or rejected. */
    MOTION_NOT_OPEN(2025),
    MOTION_EXPIRY_INVALID(2026),
    /** The sender has spoken for it, or against it, already. */
    MOTION_VOICE_UNCHANGED(2027),
    MOTIONS_TOO_MANY(2028),
    /** More parties have spoken than are counted. */
    MOTION_VOICES_TOO_MANY(2029),
    /** Less than the party's threshold would be left of the weight of its keys. */
    KEY_THRESHOLD_UNREACHABLE(2030),
    KEYS_TOO_MANY(2031),
    KEY_WEIGHT_INVALID(2032),
    RECOVERY_UNKNOWN(2033),
    /** A governor is one for everything and without an end. */
    GOVERNOR_LIMITED(2034),
    /** Both a programme and an asset are named. */
    ROLE_SCOPE_INVALID(2035),
    /** A role that is never asked about an asset. */
    ROLE_FOR_EVERYTHING_ONLY(2036),
    ROLE_END_PASSED(2037),
    ROLES_TOO_MANY(2038),
    /** Somebody signed who has no part in it. */
    SIGNATURE_NOT_NEEDED(2039),

    LEI_INVALID(3001),
    /** Another party has made the same commitment: it is the same person or organisation. */
    IDENTITY_IN_USE(3002),
    PARTY_NOT_ACTIVE(3003),
    /** The licence of the attestor does not cover this class or country, or has ended. */
    ATTESTOR_NOT_LICENSED(3004),
    /** Nobody has attested the receiver. */
    RECEIVER_NOT_ELIGIBLE(3005),
    /** The attestation of the receiver has expired or was revoked: it may sell, but not receive. */
    ELIGIBILITY_ENDED(3006),
    COUNTRY_NOT_ALLOWED(3007),
    INVESTOR_CLASS_NOT_ALLOWED(3008),
    /** One party would hold too much in all its accounts together. */
    HOLDING_LIMIT_EXCEEDED(3010),
    /** It moves between clients of different institutions, and does not say by which message these told each other who they are. */
    TRAVEL_RULE_DATA_MISSING(3011),
    /** A restriction on the ground of sanctions. */
    SANCTIONS_BLOCK(3012),
    /** Not a country of ISO 3166-1. */
    COUNTRY_UNKNOWN(3013),
    /** A person without a commitment to its identity could be registered twice. */
    IDENTITY_MISSING(3014),
    LEI_IN_USE(3015),
    /** An attestation that has ended before it begins. */
    ELIGIBILITY_PERIOD_INVALID(3016),
    /** There is no attestation that could be revoked. */
    ELIGIBILITY_MISSING(3017),
    /** The sender has not given this attestation, and is no regulator. */
    NOT_THE_ATTESTOR(3018),
    LICENCE_INVALID(3019),
    HOLDING_RULES_INVALID(3020),

    /** The account of this kind is not for this owner and controller. */
    ACCOUNT_KIND_NOT_ALLOWED(4001),
    DEBIT_BLOCKED(4002),
    CREDIT_BLOCKED(4003),
    ACCOUNT_NOT_EMPTY(4004),
    CONTROLLER_SIGNATURE_MISSING(4005),
    /** Nothing enters an omnibus account before its custodian has said anew whose its contents are. */
    OMNIBUS_COMMITMENT_STALE(4007),
    ACCOUNT_UNKNOWN(4008),
    RECEIVER_SIGNATURE_MISSING(4009),
    ACCOUNT_NUMBER_INVALID(4010),
    ACCOUNT_EXISTS(4011),
    /** Owner or controller has not signed what changes their account. */
    ACCOUNT_SIGNATURE_MISSING(4012),
    /** The account is closed, for good. */
    ACCOUNT_CLOSED(4013),
    /** The leaves of the tree do not add up to what the account holds. */
    OMNIBUS_TOTAL_WRONG(4014),
    OMNIBUS_DAY_INVALID(4015),

    CEILING_EXCEEDED(5001),
    ISIN_INVALID(5002),
    CFI_INVALID(5003),
    SCHEDULE_INVALID(5004),
    /** From the first issue on the terms are a promise to holders. */
    TERMS_FROZEN(5007),
    ASSET_EXISTS(5008),
    ASSET_UNKNOWN(5009),
    ASSET_NOT_ACTIVE(5010),
    AUTHORISED_EXCEEDED(5011),
    /** Tokens are retired from the treasury of their issuer only. */
    NOT_TREASURY(5012),
    OPERATION_PAUSED(5013),
    USE_NOT_ALLOWED(5014),
    /** The operation does not fit the class of the asset, such as issuing cash. */
    ASSET_CLASS_NOT_ALLOWED(5015),
    /** A figure of the terms is zero, negative or does not fit the others. */
    TERMS_INVALID(5016),
    PROGRAMME_UNKNOWN(5020),
    /** The programme is another issuer's, or in another currency. */
    PROGRAMME_MISMATCH(5021),
    PROGRAMME_EXISTS(5022),
    UNIT_UNKNOWN(5023),
    PAUSE_UNCHANGED(5024),
    TERMS_UNCHANGED(5025),

    QUANTITY_NOT_POSITIVE(6001),
    QUANTITY_INSUFFICIENT(6002),
    /** Enough is held, but it is set aside for others or held back by authorities. */
    QUANTITY_NOT_AVAILABLE(6003),
    QUANTITY_NOT_ALLOWED(6004),
    SELF_TRANSFER(6005),
    /** The giving account holds enough, but not enough that can be moved today. */
    TOKENS_LOCKED(6006),
    /** The tokens are scattered over more lots than one movement may touch. */
    LOTS_TOO_MANY(6007),
    SERIALS_NOT_HELD(6008),
    /** The position has fewer than two lots that could become one. */
    NOTHING_TO_RENUMBER(6010),
    SERIALS_NOT_THE_QUANTITY(6011),
    SERIALS_OVERLAP(6012),
    /** A range of serials is empty or out of bounds, or there are too many ranges. */
    SERIALS_INVALID(6013),
    /** No token ever had some of the serials that are named. */
    SERIALS_NOT_GIVEN_OUT(6014),
    /** Some of the serials named stand for a pledge, or wait for a settlement. */
    TOKENS_SET_ASIDE(6015),
    RTGS_REFERENCE_USED(6101),
    CURRENCY_UNKNOWN(6102),
    /** No account outside is registered to or from which the money could be paid. */
    OUTSIDE_ACCOUNT_NOT_REGISTERED(6103),
    /** What is not repatriable would become so. */
    RESIDENCY_NOT_ALLOWED(6104),
    CASH_TRANSFER_NOT_ALLOWED(6105),
    /** The settlement account outside holds more or less than there is of the money here. */
    CASH_NOT_BACKED(6106),
    WITHDRAWAL_UNKNOWN(6107),
    /** It was paid or rejected, or an order has taken the money. */
    WITHDRAWAL_NOT_WAITING(6108),
    WITHDRAWAL_EXISTS(6109),
    WITHDRAWAL_NUMBER_INVALID(6110),
    CASH_ATTESTATION_DAY_INVALID(6111),
    /** Of some currency nobody has said, for the day that would end, that there is just as much outside. */
    CASH_NOT_ATTESTED(6112),

    LEG_COUNT_INVALID(7001),
    /** This party has affirmed the instruction before. */
    INSTRUCTION_AFFIRMED_ALREADY(7002),
    /** Nobody whom the instruction needs for this, or whose account it names. */
    NOT_A_PARTY(7003),
    INSTRUCTION_HELD(7004),
    /** All have affirmed it; only those who did can give it up, all together. */
    INSTRUCTION_NOT_CANCELLABLE(7005),
    INSTRUCTION_NOT_MATCHED(7006),
    LEG_REFUSED(7007),
    /** Only one delivery of tokens, whichever they are, against money in proportion can settle in part. */
    PARTIAL_REFUSED(7008),
    INSTRUCTION_EXPIRED(7009),
    /** What has not settled cannot be reversed. */
    REVERSAL_OF_UNSETTLED(7010),
    /** Somebody would deliver without being paid, or pay without receiving. */
    NOT_DELIVERY_VERSUS_PAYMENT(7011),
    INSTRUCTION_UNKNOWN(7012),
    /** It was settled or cancelled. */
    INSTRUCTION_NOT_OPEN(7013),
    /** The sender holds it already, or does not hold it. */
    INSTRUCTION_HOLD_UNCHANGED(7014),
    CANCELLATION_UNCHANGED(7015),
    SETTLE_DAY_NOT_COME(7016),
    INSTRUCTION_EXPIRY_INVALID(7017),
    /** The day is over, or it lies after the expiry. */
    SETTLE_DAY_INVALID(7018),
    INSTRUCTION_EXISTS(7019),
    INSTRUCTION_NUMBER_INVALID(7020),
    INSTRUCTIONS_TOO_MANY(7021),
    /** Another reversal has settled, or waits. */
    REVERSED_ALREADY(7022),

    /** Another set of validators was decided since this one was made. */
    EPOCH_REPLACED(8002),
    VALIDATOR_COUNT_INVALID(8003),
    VALIDATOR_ID_INVALID(8004),
    DIRECTORY_INVALID(8005),
    ORGANISATION_INVALID(8006),
    PEER_ADDRESS_INVALID(8007),
    PEER_ADDRESS_MISSING(8008),
    VALIDATOR_KEY_INVALID(8009),
    VALIDATOR_REPEATED(8010),
    VALIDATOR_KEY_REPEATED(8011),
    /** What was promised from this directory may be forgotten, so it never votes again. */
    DIRECTORY_USED_BEFORE(8012),
    GROUP_MINIMUM_UNREACHABLE(8013),
    VALIDATORS_UNCHANGED(8014),
    /** The position bears as many encumbrances as it may. */
    ENCUMBRANCES_TOO_MANY(8101),
    PLEDGE_UNKNOWN(8102),
    /** Released, enforced, expired, or an order has taken its units. */
    PLEDGE_NOT_STANDING(8103),
    /** Fewer units of the same asset than before. */
    SUBSTITUTE_SHORT(8104),
    BENEFICIARY_SIGNATURE_MISSING(8105),
    NOTICE_NOT_GIVEN(8106),
    NOTICE_RUNNING(8107),
    NOTICE_GIVEN_ALREADY(8108),
    PLEDGE_EXISTS(8109),
    NOTICE_PERIOD_INVALID(8111),
    /** Nobody owes a debt to himself. */
    BENEFICIARY_IS_OWNER(8112),
    ACCOUNT_NOT_OF_BENEFICIARY(8113),

    /** The sender has not the role that such a restriction or order needs. */
    AUTHORITY_MISSING(9001),
    RESTRICTION_OF_ANOTHER(9002),
    /** Its time is over, or the restriction under which the units were held is no more. */
    ORDER_INVALID(9003),
    ORDER_EXHAUSTED(9004),
    ENCUMBRANCE_PROTECTED(9006),
    RESTRICTION_UNKNOWN(9007),
    RESTRICTION_EXISTS(9008),
    /** What is named does not fit the scope. */
    RESTRICTION_TARGET_INVALID(9009),
    /** Lifted, used up, or its time is over. */
    RESTRICTION_NOT_ACTIVE(9010),
    RESTRICTIONS_TOO_MANY(9011),
    ORDER_UNKNOWN(9012),
    ORDER_EXISTS(9013),
    /** Other units than those under the restriction, or more of them. */
    ORDER_OUTSIDE_RESTRICTION(9014),
    UNTIL_PASSED(9015),
    RESTRICTION_QUANTITY_MISPLACED(9016),
    OVERRIDE_INVALID(9017),
    /** The number of a restriction, an order or a pledge. */
    CLAIM_NUMBER_INVALID(9018),
    /** Tokens that are named are kept from leaving, and nothing else. */
    RESTRICTION_WAY_INVALID(9019),
    COURT_RESTRICTION(9021),
    REGULATOR_RESTRICTION(9022),
    TAX_RESTRICTION(9023),
    ERROR_HOLD(9024),

    ATTESTORS_MISSING(10001),
    BACKING_SHORT(10002),
    BACKING_STALE(10003),
    ATTESTATION_OLDER(10004),
    ATTESTATION_TOO_EARLY(10005),
    ATTESTATION_UNKNOWN(10006),
    ATTESTORS_TOO_MANY(10007),
    RESERVE_ITEM_EXISTS(10008),
    RESERVE_ITEM_UNKNOWN(10009),
    RESERVE_ITEM_RELEASED(10010),
    UNIT_DIFFERENT(10011);

    private final int number;
    private final boolean leavesRequestOpen;

    /** For good. */
    RefusalCode(int number) {
        this(number, false);
    }

    RefusalCode(int number, boolean leavesRequestOpen) {
        this.number = number;
        this.leavesRequestOpen = leavesRequestOpen;
    }

    /** The stable number. */
    public int number() {
        return number;
    }

    /**
     * Whether the request is still undecided after this refusal: the sender was not established, or another request
     * was decided under this id. Every other refusal is for good: the same request never succeeds later.
     */
    public boolean leavesRequestOpen() {
        return leavesRequestOpen;
    }

    public static Optional<RefusalCode> of(int number) {
        return Stream.of(values()).filter(code -> code.number == number).findFirst();
    }
}
