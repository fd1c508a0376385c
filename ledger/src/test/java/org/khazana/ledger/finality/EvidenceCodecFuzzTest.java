package org.khazana.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damaged bytes are read, and then they are the one form of what was read, or they are refused with a sentence. */
class EvidenceCodecFuzzTest {
    private static final int ROUNDS = 8_000;

    enum Decoder {
        SIGNED_PROPOSAL {
            @Override
            byte[] good() {
                return EvidenceCodec.encode(TestProposals.proposal(2, 7, 3, 1));
            }

            @Override
            byte[] again(byte[] bytes) throws MalformedHead {
                return EvidenceCodec.encode(EvidenceCodec.decodeSignedProposal(bytes));
            }
        },
        SIGNED_VOTE {
            @Override
            byte[] good() {
                return EvidenceCodec.encode(TestProposals.signedVote(2, 9, 1));
            }

            @Override
            byte[] again(byte[] bytes) throws MalformedHead {
                return EvidenceCodec.encode(EvidenceCodec.decodeSignedVote(bytes));
            }
        },
        DOUBLE_PROPOSING {
            @Override
            byte[] good() {
                return EvidenceCodec.encode(
                        DoubleProposing.of(TestProposals.proposal(2, 7, 3, 1), TestProposals.proposal(2, 7, 3, 2))
                                .orElseThrow());
            }

            @Override
            byte[] again(byte[] bytes) throws MalformedHead {
                return EvidenceCodec.encode(EvidenceCodec.decodeDoubleProposing(bytes));
            }
        },
        DOUBLE_VOTING {
            @Override
            byte[] good() {
                return EvidenceCodec.encode(
                        DoubleVoting.of(TestProposals.signedVote(2, 9, 1), TestProposals.signedVote(2, 9, 3))
                                .orElseThrow());
            }

            @Override
            byte[] again(byte[] bytes) throws MalformedHead {
                return EvidenceCodec.encode(EvidenceCodec.decodeDoubleVoting(bytes));
            }
        };

        abstract byte[] good();

        abstract byte[] again(byte[] bytes) throws MalformedHead;
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReadHasNoOtherForm(Decoder decoder) throws MalformedHead {
        byte[] good = decoder.good();
        assertThat(decoder.again(good)).isEqualTo(good);
        SplittableRandom random = new SplittableRandom(1);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = damaged(good, random);
            try {
                assertThat(decoder.again(bytes)).as("round %s", round).isEqualTo(bytes);
                read++;
            } catch (MalformedHead refused) {
                assertThat(refused).hasMessageMatching("these bytes are not .{10,200}");
            }
        }
        assertThat(read).isBetween(1, ROUNDS - 1);
    }

    private static byte[] damaged(byte[] good, SplittableRandom random) {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(8)) {
                case 0 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 1 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(1, 200));
                case 2 -> bytes[at] = (byte) random.nextInt(256);
                case 3 -> System.arraycopy(good, 0, bytes, 0, Math.min(at, good.length));
                default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return bytes;
    }

    @ParameterizedTest
    @EnumSource
    void anyOtherLengthIsRefused(Decoder decoder) {
        byte[] good = decoder.good();
        for (int length = 0; length < good.length + 300; length++) {
            byte[] bytes = Arrays.copyOf(good, length);
            if (length != good.length) {
                assertThatThrownBy(() -> decoder.again(bytes)).isInstanceOf(MalformedHead.class);
            }
        }
    }

    @Test
    void theKindsOfEvidenceAndCertificatesHaveNoLengthInCommon() throws MalformedHead {
        List<Head> heads = TestSigners.history("one", 3);
        List<Head> others = TestSigners.history("other", 3);
        for (int between = 0; between <= 1; between++) {
            byte[] signing = HeadCodec.encode(new DoubleSigning(
                    TestSigners.signed(1, heads.get(1)),
                    TestSigners.signed(1, others.get(2 + between)),
                    others.subList(2, 2 + between)));
            assertThat(signing.length).isEqualTo(518 + 178 * between);
            assertThat(EvidenceCodec.decodeEvidence(signing)).isInstanceOf(DoubleSigning.class);
        }
        for (int length : new int[] {EvidenceCodec.DOUBLE_PROPOSING_BYTES, EvidenceCodec.DOUBLE_VOTING_BYTES}) {
            assertThat((length - 518) % 178).isNotZero();
            assertThat((length - 179) % 96).isNotZero();
        }
        assertThat(EvidenceCodec.DOUBLE_PROPOSING_BYTES).isEqualTo(604);
        assertThat(EvidenceCodec.DOUBLE_VOTING_BYTES).isEqualTo(404);
    }

    @Test
    void votesOfAnotherVersionOfNegativeTermOrByNobodyAreRefused() {
        byte[] good = EvidenceCodec.encode(TestProposals.signedVote(2, 9, 1));
        int vote = 32;
        for (int at : new int[] {vote + 1, vote + 34, vote + 42, vote + 74, vote + 82, vote + 114}) {
            byte[] bytes = good.clone();
            bytes[at] = (byte) 0x82;
            assertThatThrownBy(() -> EvidenceCodec.decodeSignedVote(bytes))
                    .as("byte %s", at)
                    .isInstanceOf(MalformedHead.class);
        }
    }
}
