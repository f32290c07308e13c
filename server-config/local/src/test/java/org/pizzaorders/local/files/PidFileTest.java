package org.pizzaorders.local.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir
    Path folder;

    @Test
    void findsTheProcessThatWasThereWhenTheFileWasWritten() throws IOException {
        var file =
                Files.writeString(folder.resolve("pid"), ProcessHandle.current().pid() + "\n");

        assertThat(new PidFile(file).process()).contains(ProcessHandle.current());
    }

    @Test
    void doesNotTakeALaterProcessForIt() throws IOException {
        var file = Files.writeString(
                folder.resolve("pid"), Long.toString(ProcessHandle.current().pid()));
        var before = ProcessHandle.current().info().startInstant().orElseThrow().minus(Duration.ofMinutes(1));
        Files.setLastModifiedTime(file, FileTime.from(before));

        assertThat(new PidFile(file).process()).isEmpty();
    }

    @Test
    void findsNothingWithoutAFileOrInOneThatWasCutShort() throws IOException {
        var empty = Files.createFile(folder.resolve("empty"));

        assertThat(new PidFile(folder.resolve("none")).process()).isEmpty();
        assertThat(new PidFile(empty).process()).isEmpty();
    }
}
