package org.pizzaorders.local.part;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/** Waits until an address answers. */
public final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private static final int BRIEF = 400;

    private Http() {}

    /**
     * Returns whether the address answers as wanted in time. Gives up at once when {@code worthWaiting} becomes false.
     *
     * @param wanted tests a status, 0 for no answer
     */
    public static boolean answers(String url, IntPredicate wanted, Duration patience, BooleanSupplier worthWaiting) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline && worthWaiting.getAsBoolean()) {
            if (wanted.test(status(url))) {
                return true;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return false;
    }

    /** What the address answers, for an error message: nothing, or a status with the beginning of the body. */
    public static String brief(String url) {
        try {
            HttpResponse<String> answer = CLIENT.send(request(url), HttpResponse.BodyHandlers.ofString());
            String body = answer.body().strip();
            return answer.statusCode() + " " + body.substring(0, Math.min(body.length(), BRIEF));
        } catch (IOException e) {
            return "nothing";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "nothing";
        }
    }

    private static HttpRequest request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .build();
    }

    private static int status(String url) {
        try {
            return CLIENT.send(request(url), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalRunException("Interrupted while waiting for " + url, e);
        }
    }
}
