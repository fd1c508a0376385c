package org.khazana.storage.slots;

import java.nio.ByteBuffer;

/** What tests of decay ask of the bytes of a file of two slots. */
public final class SlotImages {
    public static final int SLOT_BYTES = SlotLayout.BYTES;

    private SlotImages() {}

    /** Whether each copy can be read. */
    public static boolean areBothGood(SlotForm<?> form, byte[] file) {
        SlotLayout<?> layout = new SlotLayout<>(form);
        ByteBuffer bytes = ByteBuffer.wrap(file);
        return layout.decode(bytes, 0).isPresent()
                && layout.decode(bytes, SLOT_BYTES).isPresent();
    }
}
