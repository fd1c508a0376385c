package org.khazana.api.endpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.khazana.api.json.PreparedJson.SignerJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.CreateInstrument;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.operation.SetValidators;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Role;

/**
 * Tells who must sign, from the operation and the accounts as they are now. A service for people who prepare a
 * transaction: the ledger decides, when the transaction is executed.
 */
record RequiredSigners(LedgerGateway gateway) {

    /** Each party once, the sender first, then as the operation names them. */
    List<SignerJson> of(PartyId sender, Operation operation) {
        Map<Long, SignerJson> parties = new LinkedHashMap<>();
        add(parties, sender, "is the sender");
        debitedAccounts(operation).forEach(account -> addDebitRule(parties, account));
        List<SignerJson> signers = new ArrayList<>(parties.values());
        byRole(operation).ifPresent(signers::add);
        return signers;
    }

    private static List<AccountId> debitedAccounts(Operation operation) {
        return switch (operation) {
            case TransferTokens transfer -> List.of(transfer.from());
            case SettleNow settlement ->
                settlement.legs().stream().map(Leg::from).distinct().toList();
            case CreateInstrument create -> List.of();
            case IssueTokens issue -> List.of();
            case RecordCashDeposit deposit -> List.of();
            case SetValidators set -> List.of();
        };
    }

    private static Optional<SignerJson> byRole(Operation operation) {
        return switch (operation) {
            case CreateInstrument create -> Optional.of(registrar());
            case IssueTokens issue -> Optional.of(registrar());
            case SetValidators set ->
                Optional.of(SignerJson.role(
                        Role.GOVERNOR.name(), "more than half of all active governors sign, the sender being one"));
            case TransferTokens transfer -> Optional.empty();
            case SettleNow settlement -> Optional.empty();
            case RecordCashDeposit deposit -> Optional.empty();
        };
    }

    private static SignerJson registrar() {
        return SignerJson.role(Role.REGISTRAR.name(), "must countersign, and be another party than the sender");
    }

    private void addDebitRule(Map<Long, SignerJson> parties, AccountId id) {
        Optional<Account> known = gateway.account(id).value();
        if (known.isEmpty()) {
            return;
        }
        Account account = known.get();
        String rule = "by debit rule %s of account %s".formatted(account.debitRule(), id);
        switch (account.debitRule()) {
            case OWNER -> add(parties, account.owner(), "owner, " + rule);
            case CONTROLLER -> add(parties, account.controller(), "controller, " + rule);
            case OWNER_AND_CONTROLLER -> {
                add(parties, account.owner(), "owner, " + rule);
                add(parties, account.controller(), "controller, " + rule);
            }
        }
    }

    private static void add(Map<Long, SignerJson> parties, PartyId party, String because) {
        parties.merge(
                party.number(),
                SignerJson.party(party.number(), because),
                (first, second) -> SignerJson.party(party.number(), first.because() + "; " + second.because()));
    }
}
