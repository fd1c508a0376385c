package org.khazana.storage.folder;

import java.io.IOException;
import java.nio.file.Path;

/** A process that holds a data folder until its input ends or it is killed. */
final class FolderHolder {
    private FolderHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (DataFolder folder = DataFolder.open(Path.of(arguments[0]), arguments[1], "validator-1")) {
            System.out.println(folder.directory() == 0 ? "no id" : "open");
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}
