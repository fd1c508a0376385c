package org.khazana.api.endpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.khazana.api.json.PreparedJson.SignerJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Share;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.AccountOperation;
import org.khazana.ledger.operation.BackingOperation;
import org.khazana.ledger.operation.BatchLeg;
import org.khazana.ledger.operation.CallPledge;
import org.khazana.ledger.operation.CashOperation;
import org.khazana.ledger.operation.CreatePledge;
import org.khazana.ledger.operation.EligibilityOperation;
import org.khazana.ledger.operation.EnforcePledge;
import org.khazana.ledger.operation.GovernanceOperation;
import org.khazana.ledger.operation.InstructionOperation;
import org.khazana.ledger.operation.InstrumentOperation;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.KeyOperation;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.MotionOperation;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OperationForms;
import org.khazana.ledger.operation.OrderOperation;
import org.khazana.ledger.operation.PledgeOperation;
import org.khazana.ledger.operation.ReleasePledge;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.operation.RequestCashWithdrawal;
import org.khazana.ledger.operation.RestrictionOperation;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.SubstitutePledge;
import org.khazana.ledger.operation.TimeOperation;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.ledger.operation.TransferCash;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.operation.WorkOperation;
import org.khazana.ledger.state.Account;

/**
 * Tells who must sign, from the operation and the accounts as they are now. A service for people who prepare a
 * transaction: the ledger decides, when the transaction is executed.
 */
record RequiredSigners(LedgerGateway gateway) {

    /** Each party once, the sender first, then as the operation names them. */
    List<SignerJson> of(PartyId sender, Operation operation) {
        Map<Long, SignerJson> parties = new LinkedHashMap<>();
        add(parties, sender, "is the sender");
        addBeneficiary(parties, operation);
        debitedAccounts(operation).forEach(account -> addDebitRule(parties, account));
        new AccountSigners(gateway).of(operation).forEach(signer -> add(parties, signer.party(), signer.because()));
        if (operation instanceof InstructionOperation instruction) {
            new InstructionSigners(gateway)
                    .of(instruction)
                    .forEach(signer -> add(parties, signer.party(), signer.because()));
        }
        List<SignerJson> signers = new ArrayList<>(parties.values());
        signers.addAll(byPolicy(operation));
        return signers;
    }

    private void addBeneficiary(Map<Long, SignerJson> parties, Operation operation) {
        Optional<Long> number = switch (operation) {
            case ReleasePledge release -> Optional.of(release.pledge());
            case CallPledge call -> Optional.of(call.pledge());
            case EnforcePledge enforce -> Optional.of(enforce.pledge());
            case SubstitutePledge substitute -> Optional.of(substitute.pledge());
            default -> Optional.empty();
        };
        number.flatMap(pledge -> gateway.read(state -> state.pledge(pledge)).value())
                .ifPresent(pledge -> add(parties, pledge.beneficiary(), "beneficiary of pledge " + pledge.number()));
    }

    private static List<AccountId> debitedAccounts(Operation operation) {
        return switch (operation) {
            case TransferTokens transfer -> List.of(transfer.from());
            case SettleNow settlement ->
                settlement.legs().stream().map(Leg::from).distinct().toList();
            case GovernanceOperation governance -> List.of();
            case KeyOperation key -> List.of();
            case MotionOperation motion -> List.of();
            case InstrumentOperation instrument -> List.of();
            case RetireTokens retire -> List.of(retire.account());
            case IssueTokens issue -> List.of();
            case RenumberLots renumber -> List.of();
            case TransferCash transfer -> List.of(transfer.from());
            case TransferBatch batch ->
                batch.legs().stream().map(BatchLeg::from).distinct().toList();
            case RequestCashWithdrawal request -> List.of(request.account());
            case CashOperation cash -> List.of();
            case InstructionOperation instruction -> List.of();
            case CreatePledge create -> List.of(create.account());
            case SubstitutePledge substitute -> List.of(substitute.account());
            case PledgeOperation pledge -> List.of();
            case RestrictionOperation restriction -> List.of();
            case OrderOperation order -> List.of();
            case AccountOperation account -> List.of();
            case EligibilityOperation eligibility -> List.of();
            case BackingOperation backing -> List.of();
            case TimeOperation time -> List.of();
            case WorkOperation work -> List.of();
        };
    }

    /** The sender is one of those who make the first voice, so a first voice of one asks for nobody else. */
    private List<SignerJson> byPolicy(Operation operation) {
        String name = OperationForms.of(operation).name();
        List<Voice> voices = gateway.read(state -> state.policy(name))
                .value()
                .map(Policy::voices)
                .orElse(List.of());
        List<SignerJson> signers = new ArrayList<>();
        for (int i = 0; i < voices.size(); i++) {
            Voice voice = voices.get(i);
            if (i > 0 || voice.share() != Share.ONE) {
                String who = i == 0 ? ", the sender being one" : ", other parties than those before";
                signers.add(SignerJson.role(
                        voice.role().name(), "by the policy of " + name + ": " + words(voice.share()) + who));
            }
        }
        return signers;
    }

    private static String words(Share share) {
        return switch (share) {
            case ONE -> "one";
            case TWO -> "two";
            case THREE -> "three";
            case MORE_THAN_HALF -> "more than half of the active ones";
            case ALL -> "all active ones";
        };
    }

    private void addDebitRule(Map<Long, SignerJson> parties, AccountId id) {
        Optional<Account> known = gateway.read(state -> state.account(id)).value();
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
