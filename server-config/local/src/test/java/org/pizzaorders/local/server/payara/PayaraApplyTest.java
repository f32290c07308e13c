package org.pizzaorders.local.server.payara;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.files.Resources;
import org.pizzaorders.local.part.Commands;

/** Tests the administrators' {@code apply.sh} with a replacement of asadmin that returns given lists and failures. */
@DisabledOnOs(OS.WINDOWS)
class PayaraApplyTest {

    private static final String ASADMIN = """
            for file; do :; done
            while read -r command rest; do
              case $command in
                list-jdbc-resources) echo "jdbc/orders" ;;
                list-*) ;;
                fail) echo "Command fail failed." ; outcome=1 ;;
                *) echo "did $command $rest" ; outcome=0 ;;
              esac
            done <"$file"
            exit "${outcome:-0}"
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void install() {
        Folders.write(Folders.create(folder.resolve("bin")).resolve("asadmin"), ASADMIN);
        for (String script : List.of("apply.sh", "asadmin.sh")) {
            Folders.write(folder.resolve(script), Resources.text("payara/" + script));
        }
    }

    @Test
    void createsWhatIsMissingAndRemovesWhatExists() {
        int outcome = apply("""
                create-jdbc-resource --connectionpoolid orders-pool jdbc/orders
                create-jdbc-resource --connectionpoolid catalog-pool jdbc/catalog
                delete-jdbc-resource jdbc/orders
                delete-jdbc-resource jdbc/payments
                set some.thing=value
                """);

        assertThat(outcome).isZero();
        assertThat(said())
                .containsExactly(
                        "did create-jdbc-resource --connectionpoolid catalog-pool jdbc/catalog",
                        "did delete-jdbc-resource jdbc/orders",
                        "did set some.thing=value");
    }

    @Test
    void failsIfAnyCommandFailsAndRunsTheOthers() {
        int outcome = apply("fail here\nset some.thing=value\n");

        assertThat(outcome).isNotZero();
        assertThat(said()).containsExactly("Command fail failed.", "did set some.thing=value");
    }

    @Test
    void failsIfTheServerIsAway() {
        Folders.write(folder.resolve("bin/asadmin"), "exit 1\n");

        assertThat(apply("set some.thing=value\n")).isNotZero();
    }

    private int apply(String commands) {
        Path file = folder.resolve("commands");
        Folders.write(file, commands);
        return Commands.run(
                List.of("sh", folder.resolve("apply.sh").toString(), file.toString()),
                Map.of("PAYARA_HOME", folder.toString()),
                log());
    }

    private List<String> said() {
        return Folders.read(log()).lines().toList();
    }

    private Path log() {
        return folder.resolve("log");
    }
}
