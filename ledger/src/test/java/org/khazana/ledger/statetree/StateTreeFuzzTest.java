package org.khazana.ledger.statetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.crypto.Hash;

/** Damaged bytes: each decoder reads them in their one form or says that it cannot, and nothing else happens. */
class StateTreeFuzzTest {
    private static final int ROUNDS = 5_000;

    private static History history(long seed) {
        History history = new History(new SplittableRandom(seed), 60);
        for (int block = 0; block < 5; block++) {
            history.playBlock(60);
        }
        return history;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void aPageIsReadOnlyInItsOneForm(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        History history = history(seed);
        List<Page> pages = History.reachedFrom(history.pages, history.root()).pages();
        int read = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Page good = pages.get(random.nextInt(pages.size()));
            byte[] bytes = Damage.to(good.toBytes(), random);
            try {
                Page page = Page.of(good.key(), bytes);
                assertThat(page.toBytes()).isEqualTo(bytes);
                assertThat(new TreeHasher().hash(page)).isNotEqualTo(Hash.ZEROS);
                assertThat(written(page)).as("seed %s, round %s", seed, round).isEqualTo(page.layout());
                read++;
            } catch (MalformedPage malformed) {
                assertThat(malformed).hasMessageMatching("(?s).{5,300}");
                refused++;
            }
        }
        assertThat(List.of(read, refused)).allSatisfy(count -> assertThat(count).isPositive());
    }

    /** The layout of a page with the same children, put together anew. */
    private static PageLayout written(Page page) {
        PageDraft draft = new PageDraft(null);
        for (int child = 0; child < PageLayout.CHILDREN; child++) {
            draft.put(child, page.child(child));
        }
        return draft.finish(page.key(), new TreeHasher()).page().layout();
    }

    @Test
    void aPageMustBelongToItsKey() {
        History history = history(3);
        Page page = History.reachedFrom(history.pages, history.root()).pages().getFirst();
        byte[] lone = new byte[PageLayout.HEAD_BYTES + PageLayout.LEAF_BYTES];
        lone[1] = 1;

        assertThatThrownBy(() -> Page.of(new PageKey(0, page.key().prefix()), page.toBytes()))
                .isInstanceOf(MalformedPage.class)
                .hasMessageContaining("another time");
        assertThatThrownBy(() -> Page.of(page.key(), lone))
                .isInstanceOf(MalformedPage.class)
                .hasMessageContaining("no two entries");
        for (Page each : History.reachedFrom(history.pages, history.root()).pages()) {
            boolean hasLeaf = each.layout().occupied() != each.layout().linked();
            Prefix other =
                    Prefix.of(history.paths.getFirst(), each.key().prefix().nibbles());
            if (hasLeaf && !other.equals(each.key().prefix())) {
                assertThatThrownBy(() -> Page.of(new PageKey(each.key().height(), other), each.toBytes()))
                        .isInstanceOf(MalformedPage.class)
                        .hasMessageContaining("belong");
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void aProofIsReadOnlyInItsOneForm(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        History history = history(seed);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StatePath path = history.paths.get(random.nextInt(history.paths.size()));
            byte[] bytes =
                    Damage.to(StateProofCodec.encode(StateProofs.of(history.pages, history.root(), path)), random);
            try {
                StateProof proof = StateProofCodec.decode(bytes);
                assertThat(StateProofCodec.encode(proof))
                        .as("seed %s, round %s", seed, round)
                        .isEqualTo(bytes);
                read++;
            } catch (StateProofRefused refused) {
                assertThat(refused).hasMessageMatching("(?s).{5,300}");
            }
        }
        assertThat(read).isBetween(1, ROUNDS - 1);
    }

    @Test
    void aProofGivesNoZerosAndEndsBesideSomething() {
        byte[] zeros = new byte[3 + 1 + Hash.BYTES + 1];
        zeros[0] = 1;
        zeros[2] = 1;
        zeros[3] = (byte) 0x80;
        byte[] besideNothing = {1, 0, 1, 0, 0};
        byte[] byteAfterTheEnd = {1, 0, 0, 0, 0};

        assertThatThrownBy(() -> StateProofCodec.decode(zeros))
                .isInstanceOf(StateProofRefused.class)
                .hasMessageContaining("not there is given");
        assertThatThrownBy(() -> StateProofCodec.decode(besideNothing))
                .isInstanceOf(StateProofRefused.class)
                .hasMessageContaining("last sibling");
        assertThatThrownBy(() -> StateProofCodec.decode(byteAfterTheEnd))
                .isInstanceOf(StateProofRefused.class)
                .hasMessageContaining("after the end");
    }

    @Test
    void thePrefixInAKeyIsFilledUpWithAZero() {
        byte[] key = new PageKey(7, Prefix.of(new StatePath(History.valueHash(1)), 3)).toBytes();
        byte[] filledWithOne = key.clone();
        filledWithOne[key.length - 1] = (byte) (key[key.length - 1] | 1);

        assertThat(PageKey.of(key).toBytes()).isEqualTo(key);
        assertThatThrownBy(() -> PageKey.of(filledWithOne))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no prefix");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void rootsAndKeysOfPagesAreReadOnlyInTheirOneForm(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        History history = history(seed);
        List<PageKey> keys = History.reachedFrom(history.pages, history.root()).pages().stream()
                .map(Page::key)
                .toList();
        keys.forEach(key -> assertThat(PageKey.of(key.toBytes())).isEqualTo(key));
        history.roots
                .values()
                .forEach(root -> assertThat(StateRoot.of(root.toBytes())).isEqualTo(root));
        List<StateRoot> roots = List.copyOf(history.roots.values());
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] key = Damage.to(keys.get(random.nextInt(keys.size())).toBytes(), random);
            byte[] root = Damage.to(roots.get(random.nextInt(roots.size())).toBytes(), random);
            try {
                assertThat(PageKey.of(key).toBytes()).isEqualTo(key);
                assertThat(StateRoot.of(root).toBytes()).isEqualTo(root);
            } catch (IllegalArgumentException malformed) {
                assertThat(malformed).hasMessageMatching("(?s).{5,300}");
                refused++;
            }
        }
        assertThat(refused).isBetween(1, ROUNDS - 1);
    }
}
