package org.khazana.storage;

/**
 * What is kept on disk cannot be used as it is. The message is one sentence for the operator: what is wrong, with the
 * path, and what to do. Whoever gets this must not go on with the data folder.
 */
public final class DataFolderProblem extends RuntimeException {
    public DataFolderProblem(String sentence) {
        super(sentence);
    }

    public DataFolderProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
