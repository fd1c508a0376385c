package org.khazana.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.khazana.ledger.validator.ValidatorSet;

/** Damaged bytes are read, and then they are the one form of what was read, or they are refused with a sentence. */
class HeadCodecFuzzTest {
    private static final int ROUNDS = 20_000;
    private static final List<Head> HEADS = TestSigners.history("one", 6);
    private static final List<Head> OTHERS = TestSigners.history("other", 6);

    enum Decoder {
        HEAD {
            @Override
            byte[] good() {
                return HeadCodec.encode(HEADS.get(3));
            }

            @Override
            byte[] again(byte[] bytes) throws MalformedHead {
                return HeadCodec.encode(HeadCodec.decodeHead(bytes));
            }
        },
        SIGNED_HEAD {
            @Override
            byte[] good() {
                return HeadCodec.encode(TestSigners.reallySigned(1, HEADS.get(3)));
            }

            @Override
            byte[] again(byte[] bytes) throws MalformedHead {
                return HeadCodec.encode(HeadCodec.decodeSignedHead(bytes));
            }
        },
        CERTIFICATE {
            @Override
            byte[] good() {
                return HeadCodec.encode(TestSigners.certificateBy(HEADS.get(3), 1, 2, 3, 4, 5));
            }

            @Override
            byte[] again(byte[] bytes) throws MalformedHead {
                return HeadCodec.encode(HeadCodec.decodeCertificate(bytes));
            }
        },
        EVIDENCE {
            @Override
            byte[] good() {
                return HeadCodec.encode(new DoubleSigning(
                        TestSigners.signed(1, HEADS.get(2)),
                        TestSigners.signed(1, OTHERS.get(5)),
                        OTHERS.subList(3, 5)));
            }

            @Override
            byte[] again(byte[] bytes) throws MalformedHead {
                return HeadCodec.encode(HeadCodec.decodeDoubleSigning(bytes));
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
    void whatIsBeyondItsBoundsIsNeitherMadeNorRead() {
        Head head = HEADS.get(1);
        int[] tenVoters = IntStream.rangeClosed(1, ValidatorSet.VOTERS_MAX + 1).toArray();
        byte[] full = HeadCodec.encode(TestSigners.certificateBy(head, Arrays.copyOf(tenVoters, 9)));
        byte[] ten = Arrays.copyOf(full, full.length + 96);
        ten[HeadCodec.HEAD_BYTES] = 10;
        byte[] none = Arrays.copyOf(full, HeadCodec.HEAD_BYTES + 1);
        none[HeadCodec.HEAD_BYTES] = 0;

        assertThat(full).hasSize(HeadCodec.CERTIFICATE_BYTES_MAX).hasSize(1043);
        assertThat(HeadCodec.EVIDENCE_BYTES_MAX).isEqualTo(518 + 512 * 178);
        assertThatThrownBy(() -> TestSigners.certificateBy(head, tenVoters))
                .isInstanceOf(IllegalArgumentException.class);
        for (byte[] bytes : List.of(ten, none)) {
            assertThatThrownBy(() -> HeadCodec.decodeCertificate(bytes))
                    .isInstanceOf(MalformedHead.class)
                    .hasMessageContaining("signatures");
        }
    }

    @Test
    void evidenceWithTooManyHeadsBetweenIsNeitherMadeNorRead() throws MalformedHead {
        int most = DoubleSigning.BETWEEN_MAX;
        List<Head> longOther = TestSigners.history("other", most + 3);
        SignedHead first = TestSigners.signed(1, HEADS.get(1));
        DoubleSigning longest = new DoubleSigning(
                first, TestSigners.signed(1, longOther.get(most + 2)), longOther.subList(2, most + 2));
        byte[] bytes = HeadCodec.encode(longest);
        byte[] oneMore = Arrays.copyOf(bytes, bytes.length + HeadCodec.HEAD_BYTES);
        ByteBuffer.wrap(oneMore).putShort(516, (short) (most + 1));

        assertThat(HeadCodec.decodeDoubleSigning(bytes)).isEqualTo(longest);
        assertThat(bytes).hasSize(HeadCodec.EVIDENCE_BYTES_MAX);
        assertThatThrownBy(() -> HeadCodec.decodeDoubleSigning(oneMore))
                .isInstanceOf(MalformedHead.class)
                .hasMessageContaining("heads between");
        assertThatThrownBy(() -> new DoubleSigning(
                        first, TestSigners.signed(1, longOther.get(most + 3)), longOther.subList(2, most + 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too many");
    }

    @Test
    void anotherVersionAndNegativeNumbersAreRefused() {
        for (int at : new int[] {1, 34, 42}) {
            byte[] bytes = HeadCodec.encode(HEADS.get(1));
            bytes[at] = (byte) 0x82;
            assertThatThrownBy(() -> HeadCodec.decodeHead(bytes)).isInstanceOf(MalformedHead.class);
        }
    }
}
