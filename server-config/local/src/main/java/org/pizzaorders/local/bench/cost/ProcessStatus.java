package org.pizzaorders.local.bench.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What the system reports of a process. */
record ProcessStatus(long pid) {

    /** Ticks of Linux per second: a constant of its interface to programs. */
    private static final long TICKS = 100;

    private static final int FIRST_TIME = 11;
    private static final int TIMES = 4;
    private static final String RESIDENT = "VmRSS:";

    /** Its CPU time. Linux adds that of its children that have ended. */
    Duration cpu() {
        return proc("stat")
                .map(ProcessStatus::times)
                .or(() ->
                        ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration()))
                .orElse(Duration.ZERO);
    }

    /** Its resident memory, 0 where the system does not report it. */
    long residentBytes() {
        return proc("status")
                .flatMap(text ->
                        text.lines().filter(line -> line.startsWith(RESIDENT)).findFirst())
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .orElse(0L);
    }

    /** User and system time, its own and that of its dead children: fields 14 to 17 of {@code /proc/<pid>/stat}. */
    static Duration times(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = FIRST_TIME; i < FIRST_TIME + TIMES; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return Duration.ofMillis(ticks * 1000 / TICKS);
    }

    private Optional<String> proc(String file) {
        try {
            return Optional.of(Files.readString(Path.of("/proc", Long.toString(pid), file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
