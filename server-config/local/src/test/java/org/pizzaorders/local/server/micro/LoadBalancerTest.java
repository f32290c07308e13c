package org.pizzaorders.local.server.micro;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.part.Ports;
import org.pizzaorders.local.server.ServerKind;
import org.pizzaorders.local.server.StackSettings;

class LoadBalancerTest {

    @ParameterizedTest
    @CsvSource({
        "/, MENU",
        "/api/v1, MENU",
        "/api/v1/menu/margherita, MENU",
        "/orders/01a20452, MENU",
        "/api/v1/orders, ORDERS",
        "/api/v1/orders/01a20452/cancellation, ORDERS",
        "/api/v1/ordersnotthere, MENU",
        "/api/v1/payments, PAYMENTS",
        "/api/v1/notifications/01a20452, NOTIFICATIONS",
        "/api/v1/notification-templates, NOTIFICATIONS",
        "/api/v1/notification-policies/OrderReady, NOTIFICATIONS"
    })
    void choosesTheServiceByThePath(String path, MicroService service) {
        assertThat(LoadBalancer.of(path)).isEqualTo(service);
    }

    @Test
    void passesOnWhatTheServiceAnswers() throws Exception {
        var answer = throughTheGateway("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Answered: yes\r\n\r\npizza");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Answered")).hasValue("yes");
        assertThat(answer.body()).isEqualTo("pizza");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100", "Transfer-Encoding: chunked"})
    void anAnswerThatBreaksOffIsNotPassedOnAsComplete(String length) {
        assertThatThrownBy(() -> throughTheGateway("HTTP/1.1 200 OK\r\n" + length + "\r\n\r\n4\r\nhalf\r\n"))
                .isInstanceOf(IOException.class);
    }

    /** @param answer of a service that then closes the connection */
    private static HttpResponse<String> throughTheGateway(String answer) throws Exception {
        try (var service = new ServerSocket(0, 1, InetAddress.getByName(Ports.LOOPBACK))) {
            var settings = new StackSettings(
                    Path.of("target"),
                    ServerKind.MICRO,
                    Map.of(Port.HTTP, Ports.free(), Port.MENU, service.getLocalPort()),
                    Optional.empty());
            var gateway = new LoadBalancer(settings);
            gateway.start();
            var answering = CompletableFuture.runAsync(() -> answerOnce(service, answer));
            try {
                return HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(settings.url(Port.HTTP) + "/api/v1/menu"))
                                        .build(),
                                BodyHandlers.ofString());
            } finally {
                answering.join();
                gateway.close();
            }
        }
    }

    private static void answerOnce(ServerSocket service, String answer) {
        try (var connection = service.accept()) {
            var asked = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
            while (!asked.readLine().isEmpty()) {
                // Reads the request's head. It has no body.
            }
            connection.getOutputStream().write(answer.getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
