package org.khazana.api.problem;

import org.khazana.ledger.refusal.RefusalCode;

/**
 * The HTTP status of each refusal. 400: the bytes are wrong; 403: not by these signers, or not for this account; 404:
 * what is named does not exist; 409: not as things stand, perhaps later; 422: never, whatever the state.
 */
public final class RefusalStatus {
    private RefusalStatus() {}

    /** No default branch: a new code does not compile until it is decided here. */
    public static int of(RefusalCode code) {
        return switch (code) {
            case MALFORMED, SIGNATURE_INVALID, OPERATION_UNKNOWN, CHAIN_WRONG, BOUND_EXCEEDED -> 400;
            case PARTY_UNKNOWN,
                    KEY_UNKNOWN,
                    SENDER_SIGNATURE_MISSING,
                    ROLE_MISSING,
                    SAME_ORGANISATION,
                    PARTY_NOT_ACTIVE,
                    DEBIT_BLOCKED,
                    CREDIT_BLOCKED,
                    CONTROLLER_SIGNATURE_MISSING,
                    APPROVALS_MISSING -> 403;
            case ACCOUNT_UNKNOWN, ASSET_UNKNOWN, CURRENCY_UNKNOWN, POLICY_UNKNOWN, PARTY_NAMED_UNKNOWN -> 404;
            case EXPIRED_OR_TOO_EARLY,
                    REQUEST_ID_REUSED,
                    DUPLICATE,
                    ASSET_EXISTS,
                    ASSET_NOT_ACTIVE,
                    AUTHORISED_EXCEEDED,
                    QUANTITY_INSUFFICIENT,
                    RTGS_REFERENCE_USED,
                    LEG_REFUSED,
                    EPOCH_REPLACED,
                    DIRECTORY_USED_BEFORE,
                    VALIDATORS_UNCHANGED,
                    POLICY_IMPOSSIBLE,
                    PARTY_EXISTS,
                    ROLE_UNCHANGED,
                    KEY_IN_USE,
                    LAST_KEY,
                    KEY_UNKNOWN_TO_PARTY,
                    PARTY_CLOSED,
                    PARTY_STATUS_UNCHANGED,
                    TOKENS_LOCKED,
                    LOTS_TOO_MANY,
                    SERIALS_NOT_HELD,
                    NOTHING_TO_RENUMBER -> 409;
            case ARITHMETIC_OVERFLOW,
                    ISIN_INVALID,
                    SCHEDULE_INVALID,
                    ASSET_CLASS_NOT_ALLOWED,
                    TERMS_INVALID,
                    QUANTITY_NOT_POSITIVE,
                    QUANTITY_NOT_ALLOWED,
                    SELF_TRANSFER,
                    CASH_TRANSFER_NOT_ALLOWED,
                    LEG_COUNT_INVALID,
                    NOT_DELIVERY_VERSUS_PAYMENT,
                    VALIDATOR_COUNT_INVALID,
                    VALIDATOR_ID_INVALID,
                    DIRECTORY_INVALID,
                    ORGANISATION_INVALID,
                    PEER_ADDRESS_INVALID,
                    PEER_ADDRESS_MISSING,
                    VALIDATOR_KEY_INVALID,
                    VALIDATOR_REPEATED,
                    VALIDATOR_KEY_REPEATED,
                    GROUP_MINIMUM_UNREACHABLE,
                    KEY_INVALID,
                    NAME_INVALID,
                    PARTY_NUMBER_INVALID,
                    NOT_TREASURY,
                    SERIALS_NOT_THE_QUANTITY,
                    SERIALS_OVERLAP,
                    SERIALS_INVALID -> 422;
        };
    }
}
