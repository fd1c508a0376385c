package org.khazana.ledger.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.TestValidators;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.SetValidators;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.PeerAddress;
import org.khazana.ledger.validator.Validator;

/**
 * Reads {@code validators 1 2 4/observer instead of epoch 0}. A number stands for a validator: 1 to 3 as they were
 * founded, any other one voting, at address 10.0.0.number, odd numbers of the government, even ones of the custodians,
 * in the directory of its number. {@code 4..9} is all of these. Behind a slash stands what is different: {@code
 * observer}, {@code no-address}, {@code directory=7}, {@code id=x}, {@code organisation=x}, {@code group=CUSTODIAN},
 * {@code host=x}, {@code port=0}, {@code tls=2} and {@code signing=2} for the key of another one.
 */
final class ValidatorWords {
    private ValidatorWords() {}

    static Operation read(String what) {
        String[] parts = what.substring("validators".length()).split("instead of epoch", -1);
        List<Validator> validators = new ArrayList<>();
        for (String word : parts[0].trim().split(" +", -1)) {
            if (!word.isEmpty()) {
                validators.addAll(validators(word));
            }
        }
        return new SetValidators(Long.parseLong(parts[1].trim()), validators);
    }

    private static List<Validator> validators(String word) {
        String[] parts = word.split("/", -1);
        String[] range = parts[0].split("\\.\\.", -1);
        int first = Integer.parseInt(range[0]);
        int last = Integer.parseInt(range[range.length - 1]);
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> {
                    Validator validator = usual(number);
                    for (String difference : Arrays.copyOfRange(parts, 1, parts.length)) {
                        validator = with(difference, validator);
                    }
                    return validator;
                })
                .toList();
    }

    private static Validator usual(int number) {
        return TestValidators.founders()
                .validator("validator-" + number)
                .orElseGet(() -> TestValidators.joining(
                        number, number % 2 == 0 ? Group.CUSTODIAN : Group.GOVERNMENT, Duty.VOTER));
    }

    private static Validator with(String difference, Validator old) {
        String[] nameAndValue = difference.split("=", 2);
        String name = nameAndValue[0];
        String value = nameAndValue.length == 2 ? nameAndValue[1] : "";
        Optional<PeerAddress> address = old.peerAddress();
        return new Validator(
                name.equals("id") ? value : old.id(),
                name.equals("directory") ? Long.parseLong(value) : old.directory(),
                name.equals("organisation") ? value.replace('_', ' ') : old.organisation(),
                name.equals("group") ? Group.valueOf(value) : old.group(),
                name.equals("observer") ? Duty.OBSERVER : old.duty(),
                name.equals("tls") ? TestValidators.tlsKey(Integer.parseInt(value)) : old.tlsKeySha256(),
                name.equals("signing") ? signingKey(value) : old.signingKey(),
                switch (name) {
                    case "no-address" -> Optional.empty();
                    case "host" -> Optional.of(new PeerAddress(value, 7_100));
                    case "port" -> Optional.of(new PeerAddress("a.example", Integer.parseInt(value)));
                    default -> address;
                });
    }

    private static PublicKey signingKey(String value) {
        return value.equals("unsound")
                ? PublicKey.of(new byte[PublicKey.BYTES])
                : TestValidators.signingKey(Integer.parseInt(value));
    }
}
