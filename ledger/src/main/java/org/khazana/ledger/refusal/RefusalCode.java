package org.khazana.ledger.refusal;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why the ledger refuses. The numbers are part of the published contract: stable, never reused, and grouped by
 * thousands (1 envelope and system, 2 authority, 3 party, 4 account, 5 instrument and supply, 6 quantity and cash, 7
 * settlement, 8 validators). The order in which rules are asked is in {@code ledger.rules}.
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

    PARTY_UNKNOWN(2001, true),
    KEY_UNKNOWN(2002, true),
    /** No signature is by a key of the sender. */
    SENDER_SIGNATURE_MISSING(2004, true),
    ROLE_MISSING(2005),
    /** A second organisation had to sign, and the same party signed twice. */
    SAME_ORGANISATION(2008),
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

    PARTY_NOT_ACTIVE(3003),

    DEBIT_BLOCKED(4002),
    CREDIT_BLOCKED(4003),
    CONTROLLER_SIGNATURE_MISSING(4005),
    ACCOUNT_UNKNOWN(4008),

    ISIN_INVALID(5002),
    SCHEDULE_INVALID(5004),
    ASSET_EXISTS(5008),
    ASSET_UNKNOWN(5009),
    ASSET_NOT_ACTIVE(5010),
    AUTHORISED_EXCEEDED(5011),
    /** Tokens are retired from the treasury of their issuer only. */
    NOT_TREASURY(5012),
    /** The operation does not fit the class of the asset, such as issuing cash. */
    ASSET_CLASS_NOT_ALLOWED(5015),
    /** A figure of the terms is zero, negative or does not fit the others. */
    TERMS_INVALID(5016),

    QUANTITY_NOT_POSITIVE(6001),
    QUANTITY_INSUFFICIENT(6002),
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
    RTGS_REFERENCE_USED(6101),
    CURRENCY_UNKNOWN(6102),
    CASH_TRANSFER_NOT_ALLOWED(6105),

    LEG_COUNT_INVALID(7001),
    LEG_REFUSED(7007),
    /** Somebody would deliver without being paid, or pay without receiving. */
    NOT_DELIVERY_VERSUS_PAYMENT(7011),
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
    VALIDATORS_UNCHANGED(8014);

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
