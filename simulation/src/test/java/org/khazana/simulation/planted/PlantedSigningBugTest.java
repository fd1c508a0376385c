package org.khazana.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.khazana.simulation.property.Property;

/** The same for what members sign: each bug must be found in runs with crashes, old copies and liars. */
class PlantedSigningBugTest {
    private static final String CATALOGUE = "signing-catalogue.txt";

    @TestFactory
    List<DynamicTest> everyPlantedBugIsFound() throws IOException {
        return new CatalogueHunt(
                        CATALOGUE,
                        PlantedSigningRun.class,
                        "| appendix A | bug in signing | what is wrong | found by | in seed | must be found within |")
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
