package org.pizzaorders.local.simulator.messages;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.pizzaorders.local.simulator.books.SentMessage;

/** Shows the messages as a page for people, the newest first. */
public final class MailView {

    private static final int SHOWN = 200;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM. HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="refresh" content="10">
            <title>Messages (%1$d)</title>
            <style>
            :root { --card: #fff; --page: #f5f1ec; --ink: #2a211b; --soft: #6f625a; --line: #e2d9d0; --mark: #b3391f }
            @media (prefers-color-scheme: dark) {
              :root { --card: #262019; --page: #191511; --ink: #f1e9e0; --soft: #b3a599; --line: #3a322a; --mark: #ff9877 }
            }
            body { margin: 0 auto; padding: 1rem; max-width: 44rem; background: var(--page); color: var(--ink);
              font: 1rem/1.5 system-ui, sans-serif }
            h1 { font-size: 1.4rem }
            article { background: var(--card); border: 1px solid var(--line); border-radius: .75rem;
              padding: .8rem 1rem; margin: 0 0 .8rem }
            header { display: flex; flex-wrap: wrap; gap: .2rem .8rem; color: var(--soft); font-size: .875rem }
            header b { color: var(--mark) }
            h2 { font-size: 1.05rem; margin: .3rem 0; overflow-wrap: anywhere }
            p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
            </style>
            </head>
            <body>
            <h1>Messages that reached people: %1$d</h1>
            %2$s
            </body>
            </html>
            """;

    private MailView() {}

    public static String render(List<SentMessage> messages) {
        List<SentMessage> newest =
                new ArrayList<>(messages.subList(Math.max(0, messages.size() - SHOWN), messages.size()));
        Collections.reverse(newest);
        String cards = newest.stream().map(MailView::card).collect(Collectors.joining("\n"));
        return PAGE.formatted(messages.size(), newest.isEmpty() ? "<p>None yet. Place an order.</p>" : cards);
    }

    private static String card(SentMessage message) {
        return "<article><header><b>%s</b><span>%s</span><time>%s</time></header>%s<p>%s</p></article>"
                .formatted(
                        message.channel(),
                        escape(message.to()),
                        TIME.format(message.at()),
                        message.subject() == null ? "" : "<h2>" + escape(message.subject()) + "</h2>",
                        escape(message.body() == null ? "" : message.body()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
