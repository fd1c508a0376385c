package org.khazana.config.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in words why a file could not be read or written: many exceptions carry only its name. */
public final class IoReason {
    private IoReason() {}

    public static String of(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "access is denied to " + denied.getFile();
            case FileAlreadyExistsException existing -> existing.getFile() + " exists";
            case NoSuchFileException absent -> absent.getFile() + " does not exist";
            case NotDirectoryException file -> file.getFile() + " is no folder";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
