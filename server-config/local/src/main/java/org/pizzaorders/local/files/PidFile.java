package org.pizzaorders.local.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file with a server's process id. A killed server leaves it behind, and then it may name another process. */
public final class PidFile {

    private final Path file;

    public PidFile(Path file) {
        this.file = file;
    }

    /** The process with that id, if it lives and is the same one: it was started before the file was written. */
    public Optional<ProcessHandle> process() {
        return Optional.of(Folders.read(file).strip())
                .filter(text -> text.matches("[0-9]+"))
                .map(Long::parseLong)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(this::startedBefore);
    }

    private boolean startedBefore(ProcessHandle process) {
        if (!Files.exists(file)) {
            return false;
        }
        return process.info()
                .startInstant()
                .map(start -> !start.isAfter(Folders.modified(file).plusSeconds(2)))
                .orElse(true);
    }
}
