package org.khazana.simulation.linearizability;

/** What can be asked of named registers, each of which holds one number. */
public sealed interface RegisterAction {
    String register();

    record Read(String register) implements RegisterAction {}

    record Write(String register, long value) implements RegisterAction {}
}
