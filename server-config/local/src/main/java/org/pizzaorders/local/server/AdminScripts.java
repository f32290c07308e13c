package org.pizzaorders.local.server;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pizzaorders.local.files.Checksum;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.files.Resources;
import org.pizzaorders.local.part.Commands;
import org.pizzaorders.local.part.Processes;

/**
 * The administrators' scripts for one kind of server, copied below one folder and run there. They make the server's
 * configuration; a marker beside them says from which scripts and for what it was made.
 */
public final class AdminScripts {

    private final String server;
    private final Path home;
    private final Path log;
    private final List<String> names;

    /**
     * @param server the folder of {@code server-config} they are from
     * @param home where they are copied to
     * @param log what they have to say
     * @param names those that are needed
     */
    public AdminScripts(String server, Path home, Path log, List<String> names) {
        this.server = server;
        this.home = home;
        this.log = log;
        this.names = List.copyOf(names);
    }

    public Path log() {
        return log;
    }

    /** A script to be run. */
    public Path path(String name) {
        return home.resolve(name);
    }

    /** Copies them all. */
    public void copy() {
        Folders.create(home);
        names.forEach(name -> Folders.write(path(name), text(name)));
    }

    /** Whether it worked. */
    public boolean run(Map<String, String> environment, String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of("sh", path(name).toString()));
        command.addAll(List.of(arguments));
        return Commands.run(Processes.detached(command), environment, log) == 0;
    }

    /** Whether the configuration was made by the scripts of today, for the same. */
    public boolean haveMade(String what) {
        return Folders.read(marker()).equals(fingerprint(what));
    }

    public void markMade(String what) {
        Folders.write(marker(), fingerprint(what));
    }

    private Path marker() {
        return home.resolve("installed");
    }

    private String fingerprint(String what) {
        StringBuilder all = new StringBuilder(what);
        names.forEach(name -> all.append(text(name)));
        return Checksum.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String text(String name) {
        return Resources.text(server + "/" + name);
    }
}
