package org.pizzaorders.local.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Processes;

/**
 * A JVM of ours with the same class path as this one. It reports on its standard output when it is usable, and logs to
 * its standard error. It ends when its standard input ends, so it never outlives this process, however this one ends.
 */
public final class ChildJvm {

    private final Process process;

    private ChildJvm(Process process) {
        this.process = process;
    }

    /** Starts it and waits until it is ready. */
    public static ChildJvm start(Class<?> main, Path folder, Path log, List<String> options, List<String> arguments) {
        return start(List.of(), main, folder, log, options, arguments);
    }

    /** @param instead what comes first in its class path, so that it has other versions than this process */
    public static ChildJvm start(
            List<Path> instead, Class<?> main, Path folder, Path log, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.net.preferIPv4Stack=true"));
        command.addAll(options);
        command.add("@" + classPathFile(instead, folder));
        command.add(main.getName());
        command.addAll(arguments);
        try {
            ChildJvm child = new ChildJvm(new ProcessBuilder(Processes.detached(command))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start());
            child.awaitReady(main, log);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its process, if it runs. */
    public Optional<ProcessHandle> handle() {
        return Optional.of(process.toHandle()).filter(ProcessHandle::isAlive);
    }

    /** Closes its input, so that it shuts down in order. */
    public void close(Duration patience) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // it has ended already
        }
        if (!Processes.ended(process.toHandle(), patience)) {
            Processes.kill(process.toHandle());
        }
    }

    private void awaitReady(Class<?> main, Path log) throws IOException {
        BufferedReader output = process.inputReader();
        if (!ChildProcess.READY.equals(output.readLine())) {
            Processes.kill(process.toHandle());
            throw new LocalRunException(
                    main.getSimpleName() + " did not start: " + Folders.tail(log) + " (see " + log + ")");
        }
    }

    /** In a file, because the class path may be too long for a command line. */
    private static Path classPathFile(List<Path> instead, Path folder) {
        Path file = Folders.create(folder).resolve("classpath");
        String classPath = Stream.concat(instead.stream().map(Path::toString), Stream.of(classPath()))
                .collect(Collectors.joining(System.getProperty("path.separator")));
        Folders.write(file, "-cp \"" + classPath.replace("\\", "\\\\") + "\"\n");
        return file;
    }

    /** Inside Maven a loader of the exec plugin has our classes, elsewhere the system's class path has them. */
    private static String classPath() {
        ClassLoader loader = ChildJvm.class.getClassLoader();
        if (loader instanceof URLClassLoader) {
            return Arrays.stream(((URLClassLoader) loader).getURLs())
                    .map(ChildJvm::path)
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        }
        return System.getProperty("java.class.path");
    }

    private static String path(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
