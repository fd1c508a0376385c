package org.khazana.consensus.wire;

import org.khazana.consensus.membership.MemberId;

/** Ids of members to the generated class and back. */
final class MemberForm {
    private MemberForm() {}

    static org.khazana.consensus.wire.v1.MemberId of(MemberId member) {
        return org.khazana.consensus.wire.v1.MemberId.newBuilder()
                .setValidator(member.validator())
                .setDirectory(member.directory())
                .build();
    }

    /**
     * From the generated class.
     *
     * @throws IllegalArgumentException saying what is wrong, if it is not the id of any member
     */
    static MemberId of(org.khazana.consensus.wire.v1.MemberId wire) {
        return new MemberId(wire.getValidator(), wire.getDirectory());
    }
}
