package org.pizzaorders.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a program to its end. */
public final class Commands {

    private Commands() {}

    /** Its exit code; output goes to the end of the log, as a pipe would be held open by daemons it starts. */
    public static int run(List<String> command, Path log) {
        return run(command, Map.of(), log);
    }

    public static int run(List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalRunException("Interrupted while running " + command.get(0), e);
        }
    }
}
