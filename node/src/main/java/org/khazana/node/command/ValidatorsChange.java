package org.khazana.node.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.khazana.api.json.ValidatorsJson;
import org.khazana.api.json.ValidatorsJson.ValidatorJson;
import org.khazana.ledger.validator.Duty;

/** Makes the complete new set of validators out of the newest one and one wish. */
final class ValidatorsChange {
    static final String OPERATION = "setValidators";

    private final ValidatorsJson newest;

    ValidatorsChange(ValidatorsJson newest) {
        this.newest = newest;
    }

    /** The fields of the operation that has one validator more. */
    Map<String, Object> add(ValidatorJson added) {
        if (find(added.id()).isPresent()) {
            throw failure(added.id() + " is a validator already; 'replace' gives it another directory");
        }
        List<ValidatorJson> validators = new ArrayList<>(newest.validators());
        validators.add(added);
        return operation(validators);
    }

    /** The fields of the operation in which an observer votes. */
    Map<String, Object> promote(String id) {
        if (known(id).duty().equals(Duty.VOTER.name())) {
            throw failure(id + " is a voter already");
        }
        return change(
                id,
                old -> new ValidatorJson(
                        old.id(),
                        old.directory(),
                        old.organisation(),
                        old.group(),
                        Duty.VOTER.name(),
                        old.tlsKeySha256(),
                        old.signingKey(),
                        old.peerAddress()));
    }

    /** The fields of the operation in which one validator is another one. */
    Map<String, Object> change(String id, UnaryOperator<ValidatorJson> change) {
        ValidatorJson old = known(id);
        return operation(newest.validators().stream()
                .map(validator -> validator.equals(old) ? change.apply(old) : validator)
                .toList());
    }

    /** The fields of the operation that has one validator less. */
    Map<String, Object> remove(String id) {
        ValidatorJson removed = known(id);
        return operation(newest.validators().stream()
                .filter(validator -> !validator.equals(removed))
                .toList());
    }

    private Optional<ValidatorJson> find(String id) {
        return newest.validators().stream()
                .filter(validator -> validator.id().equals(id))
                .findFirst();
    }

    private ValidatorJson known(String id) {
        return find(id).orElseThrow(() -> failure("there is no validator " + id + " in epoch " + newest.epoch()
                + ", but "
                + String.join(
                        ", ",
                        newest.validators().stream().map(ValidatorJson::id).toList())));
    }

    private static CommandFailure failure(String message) {
        return new CommandFailure(ExitCode.FAILED, message + ".");
    }

    private Map<String, Object> operation(List<ValidatorJson> validators) {
        return Map.of(
                "replacesEpoch",
                newest.epoch(),
                "validators",
                validators.stream().map(ValidatorsChange::toJson).toList());
    }

    /** Without the address where there is none: the interface takes no null. */
    private static Map<String, Object> toJson(ValidatorJson validator) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", validator.id());
        json.put("directory", validator.directory());
        json.put("organisation", validator.organisation());
        json.put("group", validator.group());
        json.put("duty", validator.duty());
        json.put("tlsKeySha256", validator.tlsKeySha256());
        json.put("signingKey", validator.signingKey());
        Optional.ofNullable(validator.peerAddress()).ifPresent(address -> json.put("peerAddress", address));
        return json;
    }
}
