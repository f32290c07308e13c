package org.pizzaorders.kafka.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.TestTopic;
import org.pizzaorders.local.TestServices;

/** Operators move a consumer by the program that they have for that; the server is this process. */
class OperatorsProgramIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Path PROGRAM = Path.of("..", "..", "jmx", "Consumers.java");

    private final String brokers = TestServices.kafka().bootstrapServers();
    private final TestTopic topic = TestTopic.create(brokers, 1);
    private final Inbox inbox = new Inbox();
    private final Container container = new Container(brokers);

    private record Answer(int exit, String output) {}

    @BeforeEach
    void consume() throws Exception {
        topic.publish(0, "a", "b", "c");
        container.deploy(inbox, spec -> {
            spec.setTopics(topic.name());
            spec.setGroupId(topic.group());
        });
        await().atMost(SOON).until(() -> inbox.values().equals(List.of("a", "b", "c")));
    }

    @AfterEach
    void stop() {
        container.close();
    }

    @Test
    void movesAConsumerToAnOffset() throws Exception {
        Answer answer = run("seek", topic.group(), topic.name(), "0", "1", "Restored.");

        assertThat(answer.exit()).as(answer.output()).isZero();
        await().atMost(SOON).until(() -> inbox.values().equals(List.of("a", "b", "c", "b", "c")));
    }

    @Test
    void movesAConsumerToATime() throws Exception {
        Answer answer = run("seekToTime", topic.group(), topic.name(), "2020-01-02T03:04:05Z", "Restored.");

        assertThat(answer.exit()).as(answer.output()).isZero();
        await().atMost(SOON).until(() -> inbox.values().equals(List.of("a", "b", "c", "a", "b", "c")));
    }

    @Test
    void saysWhatIsRefused() throws Exception {
        assertThat(run("seek", topic.group(), topic.name(), "7", "1", "Restored."))
                .isEqualTo(new Answer(1, "Refused: " + topic.name() + "-7 is not assigned here\n"));
        assertThat(run("seek", topic.group(), topic.name(), "0", "1").exit())
                .as("without a reason")
                .isEqualTo(2);
    }

    @Test
    void leavesOutAConsumerThatGoesMeanwhile() throws Exception {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName passing = new ObjectName("org.pizzaorders.kafka:type=Consumer,group=passing,activation=passing");
        beans.registerMBean(new StandardMBean(new Passing(beans, passing), PassingConsumer.class), passing);

        Answer answer = run();

        assertThat(answer.exit()).as(answer.output()).isZero();
        assertThat(answer.output()).contains(topic.group()).doesNotContain("passing");
    }

    /** What the program asks for first. */
    public interface PassingConsumer {
        String getState();
    }

    /** Goes as soon as it is asked. */
    private record Passing(MBeanServer beans, ObjectName name) implements PassingConsumer {
        @Override
        public String getState() {
            try {
                beans.unregisterMBean(name);
            } catch (JMException e) {
                throw new IllegalStateException(e);
            }
            return "RUNNING";
        }
    }

    private static Answer run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                PROGRAM.toString(),
                Long.toString(ProcessHandle.current().pid())));
        command.addAll(List.of(arguments));
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(program.getInputStream().readAllBytes(), UTF_8);
        return new Answer(program.waitFor(), output);
    }
}
