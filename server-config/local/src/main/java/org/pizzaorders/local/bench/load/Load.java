package org.pizzaorders.local.bench.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pizzaorders.local.child.ChildJvm;
import org.pizzaorders.local.files.Folders;
import tools.jackson.databind.json.JsonMapper;

/** Runs loads, one at a time, each in a process of its own. */
public final class Load {

    private final Path home;

    /** @param home for log and result */
    public Load(Path home) {
        this.home = Folders.create(home.toAbsolutePath());
    }

    /** Returns when the load is over: its process reports that it is ready after it has written the result. */
    public LoadResult run(LoadPlan plan) {
        Path result = home.resolve("result.json");
        List<String> arguments = new ArrayList<>(List.of(result.toString()));
        arguments.addAll(plan.arguments());
        ChildJvm process =
                ChildJvm.start(LoadMain.class, home, home.resolve("load.log"), List.of("-Xmx256m"), arguments);
        process.close(Duration.ofSeconds(5));
        return new JsonMapper().readValue(Folders.read(result), LoadResult.class);
    }
}
