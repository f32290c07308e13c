package org.pizzaorders.kafka.container;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

/** Key stores with fresh keys, made by the JDK's own tool. */
public final class KeyStores {

    public static final String PASSWORD = "test-of-the-connector";

    private final Path home;

    public KeyStores(Path home) {
        this.home = home;
    }

    /** A store with a new key of that name, whose certificate is for loopback. */
    public void make(String name) throws IOException, InterruptedException, GeneralSecurityException {
        keytool(
                store(name),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2");
        KeyStore trusting = KeyStore.getInstance("PKCS12");
        trusting.load(null, null);
        trusting.setCertificateEntry(
                name, KeyStore.getInstance(new File(store(name)), secret()).getCertificate(name));
        try (OutputStream out = Files.newOutputStream(Path.of(trusting(name)))) {
            trusting.store(out, secret());
        }
    }

    public String store(String name) {
        return home.resolve(name + ".p12").toString();
    }

    /** A store that knows the certificate of that name and no other. */
    public String trusting(String name) {
        return home.resolve("trusting-" + name + ".p12").toString();
    }

    private static char[] secret() {
        return PASSWORD.toCharArray();
    }

    private static void keytool(String store, String... what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(what));
        command.addAll(List.of("-keystore", store, "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes());
        if (tool.waitFor() != 0) {
            throw new IOException(said);
        }
    }
}
