package org.khazana.simulation.world;

/**
 * How often a run came to what is rare: where these stay 0, nothing is proved about it.
 *
 * @param installs fetched states that took the place of an older one
 * @param losses starts of members that found that synced entries were lost
 * @param readmissions members that were whole again afterwards
 * @param changes of membership that were begun
 * @param judged histories of clients for which an order was found
 * @param undecided histories of clients whose check was given up
 * @param certified heights of which somebody has a certificate; 0 in runs in which nobody signs
 * @param overruled members that stopped as others had certified something else
 * @param convicted members that were caught signing two histories
 */
public record Reached(
        long installs,
        long losses,
        long readmissions,
        long changes,
        long judged,
        long undecided,
        long certified,
        long overruled,
        long convicted) {
    static final Reached NOTHING = new Reached(0, 0, 0, 0, 0, 0, 0, 0, 0);
    static final Reached INSTALL = new Reached(1, 0, 0, 0, 0, 0, 0, 0, 0);
    static final Reached LOSS = new Reached(0, 1, 0, 0, 0, 0, 0, 0, 0);
    static final Reached READMISSION = new Reached(0, 0, 1, 0, 0, 0, 0, 0, 0);
    static final Reached CHANGE = new Reached(0, 0, 0, 1, 0, 0, 0, 0, 0);
    static final Reached JUDGED = new Reached(0, 0, 0, 0, 1, 0, 0, 0, 0);
    static final Reached UNDECIDED = new Reached(0, 0, 0, 0, 0, 1, 0, 0, 0);

    Reached plus(Reached other) {
        return new Reached(
                installs + other.installs,
                losses + other.losses,
                readmissions + other.readmissions,
                changes + other.changes,
                judged + other.judged,
                undecided + other.undecided,
                certified + other.certified,
                overruled + other.overruled,
                convicted + other.convicted);
    }
}
