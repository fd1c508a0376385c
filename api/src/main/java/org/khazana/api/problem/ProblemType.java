package org.khazana.api.problem;

/** Problems of the HTTP interface itself; the ledger's refusals are {@link org.khazana.ledger.receipt.RefusalCode}s. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request asks for something that cannot be asked for"),
    MALFORMED_JSON(400, "The body is not acceptable JSON"),
    BODY_INCOMPLETE(400, "The body ended too early, or came too slowly"),
    BAD_HTTP(400, "The request is not acceptable HTTP"),
    NOT_FOUND(404, "There is nothing here"),
    TRANSACTION_NOT_KNOWN(404, "The transaction is not known here, or not yet"),
    ACCOUNT_NOT_KNOWN(404, "The account is not on the ledger"),
    PARTY_NOT_KNOWN(404, "The party is not on the ledger"),
    MOTION_NOT_KNOWN(404, "No such transaction has raised a motion"),
    ASSET_NOT_KNOWN(404, "The asset is not on the ledger"),
    RESTRICTION_NOT_KNOWN(404, "The restriction is not on the ledger"),
    ORDER_NOT_KNOWN(404, "The order is not on the ledger"),
    PLEDGE_NOT_KNOWN(404, "The pledge is not on the ledger"),
    ENCUMBRANCE_NOT_KNOWN(404, "The encumbrance is not on the ledger, or was released"),
    PROGRAMME_NOT_KNOWN(404, "The programme is not on the ledger"),
    SERIAL_NOT_KNOWN(404, "The serial was never given out"),
    INSTRUCTION_NOT_KNOWN(404, "The instruction is not on the ledger"),
    WITHDRAWAL_NOT_KNOWN(404, "The withdrawal is not on the ledger"),
    CASH_ATTESTATION_NOT_KNOWN(404, "Nobody has attested what backs this money"),
    BLOCK_NOT_KNOWN(404, "The block is not in the chain here, or not yet"),
    CERTIFICATE_NOT_KNOWN(404, "There is no certificate of the block here, or not yet"),
    METHOD_NOT_ALLOWED(405, "This cannot be done here"),
    TRANSACTION_NOT_CERTIFIED(409, "What became of the transaction is not certified yet"),
    TRANSACTION_NOT_PROVABLE(409, "No proof can be given of the transaction"),
    STATE_NOT_CERTIFIED(409, "What the state was after the block is not certified yet"),
    STATE_NOT_PROVABLE(409, "No proof can be given of the state after the block"),
    HISTORY_NOT_PROVABLE(409, "No proof can be given of what happened to the token"),
    BLOCK_NOT_KEPT(410, "The block is no longer kept here"),
    STATE_NOT_KEPT(410, "What the state was after the block is no longer kept here"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of a type that is not understood here"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL_ERROR(500, "This node failed to answer"),
    OVERLOADED(503, "Too much is waiting; try again later"),
    CERTIFICATES_BEHIND(503, "Too many blocks wait for a certificate; only the governors' operations are taken"),
    NO_LEADER(503, "No leader with a quorum; try again later"),
    NOT_READY(503, "This node cannot serve yet"),
    /** 504 rather than 503: something was handed over, and the answer did not come in time. */
    OUTCOME_UNKNOWN(504, "Whether the transaction is committed is not known");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
