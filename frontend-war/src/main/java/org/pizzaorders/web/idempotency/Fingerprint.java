package org.pizzaorders.web.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hash of several parts, each with its length before it, so that none can run over into the next. */
final class Fingerprint {

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @param part null is as good as empty */
    Fingerprint with(String part) {
        return with(part == null ? new byte[0] : part.getBytes(UTF_8));
    }

    Fingerprint with(byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
        return this;
    }

    byte[] bytes() {
        return digest.digest();
    }
}
