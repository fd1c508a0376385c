package org.khazana.config.file;

import java.util.List;
import java.util.Optional;
import org.khazana.config.Genesis;
import org.khazana.config.Genesis.FoundingAccount;
import org.khazana.config.Genesis.FoundingCurrency;
import org.khazana.config.Genesis.FoundingParty;
import org.khazana.config.Genesis.Group;
import org.khazana.config.Genesis.GroupMinimum;
import org.khazana.config.Genesis.QuorumRules;
import org.khazana.config.Genesis.Validator;
import org.khazana.config.LedgerNames;

/** The form of {@code genesis.json}, key by key; {@link GenesisWriter} is its mirror. */
final class GenesisReader {
    /** The only form there is so far. A node refuses a genesis written for a later one. */
    static final int FORMAT = 1;

    private static final long LAST_MILLIS_OF_YEAR_9999 = 253_402_300_799_999L;
    /** Every JSON reader holds whole numbers up to here exactly (RFC 8259, section 6). */
    private static final long ID_MAX = (1L << 53) - 1;

    private static final int VALIDATORS_MAX = 9;
    private static final int CURRENCIES_MAX = 32;
    private static final int PARTIES_MAX = 2_000;
    private static final int ACCOUNTS_MAX = 5_000;
    private static final int KEYS_MAX = 16;

    private GenesisReader() {}

    static Genesis read(Section root) {
        root.number("format", FORMAT, FORMAT);
        String networkName = root.text("networkName", Form.NAME);
        long createdAtMillis = root.number("createdAtMillis", 1, LAST_MILLIS_OF_YEAR_9999);
        List<Validator> validators = root.sections("validators", 1, VALIDATORS_MAX).stream()
                .map(GenesisReader::validator)
                .toList();
        QuorumRules quorum = quorum(root.section("quorum"));
        List<FoundingCurrency> currencies = root.sections("currencies", 0, CURRENCIES_MAX).stream()
                .map(GenesisReader::currency)
                .toList();
        List<FoundingParty> parties = root.sections("parties", 0, PARTIES_MAX).stream()
                .map(GenesisReader::party)
                .toList();
        List<FoundingAccount> accounts = root.sections("accounts", 0, ACCOUNTS_MAX).stream()
                .map(GenesisReader::account)
                .toList();
        root.refuseOtherKeys();
        return new Genesis(networkName, createdAtMillis, validators, quorum, currencies, parties, accounts);
    }

    private static Validator validator(Section section) {
        Validator validator = new Validator(
                section.text("id", Form.VALIDATOR_ID),
                directory(section),
                section.text("organisation", Form.NAME),
                section.oneOf("group", Group.class),
                section.text("tlsKeySha256", Form.HEX_32_BYTES),
                section.text("signingKey", Form.HEX_32_BYTES));
        section.refuseOtherKeys();
        return validator;
    }

    private static long directory(Section section) {
        String text = section.text("directory", Form.DIRECTORY);
        return text.isEmpty() ? 1 : Long.parseLong(text, 16); // what is wrong has been reported
    }

    private static QuorumRules quorum(Section section) {
        List<GroupMinimum> atLeast = section.sections("atLeast", 0, Group.values().length).stream()
                .map(GenesisReader::groupMinimum)
                .toList();
        section.refuseOtherKeys();
        return new QuorumRules(atLeast);
    }

    private static GroupMinimum groupMinimum(Section section) {
        GroupMinimum minimum = new GroupMinimum(
                section.oneOf("group", Group.class), section.smallNumber("members", 1, VALIDATORS_MAX));
        section.refuseOtherKeys();
        return minimum;
    }

    private static FoundingCurrency currency(Section section) {
        FoundingCurrency currency =
                new FoundingCurrency(section.text("code", Form.CURRENCY), section.smallNumber("minorDigits", 0, 4));
        section.refuseOtherKeys();
        return currency;
    }

    private static FoundingParty party(Section section) {
        FoundingParty party = new FoundingParty(
                section.number("id", 1, ID_MAX),
                section.text("name", Form.NAME),
                section.namesOf("roles", LedgerNames.ROLES),
                section.texts("keys", KEYS_MAX, Form.HEX_32_BYTES));
        section.refuseOtherKeys();
        return party;
    }

    private static FoundingAccount account(Section section) {
        FoundingAccount account = new FoundingAccount(
                section.number("id", 1, ID_MAX),
                section.number("owner", 1, ID_MAX),
                section.has("controller") ? Optional.of(section.number("controller", 1, ID_MAX)) : Optional.empty(),
                section.oneOf("kind", LedgerNames.ACCOUNT_KINDS),
                section.oneOf("debitRule", LedgerNames.DEBIT_RULES));
        section.refuseOtherKeys();
        return account;
    }
}
