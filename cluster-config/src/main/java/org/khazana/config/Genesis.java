package org.khazana.config;

import java.util.List;
import java.util.Optional;

/**
 * What all founders agreed on before the first block; the file {@code genesis.json}. The chain id is a hash of the
 * file's exact bytes, so it never changes afterwards.
 *
 * @param networkName 1 to 64 characters
 * @param createdAtMillis time of the genesis, milliseconds since 1970 UTC; no block is earlier
 * @param validators 1 to 9, ids all different
 */
public record Genesis(
        String networkName,
        long createdAtMillis,
        List<Validator> validators,
        QuorumRules quorum,
        List<FoundingCurrency> currencies,
        List<FoundingParty> parties,
        List<FoundingAccount> accounts) {
    public Genesis {
        validators = List.copyOf(validators);
        currencies = List.copyOf(currencies);
        parties = List.copyOf(parties);
        accounts = List.copyOf(accounts);
    }

    public enum Group {
        GOVERNMENT,
        CUSTODIAN
    }

    /**
     * One founding validator.
     *
     * @param id 1 to 32 characters of {@code a-z 0-9 -}, starting with a letter
     * @param directory id of the data directory that it begins with, 1 to 2^32 - 1; in the file 8 hex digits
     * @param tlsKeySha256 SHA-256 (64 hex digits) of the SubjectPublicKeyInfo of the validator's TLS certificate: the
     *     identity its peers demand
     * @param signingKey raw Ed25519 public key (64 hex digits) with which it will sign heads
     */
    public record Validator(
            String id, long directory, String organisation, Group group, String tlsKeySha256, String signingKey) {}

    /**
     * A majority of all validators, always; and at least so many of a group, when given.
     *
     * @param atLeast at most one for each group
     */
    public record QuorumRules(List<GroupMinimum> atLeast) {
        public QuorumRules {
            atLeast = List.copyOf(atLeast);
        }
    }

    public record GroupMinimum(Group group, int members) {}

    /**
     * A currency of this ledger.
     *
     * @param code ISO 4217 alphabetic code
     * @param minorDigits decimal digits of the minor unit, as ISO 4217 says
     */
    public record FoundingCurrency(String code, int minorDigits) {}

    /**
     * A participant known from the start.
     *
     * @param id positive, all different
     * @param roles names of {@code ledger.state.Role}
     * @param keys raw Ed25519 public keys, 64 hex digits each; a key belongs to one party only
     */
    public record FoundingParty(long id, String name, List<String> roles, List<String> keys) {
        public FoundingParty {
            roles = List.copyOf(roles);
            keys = List.copyOf(keys);
        }
    }

    /**
     * An account open from the start, empty.
     *
     * @param id positive, all different
     * @param controller party that operates the account; the owner when empty
     * @param kind name of {@code ledger.account.AccountKind}
     * @param debitRule name of {@code ledger.account.DebitRule}
     */
    public record FoundingAccount(long id, long owner, Optional<Long> controller, String kind, String debitRule) {}
}
