package org.khazana.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The same for the rules of the ledger and what carries them out: each bug of the catalogue must be found by the random sequences
 * that the ledger's own tests play, by the invariant that is there for it.
 */
class PlantedLedgerBugTest {
    private static final String CATALOGUE = "ledger-catalogue.txt";

    @TestFactory
    List<DynamicTest> everyPlantedBugIsFound() throws IOException {
        return new CatalogueHunt(
                        CATALOGUE,
                        PlantedSequence.class,
                        "| invariant | bug | what is wrong | found by | in sequence | must be found within |")
                .tests();
    }

    @Test
    void whatBugsAreKnownByAreInvariantsAndChecks() {
        assertThat(Catalogue.read(CATALOGUE))
                .allSatisfy(bug -> assertThat(bug.finds())
                        .allMatch(word -> word.matches("I[0-9]+|RECOUNT|RESTART|ONCE|DAMAGED|PROTEST")));
    }
}
