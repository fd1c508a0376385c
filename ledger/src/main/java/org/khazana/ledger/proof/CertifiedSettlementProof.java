package org.khazana.ledger.proof;

/**
 * A settlement proof with all that somebody needs who trusts nothing but the genesis: the anchor of its block is a head that
 * validators have certified. Says nothing by itself: {@link CertifiedSettlementVerifier} checks it.
 *
 * @param testimony of the head of the block
 */
public record CertifiedSettlementProof(SettlementProof settlement, Testimony testimony) {}
