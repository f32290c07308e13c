package org.pizzaorders.local.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessStatusTest {

    @Test
    void cpuTimeIncludesThatOfDeadChildrenWhateverTheNameOfTheProcess() {
        String stat = "4711 (post) gres 1) S 1 4711 4711 0 -1 4194560 1000 2000 0 0 100 50 30 20 20 0 1 0 12345";

        assertThat(ProcessStatus.times(stat)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void thisProcessHasUsedCpu() {
        assertThat(new ProcessStatus(ProcessHandle.current().pid()).cpu()).isPositive();
    }

    @Test
    void aProcessThatHasEndedUsesNothing() {
        ProcessStatus ended = new ProcessStatus(Long.MAX_VALUE);

        assertThat(ended.cpu()).isZero();
        assertThat(ended.residentBytes()).isZero();
    }
}
