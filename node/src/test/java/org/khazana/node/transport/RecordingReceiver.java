package org.khazana.node.transport;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;

/** Keeps what arrives; answers every submission with {@code answer}; can be told to hold still. */
final class RecordingReceiver implements PeerReceiver {
    final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    final BlockingQueue<MemberId> connected = new LinkedBlockingQueue<>();
    final BlockingQueue<MemberId> disconnected = new LinkedBlockingQueue<>();
    final BlockingQueue<byte[]> finality = new LinkedBlockingQueue<>();
    final BlockingQueue<byte[]> votes = new LinkedBlockingQueue<>();
    final BlockingQueue<byte[]> submissions = new LinkedBlockingQueue<>();
    private final CountDownLatch handled = new CountDownLatch(1);
    private final CountDownLatch mayGoOn;
    private final Consumer<Consumer<ForwardAnswer>> answering;

    RecordingReceiver(Consumer<Consumer<ForwardAnswer>> answering, CountDownLatch mayGoOn) {
        this.answering = answering;
        this.mayGoOn = mayGoOn;
    }

    static RecordingReceiver answering(ForwardAnswer answer) {
        return new RecordingReceiver(caller -> caller.accept(answer), new CountDownLatch(0));
    }

    static RecordingReceiver silent() {
        return new RecordingReceiver(caller -> {}, new CountDownLatch(0));
    }

    static RecordingReceiver stuckUntil(CountDownLatch mayGoOn) {
        return new RecordingReceiver(caller -> caller.accept(new ForwardAnswer.Overloaded()), mayGoOn);
    }

    void awaitStuck() throws InterruptedException {
        handled.await();
    }

    @Override
    public void message(MemberId from, Message message) {
        handled.countDown();
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        messages.add(message);
    }

    @Override
    public void vote(MemberId from, Message message, byte[] signature) {
        votes.add(signature);
        messages.add(message);
    }

    @Override
    public void finality(MemberId from, byte[] message) {
        finality.add(message);
    }

    @Override
    public void connected(MemberId from) {
        connected.add(from);
    }

    @Override
    public void disconnected(MemberId from) {
        disconnected.add(from);
    }

    @Override
    public void submission(MemberId from, byte[] envelope, Consumer<ForwardAnswer> answer) {
        submissions.add(envelope);
        answering.accept(answer);
    }

    @Override
    public void snapshotQuestion(MemberId from, SnapshotQuestion question, Consumer<SnapshotAnswer> answer) {
        switch (question) {
            case SnapshotQuestion.Manifest manifest -> answer.accept(new SnapshotAnswer.Later());
            case SnapshotQuestion.Chunk chunk ->
                answer.accept(new SnapshotAnswer.Chunk(new byte[] {(byte) chunk.index()}));
        }
    }
}
