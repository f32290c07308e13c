package org.pizzaorders.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.local.part.LocalRunException;

class ServerKindTest {

    private String chosen;

    @BeforeEach
    void rememberTheChosenServer() {
        chosen = System.clearProperty("server");
    }

    @AfterEach
    void restoreTheChosenServer() {
        System.clearProperty("server");
        if (chosen != null) {
            System.setProperty("server", chosen);
        }
    }

    @Test
    void payaraServerIsTheDefault() {
        assertThat(ServerKind.chosen()).isEqualTo(ServerKind.PAYARA);
    }

    @Test
    void anUnknownServerIsRefusedInOneLine() {
        System.setProperty("server", "tomcat");

        assertThatThrownBy(ServerKind::chosen)
                .isInstanceOf(LocalRunException.class)
                .hasMessageStartingWith("-Dserver=tomcat is not a server. Choose payara")
                .hasMessageNotContaining("\n");
    }
}
