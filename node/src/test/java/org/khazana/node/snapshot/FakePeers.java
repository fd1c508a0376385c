package org.khazana.node.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.khazana.node.transport.SnapshotAnswer;
import org.khazana.node.transport.SnapshotPeers;
import org.khazana.node.transport.SnapshotQuestion;

/** Validators that answer at once as told; keeps what they were asked. */
final class FakePeers implements SnapshotPeers {
    final Map<String, Function<SnapshotQuestion, SnapshotAnswer>> answering = new TreeMap<>();
    final List<String> asked = new ArrayList<>();

    @Override
    public List<String> connected() {
        return List.copyOf(answering.keySet());
    }

    @Override
    public void ask(String validator, SnapshotQuestion question, Consumer<SnapshotAnswer> answer) {
        asked.add(validator + " " + (question instanceof SnapshotQuestion.Chunk chunk ? chunk.index() : "manifest"));
        Function<SnapshotQuestion, SnapshotAnswer> peer = answering.get(validator);
        answer.accept(peer == null ? new SnapshotAnswer.NotConnected() : peer.apply(question));
    }

    /** How many chunks were asked for, whoever was asked. */
    long chunksAsked() {
        return asked.stream().filter(each -> !each.endsWith("manifest")).count();
    }
}
