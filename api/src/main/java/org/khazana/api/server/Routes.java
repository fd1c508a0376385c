package org.khazana.api.server;

import static org.khazana.api.server.Route.get;
import static org.khazana.api.server.Route.post;

import io.javalin.http.Handler;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.khazana.api.endpoint.CheckTransaction;
import org.khazana.api.endpoint.ExplainProblem;
import org.khazana.api.endpoint.GatewayDenominations;
import org.khazana.api.endpoint.PrepareTransaction;
import org.khazana.api.endpoint.ReadAccount;
import org.khazana.api.endpoint.ReadAsset;
import org.khazana.api.endpoint.ReadAssetRestrictions;
import org.khazana.api.endpoint.ReadBacking;
import org.khazana.api.endpoint.ReadBalanceProof;
import org.khazana.api.endpoint.ReadBlock;
import org.khazana.api.endpoint.ReadBusinessDay;
import org.khazana.api.endpoint.ReadCashAttestation;
import org.khazana.api.endpoint.ReadCashWithdrawal;
import org.khazana.api.endpoint.ReadCertificate;
import org.khazana.api.endpoint.ReadCluster;
import org.khazana.api.endpoint.ReadDueWork;
import org.khazana.api.endpoint.ReadEncumbrance;
import org.khazana.api.endpoint.ReadEvidence;
import org.khazana.api.endpoint.ReadHoldingRules;
import org.khazana.api.endpoint.ReadInstruction;
import org.khazana.api.endpoint.ReadMotion;
import org.khazana.api.endpoint.ReadOmnibusCommitments;
import org.khazana.api.endpoint.ReadOrder;
import org.khazana.api.endpoint.ReadParty;
import org.khazana.api.endpoint.ReadPartyAccounts;
import org.khazana.api.endpoint.ReadPartyInstructions;
import org.khazana.api.endpoint.ReadPartyProfile;
import org.khazana.api.endpoint.ReadPledge;
import org.khazana.api.endpoint.ReadPolicies;
import org.khazana.api.endpoint.ReadPositions;
import org.khazana.api.endpoint.ReadProgramme;
import org.khazana.api.endpoint.ReadProof;
import org.khazana.api.endpoint.ReadRecount;
import org.khazana.api.endpoint.ReadRegisterProof;
import org.khazana.api.endpoint.ReadRestriction;
import org.khazana.api.endpoint.ReadRestrictions;
import org.khazana.api.endpoint.ReadSchedule;
import org.khazana.api.endpoint.ReadSerial;
import org.khazana.api.endpoint.ReadSerialProof;
import org.khazana.api.endpoint.ReadSystem;
import org.khazana.api.endpoint.ReadTransaction;
import org.khazana.api.endpoint.ReadValidators;
import org.khazana.api.endpoint.ReportLiveness;
import org.khazana.api.endpoint.ReportReadiness;
import org.khazana.api.endpoint.ServeDocs;
import org.khazana.api.endpoint.ServeDocsFile;
import org.khazana.api.endpoint.ServeOpenApi;
import org.khazana.api.endpoint.ServeVerifierFile;
import org.khazana.api.endpoint.SubmissionReply;
import org.khazana.api.endpoint.SubmitTransaction;
import org.khazana.api.json.FormWriter;
import org.khazana.api.port.LedgerGateway;

/** The table of contents: everything this server answers, and which class does. */
final class Routes {
    private Routes() {}

    static List<Route> of(LedgerGateway gateway, ApiSettings settings, InstantSource clock, Executor replies) {
        var denominations = new GatewayDenominations(gateway);
        var submissionReply = new SubmissionReply(denominations);
        UnaryOperator<Handler> consistent =
                read -> new ConsistentRead(gateway, read, replies, settings.readMillisMax());
        return List.of(
                post(
                        "/v1/transactions",
                        new SubmitTransaction(gateway, submissionReply, replies, settings.submissionMillisMax())),
                post("/v1/transactions/check", new CheckTransaction(gateway, denominations, submissionReply, replies)),
                post("/v1/transactions/prepare", new PrepareTransaction(gateway, denominations, clock)),
                get("/v1/transactions/{id}", new ReadTransaction(gateway, denominations))
                        .behind(consistent),
                get("/v1/transactions/{id}/proof", new ReadProof(gateway)).behind(consistent),
                get("/v1/accounts/{id}", new ReadAccount(gateway)).behind(consistent),
                get("/v1/accounts/{id}/positions", new ReadPositions(gateway, denominations, clock))
                        .behind(consistent),
                get("/v1/accounts/{id}/positions/{code}/proof", new ReadBalanceProof(gateway))
                        .behind(consistent),
                get("/v1/accounts/{id}/restrictions", new ReadRestrictions(gateway, denominations, clock))
                        .behind(consistent),
                get("/v1/restrictions/{id}", new ReadRestriction(gateway, denominations, clock))
                        .behind(consistent),
                get("/v1/orders/{id}", new ReadOrder(gateway, denominations)).behind(consistent),
                get("/v1/pledges/{id}", new ReadPledge(gateway)).behind(consistent),
                get("/v1/encumbrances/{id}", new ReadEncumbrance(gateway, denominations))
                        .behind(consistent),
                get("/v1/instructions/{id}", new ReadInstruction(gateway, denominations, clock))
                        .behind(consistent),
                get("/v1/parties/{id}/instructions", new ReadPartyInstructions(gateway, denominations, clock))
                        .behind(consistent),
                get("/v1/cash-withdrawals/{id}", new ReadCashWithdrawal(gateway, denominations))
                        .behind(consistent),
                get("/v1/assets/{code}/cash-attestation", new ReadCashAttestation(gateway, denominations))
                        .behind(consistent),
                get("/v1/assets/{code}/recount", new ReadRecount(gateway, denominations))
                        .behind(consistent),
                get("/v1/accounts/{id}/omnibus-commitments", new ReadOmnibusCommitments(gateway))
                        .behind(consistent),
                get("/v1/assets/{code}/holding-rules", new ReadHoldingRules(gateway))
                        .behind(consistent),
                get("/v1/parties/{id}/accounts", new ReadPartyAccounts(gateway)).behind(consistent),
                get("/v1/parties/{id}/profile", new ReadPartyProfile(gateway)).behind(consistent),
                get("/v1/assets/{code}", new ReadAsset(gateway, denominations)).behind(consistent),
                get("/v1/assets/{code}/restrictions", new ReadAssetRestrictions(gateway, denominations, clock))
                        .behind(consistent),
                get("/v1/assets/{code}/register/proof", new ReadRegisterProof(gateway))
                        .behind(consistent),
                get("/v1/assets/{code}/schedule", new ReadSchedule(gateway)).behind(consistent),
                get("/v1/assets/{code}/backing", new ReadBacking(gateway)).behind(consistent),
                get("/v1/programmes/{code}", new ReadProgramme(gateway, denominations))
                        .behind(consistent),
                get("/v1/due-work", new ReadDueWork(gateway, clock)).behind(consistent),
                get("/v1/business-day", new ReadBusinessDay(gateway)).behind(consistent),
                get("/v1/assets/{code}/serials/{serial}", new ReadSerial(gateway, clock))
                        .behind(consistent),
                get("/v1/assets/{code}/serials/{serial}/before/{cursor}", new ReadSerial(gateway, clock))
                        .behind(consistent),
                get("/v1/assets/{code}/serials/{serial}/proof", new ReadSerialProof(gateway))
                        .behind(consistent),
                get("/v1/parties/{id}", new ReadParty(gateway)).behind(consistent),
                get("/v1/policies", new ReadPolicies(gateway)).behind(consistent),
                get("/v1/motions/{id}", new ReadMotion(gateway, new FormWriter(denominations)))
                        .behind(consistent),
                get("/v1/system", new ReadSystem(gateway)).behind(consistent),
                get("/v1/blocks/{height}", new ReadBlock(gateway)).behind(consistent),
                get("/v1/certificates/{height}", new ReadCertificate(gateway)),
                get("/v1/evidence", new ReadEvidence(gateway)),
                get("/v1/validators", new ReadValidators(gateway)).behind(consistent),
                get("/v1/cluster", new ReadCluster(gateway)),
                get("/health/live", new ReportLiveness()),
                get("/health/ready", new ReportReadiness(gateway)),
                get("/problems/{name}", new ExplainProblem()),
                get("/openapi.json", ServeOpenApi.fromResources()),
                get("/docs", ServeDocs.fromResources()),
                get("/docs/{file}", ServeDocsFile.fromResources()),
                get("/verify", ctx -> ctx.redirect("/verify/verify.html")),
                get("/verify/{file}", ServeVerifierFile.fromResources()));
    }
}
