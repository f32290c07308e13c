package org.pizzaorders.local.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import org.pizzaorders.local.child.ChildProcess;
import org.pizzaorders.local.simulator.books.World;
import org.pizzaorders.local.simulator.messages.MailSink;

/** The simulator's process: {@code SimulatorMain <folder> <address> <HTTP port> <SMTP port>}. */
public final class SimulatorMain {

    private SimulatorMain() {}

    public static void main(String[] args) throws IOException {
        ChildProcess.quiet();
        Clock clock = Clock.systemUTC();
        World world = new World(Path.of(args[0]).resolve("journal.jsonl"));
        new MailSink(world, clock, args[1], Integer.parseInt(args[3])).start();
        new HttpApi(world, clock).start(new InetSocketAddress(args[1], Integer.parseInt(args[2])));
        ChildProcess.serveUntilOrphaned();
    }
}
