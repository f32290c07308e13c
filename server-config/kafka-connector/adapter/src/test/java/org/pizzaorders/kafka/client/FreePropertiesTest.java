package org.pizzaorders.kafka.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FreePropertiesTest {

    @Test
    void readsOneLinePartedBySemicolons() {
        assertThat(FreeProperties.parse(" a = 1 ;b=x=y;; "))
                .hasSize(2)
                .containsEntry("a", "1")
                .containsEntry("b", "x=y");
    }

    @Test
    void readsLinesWhoseValuesHoldSemicolons() {
        assertThat(FreeProperties.parse("# ours\nsasl.jaas.config=Login required;\r\nb=2\n"))
                .hasSize(2)
                .containsEntry("sasl.jaas.config", "Login required;")
                .containsEntry("b", "2");
    }

    @Test
    void leavesALoginItsSemicolonsOnASingleLineToo() {
        assertThat(FreeProperties.parse("a=1;sasl.jaas.config=Login required password=\"x;\\\"y;\";b=\"2;c=3"))
                .hasSize(4)
                .containsEntry("a", "1")
                .containsEntry("sasl.jaas.config", "Login required password=\"x;\\\"y;\";")
                .containsEntry("b", "\"2")
                .containsEntry("c", "3");
    }

    @Test
    void readsOneLineAsOneLineAlsoWithALineEndBehindIt() {
        assertThat(FreeProperties.parse("\n  a=1;b=2\n"))
                .hasSize(2)
                .containsEntry("a", "1")
                .containsEntry("b", "2");
    }

    @Test
    void isEmptyForNothing() {
        assertThat(FreeProperties.parse(null)).isEmpty();
        assertThat(FreeProperties.parse(" \n ")).isEmpty();
    }

    @Test
    void refusesAPartWithoutKeyAndKeepsItsTextToItself() {
        assertThatThrownBy(() -> FreeProperties.parse("a=1;secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("part 2")
                .hasMessageNotContaining("secret");
    }
}
