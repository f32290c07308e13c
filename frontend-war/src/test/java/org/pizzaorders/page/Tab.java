package org.pizzaorders.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/**
 * A tab of a browser that runs the scripts of the pages: what it keeps is shared with other tabs, the network is the
 * test's to play, and pauses take no time. It shows nothing.
 */
final class Tab implements AutoCloseable {

    private static final Path SCRIPTS = Path.of("src", "main", "webapp", "js").toAbsolutePath();

    private static final String BROWSER = """
            globalThis.localStorage = {
              getItem: key => memory.get(key),
              setItem: (key, value) => { memory.put(key, value); },
              removeItem: key => { memory.remove(key); },
            };
            globalThis.history = {
              get state() { return JSON.parse(entry.get('state') ?? 'null'); },
              replaceState: state => { entry.put('state', JSON.stringify(state)); },
            };
            globalThis.AbortSignal = { timeout: () => undefined };
            globalThis.navigator = { language: 'en' };
            globalThis.crypto = { getRandomValues: parts => parts.map(() => Math.floor(Math.random() * 2 ** 32)) };
            globalThis.setTimeout = work => Promise.resolve().then(work);
            globalThis.fetch = async (url, { method, headers, body }) => {
              const reply = network.answer(method, url, headers['Idempotency-Key'] ?? '', body ?? '');
              if (reply === null) {
                throw new TypeError('no network');
              }
              return {
                ok: reply.status() < 400, status: reply.status(), headers: { get: () => reply.type() },
                json: async () => JSON.parse(reply.body()),
              };
            };
            """;

    private static final String RUN = """
            import { api } from '%s/api.js';
            globalThis.done = undefined;
            (async () => %s)().then(
              answer => { done = JSON.stringify(answer) ?? 'nothing'; },
              failure => { done = failure.constructor.name + ' ' + (failure.code ?? ''); });
            """;

    private final Context context;
    private int calls;

    /**
     * @param memory of the browser, for all its tabs
     * @param entry of the tab's history, the same after a reload
     */
    Tab(Map<String, String> memory, Map<String, String> entry, Network network) {
        context = Context.newBuilder("js")
                .allowHostAccess(HostAccess.ALL)
                .allowIO(IOAccess.ALL)
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        context.getBindings("js").putMember("memory", memory);
        context.getBindings("js").putMember("entry", entry);
        context.getBindings("js").putMember("network", network);
        context.eval("js", BROWSER);
    }

    /** What a call of {@code api} came to: its answer as JSON, or the kind of its failure and its code. */
    String run(String call) {
        try {
            context.eval(Source.newBuilder("js", RUN.formatted(SCRIPTS, call), "call-" + ++calls + ".mjs")
                    .mimeType("application/javascript+module")
                    .build());
            return context.getBindings("js").getMember("done").asString().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
