package org.khazana.api.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.api.port.LedgerGateway;
import org.khazana.ledger.account.CreditRule;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.AccountOperation;
import org.khazana.ledger.operation.BatchLeg;
import org.khazana.ledger.operation.CloseAccount;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.OpenAccount;
import org.khazana.ledger.operation.OpenOfficialAccount;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.PostOmnibusCommitment;
import org.khazana.ledger.operation.SetAccountControl;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.ledger.operation.TransferCash;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.state.Account;

/** Tells who must sign what changes an account, or what enters one; a part of {@link RequiredSigners}. */
record AccountSigners(LedgerGateway gateway) {

    /** A party and why it signs. */
    record Signer(PartyId party, String because) {}

    /** In the order of the operation; a party may be there several times. */
    List<Signer> of(Operation operation) {
        return switch (operation) {
            case AccountOperation change -> ofChange(change);
            case TransferTokens transfer -> ofCredits(List.of(transfer.to()));
            case TransferCash transfer -> ofCredits(List.of(transfer.to()));
            case IssueTokens issue -> ofCredits(List.of(issue.account()));
            case SettleNow settlement ->
                ofCredits(settlement.legs().stream().map(Leg::to).distinct().toList());
            case TransferBatch batch ->
                ofCredits(batch.legs().stream().map(BatchLeg::to).distinct().toList());
            default -> List.of();
        };
    }

    private List<Signer> ofChange(AccountOperation change) {
        return switch (change) {
            case OpenAccount open ->
                List.of(
                        new Signer(open.owner(), "owner of the new account"),
                        new Signer(open.controller(), "controller of the new account"));
            case OpenOfficialAccount open -> List.of();
            case SetAccountControl set -> {
                List<Signer> signers = new ArrayList<>(ofOwnerAndController(set.account()));
                signers.add(new Signer(set.controller(), "new controller of account " + set.account()));
                yield signers;
            }
            case CloseAccount close -> ofOwnerAndController(close.account());
            case PostOmnibusCommitment post ->
                account(post.account())
                        .map(account ->
                                List.of(new Signer(account.controller(), "controller of account " + account.id())))
                        .orElse(List.of());
        };
    }

    private List<Signer> ofOwnerAndController(AccountId id) {
        return account(id)
                .map(account -> List.of(
                        new Signer(account.owner(), "owner of account " + id),
                        new Signer(account.controller(), "controller of account " + id)))
                .orElse(List.of());
    }

    private List<Signer> ofCredits(List<AccountId> credited) {
        List<Signer> signers = new ArrayList<>();
        for (AccountId id : credited) {
            account(id)
                    .filter(account -> account.creditRule() != CreditRule.FREE)
                    .ifPresent(account -> signers.add(ofCredit(account)));
        }
        return signers;
    }

    private static Signer ofCredit(Account account) {
        String rule = "by credit rule %s of account %s".formatted(account.creditRule(), account.id());
        return account.creditRule() == CreditRule.OWNER_AGREES
                ? new Signer(account.owner(), "owner, " + rule)
                : new Signer(account.controller(), "controller, " + rule);
    }

    private Optional<Account> account(AccountId id) {
        return gateway.read(state -> state.account(id)).value();
    }
}
