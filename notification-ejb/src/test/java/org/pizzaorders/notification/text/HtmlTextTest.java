package org.pizzaorders.notification.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {

    @Test
    void keepsParagraphsRowsAndLinks() {
        var html = "<html><head><style>p { color: red }</style></head><body><p>Hello!</p>\n"
                + "<table>\n<tr><td>Margherita</td><td>2 × 5</td></tr>\n<tr><td>Diavola</td><td>1 × 6</td></tr>\n</table>\n"
                + "<p><a href=\"https://pizza.test/orders/1\">Follow</a></p></body></html>";

        assertThat(HtmlText.of(html))
                .isEqualTo("Hello!\n\nMargherita  2 × 5\nDiavola  1 × 6\n\nFollow: https://pizza.test/orders/1");
    }

    @Test
    void takesBackWhatWasEscaped() {
        assertThat(HtmlText.of("<p>Tom &amp; &lt;Jerry&gt; &amp;lt; &quot;x&quot; &#39;y&#39;</p>"))
                .isEqualTo("Tom & <Jerry> &lt; \"x\" 'y'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\n",
                " \n",
                "<",
                ">",
                "<p",
                "<p>",
                "</td>",
                "</td> ",
                "<br ",
                "<head>",
                "<a ",
                "<a href=\"",
                "</tr> ",
                "<style",
                "&lt;"
            })
    void readsTextsOfAnyKindInTimeThatGrowsWithTheirLength(String part) {
        var hostile = "<p>x" + part.repeat(300_000 / part.length()) + "x";

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> HtmlText.of(hostile));
    }
}
