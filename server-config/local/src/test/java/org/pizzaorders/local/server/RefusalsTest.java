package org.pizzaorders.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.server.payara.PayaraServer;
import org.pizzaorders.local.server.wildfly.WildflyServer;

/** The words of the servers are copied from their logs. */
class RefusalsTest {

    @TempDir
    private Path home;

    private Path log;

    @BeforeEach
    void takeALog() {
        log = home.resolve("server.log");
    }

    @Test
    void findsWhyPayaraServerDidNotLoadWhatItHadDeployed() {
        Folders.write(log, """
                [2026-11-28T12:55:21.117+0000] [Payara 6.2025.10] [SEVERE] [NCLS-CORE-00026] [jakarta.enterprise.system.core] [tid: _ThreadID=49] [levelValue: 1000] [[
                  Exception during lifecycle processing
                java.lang.Exception: java.lang.IllegalStateException: ContainerBase.addChild: start: no such thing
                \tat com.sun.enterprise.web.WebApplication.start(WebApplication.java:128)
                Caused by: java.lang.IllegalStateException: ContainerBase.addChild: start
                Caused by: java.lang.IllegalArgumentException: at the bottom of it
                \tat org.apache.catalina.core.StandardContext.start(StandardContext.java:1)
                ]]
                [2026-11-28T12:55:22.117+0000] [Payara 6.2025.10] [INFO] [] [other] [tid: _ThreadID=49] [levelValue: 800] [[
                  Caused by: something else]]
                """);

        assertThat(new Refusals(log, PayaraServer.REFUSAL)
                        .reason()
                        .orElseThrow()
                        .lines())
                .containsExactly(
                        "java.lang.Exception: java.lang.IllegalStateException: ContainerBase.addChild: start: no such thing",
                        "  caused by java.lang.IllegalArgumentException: at the bottom of it");
    }

    @Test
    void findsWhyPayaraMicroDidNotLoadIt() {
        Folders.write(log, """
                Nov 28, 2026 1:21:32 PM com.sun.enterprise.v3.server.ApplicationLifecycle deploy
                SEVERE: Exception during lifecycle processing
                java.lang.Exception: java.lang.ClassNotFoundException: org.pizzaorders.Missing
                Caused by: java.lang.ClassNotFoundException: org.pizzaorders.Missing

                Nov 28, 2026 1:21:32 PM org.glassfish.api.ActionReport failure
                SEVERE: Exception while loading the app
                """);

        assertThat(new Refusals(log, PayaraServer.REFUSAL).reason())
                .hasValue("java.lang.Exception: java.lang.ClassNotFoundException: org.pizzaorders.Missing");
    }

    @Test
    void findsWhyWildflyDidNotStartIt() {
        Folders.write(log, """
                2026-11-28 13:15:59,828 ERROR [org.jboss.msc.service.fail] (MSC service thread 1-4) MSC000001: Failed to start null: org.jboss.msc.service.StartException in anonymous service: java.lang.ClassNotFoundException: org.pizzaorders.Missing
                \tat org.wildfly.extension.undertow.deployment.UndertowDeploymentInfoService.createServletConfig(UndertowDeploymentInfoService.java:1)
                Caused by: java.lang.NullPointerException
                2026-11-28 13:16:00,702 ERROR [org.jboss.as.controller.management-operation] (Controller Boot Thread) WFLYCTL0013: Operation ("add") failed - address: ([("deployment" => "pizza-orders.ear")])
                """);

        assertThat(new Refusals(log, WildflyServer.REFUSAL)
                        .reason()
                        .orElseThrow()
                        .lines())
                .containsExactly(
                        "java.lang.ClassNotFoundException: org.pizzaorders.Missing",
                        "  caused by java.lang.NullPointerException");
    }

    @Test
    void findsWhatTheApplicationLacksOnWildfly() {
        Folders.write(
                log,
                "2026-11-28 13:16:00,702 ERROR [org.jboss.as.controller.management-operation] (Controller Boot Thread)"
                        + " WFLYCTL0013: Operation (\"add\") failed - address: ([(\"deployment\" => \"pizza-orders.ear\")])"
                        + " - failure description: {\"WFLYCTL0412: Required services that are not installed:\" =>"
                        + " [\"jboss.naming.context.java.jdbc.orders\"]}\n");

        assertThat(new Refusals(log, WildflyServer.REFUSAL).reason().orElseThrow())
                .contains("jboss.naming.context.java.jdbc.orders");
    }

    @Test
    void ignoresEarlierLinesAndFindsNothingIfNothingWasRefused() {
        Folders.write(log, "SEVERE: Exception during lifecycle processing\nof yesterday\n");
        var refusals = new Refusals(log, PayaraServer.REFUSAL);

        refusals.begin();
        Folders.append(log, "INFO: Payara Micro 6.2025.10 (build 42) ready in 51,236 (ms)\n");

        assertThat(refusals.reason()).isEmpty();
        assertThat(new Refusals(home.resolve("absent"), PayaraServer.REFUSAL).reason())
                .isEmpty();
    }
}
