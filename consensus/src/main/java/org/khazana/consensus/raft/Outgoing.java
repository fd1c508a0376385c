package org.khazana.consensus.raft;

import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;

/** A message and whom it is for. */
public record Outgoing(MemberId to, Message message) {}
