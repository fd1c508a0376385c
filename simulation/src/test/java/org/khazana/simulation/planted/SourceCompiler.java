package org.khazana.simulation.planted;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles changed sources in memory, against the classes the tests run with. */
final class SourceCompiler {
    private SourceCompiler() {}

    /** The classes, by name, of the files that {@code changes} are for. */
    static Map<String, byte[]> compile(List<SourceChange> changes) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (SourceChange change : changes) {
            String source = sources.computeIfAbsent(change.className(), name -> change.read());
            sources.put(change.className(), change.in(source));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, text) -> files.add(new SourceText(name, text)));
        try (Output output = new Output(compiler.getStandardFileManager(null, null, null))) {
            List<String> options = List.of("-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"));
            if (!compiler.getTask(complaints, output, null, options, null, files)
                    .call()) {
                throw new IllegalStateException("a plant does not compile: " + complaints);
            }
            return output.compiled();
        } catch (java.io.IOException unclosed) {
            throw new java.io.UncheckedIOException(unclosed);
        }
    }

    private static final class SourceText extends SimpleJavaFileObject {
        private final String text;

        private SourceText(String className, String text) {
            super(URI.create("planted:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Output extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

        private Output(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("planted:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return written.computeIfAbsent(className, name -> new ByteArrayOutputStream());
                }
            };
        }

        private Map<String, byte[]> compiled() {
            Map<String, byte[]> classes = new TreeMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
    }
}
