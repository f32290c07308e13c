package org.pizzaorders.local.server.micro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pizzaorders.local.files.Resources;

class MicroCommandsTest {

    /** Payara Micro reads a separate file for each service, so the commands that both servers need exist twice. */
    @ParameterizedTest
    @EnumSource
    void givesAServiceTheResourcesThatItHasOnPayaraServer(MicroService service) {
        var commands = Resources.text("payara-micro/" + service.title() + ".asadmin")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        assertThat(commands).hasSizeGreaterThan(5);
        assertThat(Resources.text("payara/install.asadmin").lines()).containsAll(commands);
    }
}
