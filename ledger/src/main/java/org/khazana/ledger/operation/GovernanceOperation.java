package org.khazana.ledger.operation;

/** Changes who takes part in what: validators, policies, parties, roles and keys. */
public sealed interface GovernanceOperation extends Operation
        permits SetValidators, SetPolicy, RegisterParty, SetPartyStatus, GrantRole, RevokeRole, AddKey, RevokeKey {}
