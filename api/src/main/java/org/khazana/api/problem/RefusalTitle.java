package org.khazana.api.problem;

import org.khazana.ledger.refusal.RefusalCode;

/** What each refusal means, in one sentence for people; the words may change, the codes may not. */
public final class RefusalTitle {
    private RefusalTitle() {}

    /** No default branch: a new code does not compile until it is explained here. */
    public static String of(RefusalCode code) {
        return switch (code) {
            case MALFORMED -> "The bytes are not a well-formed transaction";
            case SIGNATURE_INVALID -> "A signature does not fit the body and its key";
            case EXPIRED_OR_TOO_EARLY -> "The transaction has expired, is not yet valid, or is valid for too long";
            case REQUEST_ID_REUSED -> "The sender has used this request id for another transaction";
            case OPERATION_UNKNOWN -> "The operation is not one this ledger knows";
            case CHAIN_WRONG -> "The transaction is made for another network";
            case BOUND_EXCEEDED -> "The transaction is larger than allowed";
            case DUPLICATE -> "The same transaction is in the chain already";
            case ARITHMETIC_OVERFLOW -> "A figure is too large to be kept";
            case PARTY_UNKNOWN -> "The party is not on the ledger";
            case KEY_UNKNOWN -> "A signature is by a key that is not on the ledger";
            case SENDER_SIGNATURE_MISSING -> "No signature is by a key of the sender";
            case ROLE_MISSING -> "The signers lack the role that this operation needs";
            case SAME_ORGANISATION -> "A second organisation has to sign";
            case APPROVALS_MISSING -> "More of those who must agree have to sign";
            case POLICY_UNKNOWN -> "No operation of this name has a policy";
            case POLICY_IMPOSSIBLE -> "Nobody could meet a policy then";
            case PARTY_EXISTS -> "The number belongs to a party already";
            case PARTY_NAMED_UNKNOWN -> "The party that the operation names is not on the ledger";
            case ROLE_UNCHANGED -> "The party has the role already, or has it not";
            case KEY_INVALID -> "The key is not a sound Ed25519 public key";
            case KEY_IN_USE -> "The key belongs, or belonged, to a party";
            case LAST_KEY -> "A party keeps at least one key";
            case NAME_INVALID -> "The name is blank";
            case KEY_UNKNOWN_TO_PARTY -> "The key does not sign for the sender";
            case PARTY_CLOSED -> "The party is closed, for good";
            case PARTY_STATUS_UNCHANGED -> "The party has this status already";
            case PARTY_NUMBER_INVALID -> "The number of a party is more than zero";
            case PARTY_NOT_ACTIVE -> "A party is suspended or closed";
            case DEBIT_BLOCKED -> "Nothing may leave the account";
            case CREDIT_BLOCKED -> "Nothing may enter the account";
            case CONTROLLER_SIGNATURE_MISSING -> "A signature that the account's debit rule demands is missing";
            case ACCOUNT_UNKNOWN -> "The account is not on the ledger";
            case ISIN_INVALID -> "The ISIN is not valid";
            case SCHEDULE_INVALID -> "The dates do not make a valid schedule";
            case ASSET_EXISTS -> "The asset is on the ledger already";
            case ASSET_UNKNOWN -> "The asset is not on the ledger";
            case ASSET_NOT_ACTIVE -> "The asset cannot be issued or moved now";
            case AUTHORISED_EXCEEDED -> "More would be outstanding than is authorised";
            case ASSET_CLASS_NOT_ALLOWED -> "The operation does not fit the class of the asset";
            case TERMS_INVALID -> "A figure of the terms does not fit";
            case QUANTITY_NOT_POSITIVE -> "The quantity must be more than zero";
            case QUANTITY_INSUFFICIENT -> "The account holds less than is to be moved";
            case QUANTITY_NOT_ALLOWED -> "The quantity is below the minimum or not a multiple";
            case SELF_TRANSFER -> "Giving and receiving account are the same";
            case RTGS_REFERENCE_USED -> "A deposit with this reference is recorded already";
            case CURRENCY_UNKNOWN -> "The currency is not on this ledger";
            case CASH_TRANSFER_NOT_ALLOWED -> "Cash moves only against something in return";
            case NOT_TREASURY -> "The account is not the treasury of the issuer";
            case TOKENS_LOCKED -> "Too many of the tokens cannot be moved yet";
            case LOTS_TOO_MANY ->
                "The tokens are scattered over too many ranges of serials: have them renumbered first";
            case SERIALS_NOT_HELD -> "The account does not hold all of these serials";
            case NOTHING_TO_RENUMBER -> "There are not two ranges of serials that could become one";
            case SERIALS_NOT_THE_QUANTITY -> "The serials named are more or fewer than the quantity";
            case SERIALS_OVERLAP -> "A serial is named twice";
            case SERIALS_INVALID -> "A range of serials is empty or out of bounds, or there are more than 16";
            case LEG_COUNT_INVALID -> "A settlement has 2 to 32 legs";
            case LEG_REFUSED -> "A leg of the settlement was refused, so nothing moved";
            case NOT_DELIVERY_VERSUS_PAYMENT -> "Somebody would deliver without being paid, or pay without receiving";
            case EPOCH_REPLACED -> "The set of validators has changed meanwhile";
            case VALIDATOR_COUNT_INVALID -> "There must be 1 to 9 voters and at most 16 observers";
            case VALIDATOR_ID_INVALID -> "The id of a validator does not have the right form";
            case DIRECTORY_INVALID -> "The id of a data directory is out of bounds";
            case ORGANISATION_INVALID -> "The organisation of a validator has no proper name";
            case PEER_ADDRESS_INVALID -> "The address of a validator is not one";
            case PEER_ADDRESS_MISSING -> "The address of a validator is missing";
            case VALIDATOR_KEY_INVALID -> "The signing key of a validator is not a sound key";
            case VALIDATOR_REPEATED -> "A validator is there twice";
            case VALIDATOR_KEY_REPEATED -> "Two validators have the same key";
            case DIRECTORY_USED_BEFORE -> "This data directory was replaced or removed before";
            case GROUP_MINIMUM_UNREACHABLE -> "The voters cannot satisfy the quorum of the founding";
            case VALIDATORS_UNCHANGED -> "The validators are these already";
        };
    }
}
