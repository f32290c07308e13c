package org.pizzaorders.local.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void anotherOrderIsSentForEachThatIsRefused() {
        Tally tally = new Tally(2);
        assertThat(tally.mayGoOn()).isTrue();
        assertThat(tally.mayGoOn()).isTrue();
        assertThat(tally.mayGoOn()).isFalse();

        tally.accept(1);
        tally.refuse();

        assertThat(tally.mayGoOn()).isTrue();
        assertThat(tally.mayGoOn()).isFalse();
        assertThat(tally.refused()).isEqualTo(1);
        assertThat(tally.accepted().count()).isEqualTo(1);
    }

    @Test
    void withoutALimitTheLoadGoesOnUntilItIsStopped() {
        Tally tally = new Tally(0);
        assertThat(tally.mayGoOn()).isTrue();

        tally.stop();

        assertThat(tally.mayGoOn()).isFalse();
    }
}
