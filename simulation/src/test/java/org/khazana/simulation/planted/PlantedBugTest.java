package org.khazana.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.khazana.simulation.property.Property;

/**
 * A check that cannot fail proves nothing: each bug of the catalogue must be found by the simulator within its number of
 * seeds, by a property that names it; {@link CatalogueHunt} says how many are tried.
 */
class PlantedBugTest {
    static final String CATALOGUE = "catalogue.txt";

    @TestFactory
    List<DynamicTest> everyPlantedBugIsFound() throws IOException {
        return new CatalogueHunt(
                        CATALOGUE,
                        PlantedRun.class,
                        "| appendix A | bug | what is wrong | found by | in seed | must be found within |")
                .tests();
    }

    @Test
    void whatBugsAreKnownByAreProperties() {
        assertThat(Catalogue.read(CATALOGUE))
                .allSatisfy(bug -> assertThat(bug.finds())
                        .isSubsetOf(
                                Arrays.stream(Property.values()).map(Enum::name).toList()));
    }
}
