package org.pizzaorders.notification.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An SMTP server that answers as it is told: at {@code GREETING}, {@code MAIL}, {@code RCPT}, {@code DATA} and so on. */
public final class ScriptedSmtp implements AutoCloseable {

    /** Instead of a reply: says nothing, and keeps the connection. */
    public static final String SILENCE = "silence";

    /** Instead of a reply: closes the connection. */
    public static final String HANGING_UP = "hanging up";

    private static final Map<String, String> USUAL = Map.of(
            "GREETING", "220 ready",
            "EHLO", "250 here",
            "AUTH", "235 welcome",
            "DATA", "354 go on",
            "TEXT", "250 taken");

    private final ServerSocket server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Duration betweenLetters = Duration.ZERO;
    private final Map<String, String> answers = new ConcurrentHashMap<>(USUAL);
    private final List<Socket> sessions = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    public ScriptedSmtp() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var acceptor = new Thread(this::accept, "scripted-smtp");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Says each letter so long after the one before: no read of the other side ever times out. */
    public void letting(Duration pass) {
        betweenLetters = pass;
    }

    /** So many connections were made to it. */
    public int sessions() {
        return sessions.size();
    }

    public ScriptedSmtp answering(String step, String reply) {
        answers.put(step, reply);
        return this;
    }

    /** The recipients of what it has taken. */
    public List<String> taken() {
        return taken;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var session = server.accept();
                sessions.add(session);
                var thread = new Thread(() -> serve(session), "scripted-smtp-session");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket session) {
        try (session;
                var in = new BufferedReader(
                        new InputStreamReader(session.getInputStream(), StandardCharsets.US_ASCII))) {
            say(session, "GREETING");
            String recipient = null;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var step = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
                recipient = step.equals("RCPT") ? line : recipient;
                say(session, step);
                if (step.equals("DATA") && answers.get("DATA").startsWith("354")) {
                    if (answers.get("TEXT").equals(HANGING_UP)) {
                        in.readLine();
                        return;
                    }
                    skipText(in);
                    taken.add(recipient);
                    say(session, "TEXT");
                }
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static void skipText(BufferedReader in) throws IOException {
        for (var line = in.readLine(); line != null && !line.equals("."); ) {
            line = in.readLine();
        }
    }

    private void say(Socket session, String step) throws IOException {
        var reply = answers.getOrDefault(step, "250 well");
        if (reply.equals(HANGING_UP)) {
            session.close();
            return;
        }
        if (reply.equals(SILENCE)) {
            pause(Duration.ofHours(1));
            return;
        }
        var out = session.getOutputStream();
        for (var letter : (reply + "\r\n").getBytes(StandardCharsets.UTF_8)) {
            pause(betweenLetters);
            out.write(letter);
        }
    }

    private void pause(Duration time) {
        try {
            closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        server.close();
        for (var session : sessions) {
            session.close();
        }
    }
}
