package org.pizzaorders.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.TemplateView;

class TemplatesAtOnceIT {

    private static final int WRITERS = 4;
    private static final int ROUNDS = 10;

    private final NotificationScene scene = new NotificationScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void theLastOfConcurrentNewTemplatesWinsAndNoneFails() {
        for (int round = 0; round < ROUNDS; round++) {
            var type = "Fresh" + (char) ('A' + round);
            var written = IntStream.range(0, WRITERS)
                    .mapToObj(i -> new TemplateView(
                            type,
                            List.of(
                                    new TemplateView.Text(Channel.SMS, "en", null, "Words of " + i),
                                    new TemplateView.Text(
                                            i % 2 == 0 ? Channel.PUSH : Channel.WEBHOOK, "ru", null, "Words of " + i))))
                    .toList();

            atOnce(written);

            var stored = scene.fixture.inTransaction(() -> scene.templates.template(type));
            assertThat(written)
                    .anySatisfy(view -> assertThat(Set.copyOf(stored.texts())).isEqualTo(Set.copyOf(view.texts())));
        }
    }

    /** Also once it is there. */
    @Test
    void concurrentChangesOfATemplateAllSucceed() {
        var views = IntStream.range(0, WRITERS)
                .mapToObj(i -> new TemplateView(
                        "Known", List.of(new TemplateView.Text(Channel.SMS, "en", null, "Words of " + i))))
                .toList();
        scene.fixture.inTransaction(() -> scene.templates.store(views.get(0)));

        atOnce(views);

        assertThat(scene.fixture.inTransaction(() -> scene.templates.template("Known")))
                .isIn(views);
    }

    private void atOnce(List<TemplateView> views) {
        var threads = Executors.newFixedThreadPool(views.size());
        var start = new CyclicBarrier(views.size());
        var runs = views.stream()
                .map(view -> CompletableFuture.supplyAsync(
                        () -> scene.fixture.inTransaction(() -> {
                            start.await();
                            return scene.templates.store(view);
                        }),
                        threads))
                .toList();
        threads.shutdown();
        assertThat(runs).allSatisfy(run -> assertThat(run).succeedsWithin(Duration.ofSeconds(20)));
    }
}
