package org.pizzaorders.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.local.server.ServerKind;
import org.pizzaorders.local.server.StackSettings;

class PortTest {

    private static final String PROPERTY = "pizza.http.port";

    @AfterEach
    void forgetTheProperty() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void itsPropertyChangesThePort() {
        assertThat(Port.HTTP.chosen()).isEqualTo(8080);

        System.setProperty(PROPERTY, "18080");

        assertThat(Port.HTTP.chosen()).isEqualTo(18080);
    }

    @Test
    void refusesAnInvalidPort() {
        System.setProperty(PROPERTY, "eighty");

        assertThatThrownBy(Port.HTTP::chosen).hasMessageContaining("-Dpizza.http.port=eighty is not a port");
    }

    @Test
    void refusesOnePortForTwoParts() {
        System.setProperty(PROPERTY, Integer.toString(Port.KAFKA.chosen()));

        assertThatThrownBy(() -> StackSettings.chosenPorts(ServerKind.PAYARA)).hasMessageContaining("the same port");
    }

    @Test
    void namesThePropertyWhenThePortIsTaken() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getByName(Ports.LOOPBACK))) {
            assertThatThrownBy(() -> Port.HTTP.requireFree(stranger.getLocalPort()))
                    .isInstanceOf(LocalRunException.class)
                    .hasMessageContaining("Port " + stranger.getLocalPort() + " for the application is taken")
                    .hasMessageContaining("-Dpizza.http.port=");
        }
    }
}
