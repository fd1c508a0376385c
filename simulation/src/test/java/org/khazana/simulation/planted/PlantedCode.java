package org.khazana.simulation.planted;

import java.util.ArrayList;
import java.util.List;

/** All of our classes once more, with one bug of the catalogue in them. */
public final class PlantedCode {
    private static final String SIMULATION = "simulation/src/main/java/org/khazana/simulation/";
    private static final String MEMBER = SIMULATION + "cluster/SimulatedMember.java";
    private static final String WORLD = SIMULATION + "world/World.java";

    private final ClassLoader classes;

    private PlantedCode(ClassLoader classes) {
        this.classes = classes;
    }

    /**
     * With the bug of this name, and a simulator that does not look at what the cores do and say: its runs go on where
     * they would have been stopped.
     */
    public static PlantedCode unwatched(String bug) {
        return unwatched(Catalogue.read(PlantedBugTest.CATALOGUE).stream()
                .filter(each -> each.name().equals(bug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the catalogue has no bug " + bug))
                .changes());
    }

    /** The same without a bug. */
    public static PlantedCode unwatched() {
        return unwatched(List.of());
    }

    private static PlantedCode unwatched(List<SourceChange> planted) {
        List<SourceChange> changes = new ArrayList<>(planted);
        changes.add(lookingAway(MEMBER, "properties.stepped(new Step(id, before, input, effects, after));"));
        changes.add(lookingAway(MEMBER, "properties.writing(id, before, write);"));
        changes.add(lookingAway(WORLD, "properties.speaks(from, outgoing);"));
        return new PlantedCode(new PlantedClasses(SourceCompiler.compile(changes)));
    }

    private static SourceChange lookingAway(String file, String check) {
        return new SourceChange(
                file,
                check,
                "try { " + check + " } catch (org.khazana.simulation.property.PropertyViolation unseen) { }");
    }

    static PlantedCode with(PlantedBug bug) {
        return new PlantedCode(new PlantedClasses(SourceCompiler.compile(bug.changes())));
    }

    /** A new object of the twin of {@code original}, which must be of a type that all class loaders share. */
    public Object create(Class<?> original) {
        try {
            return classes.loadClass(original.getName()).getConstructor().newInstance();
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
