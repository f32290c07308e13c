package org.pizzaorders.messaging.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Encrypts the payloads of dead letters with AES-256-GCM, bound to the id of the dead letter. The result is one byte
 * for the version, four that identify the key, twelve for the nonce, then the cipher text with its tag. So keys can be
 * changed, and a previous key still decrypts what it encrypted. Thread-safe.
 */
public final class DeadLetterCipher {

    static final String KEY = "pizza.dead-letters.key";
    private static final String PREVIOUS_KEYS = "pizza.dead-letters.previous-keys";

    private static final byte VERSION = 1;
    private static final int KEY_ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ByteBuffer current;
    private final Map<ByteBuffer, SecretKeySpec> keys = new LinkedHashMap<>();

    /**
     * @param previous keys that only decrypt; base64 of 32 bytes, as {@code key}
     */
    public DeadLetterCipher(String key, List<String> previous) {
        Stream.concat(Stream.of(key), previous.stream())
                .map(DeadLetterCipher::decoded)
                .forEach(bytes -> keys.put(idOf(bytes), new SecretKeySpec(bytes, "AES")));
        current = keys.keySet().iterator().next();
    }

    /** @throws IllegalStateException that says what to set, if there is no key */
    public static DeadLetterCipher configured() {
        var config = ConfigProvider.getConfig();
        var key = config.getOptionalValue(KEY, String.class)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Set " + KEY
                                        + " (environment: PIZZA_DEAD_LETTERS_KEY) to the base64 of 32 random bytes: openssl rand -base64 32"));
        var previous = config.getOptionalValue(PREVIOUS_KEYS, String[].class).orElseGet(() -> new String[0]);
        return new DeadLetterCipher(key, List.of(previous));
    }

    /** Null for null. */
    byte[] close(UUID id, byte[] payload) {
        if (payload == null) {
            return null;
        }
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var closed =
                    cipher(Cipher.ENCRYPT_MODE, keys.get(current), nonce, id).doFinal(payload);
            return ByteBuffer.allocate(1 + KEY_ID_BYTES + NONCE_BYTES + closed.length)
                    .put(VERSION)
                    .put(current.duplicate())
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The payload of dead letter " + id + " cannot be encrypted", e);
        }
    }

    /**
     * Null for null.
     *
     * @throws ClosedPayload if none of the keys decrypts it
     */
    byte[] open(UUID id, byte[] closed) {
        if (closed == null) {
            return null;
        }
        var from = 1 + KEY_ID_BYTES;
        if (closed.length < from + NONCE_BYTES || closed[0] != VERSION) {
            throw new ClosedPayload(id, null);
        }
        var key = keys.get(ByteBuffer.wrap(Arrays.copyOfRange(closed, 1, from)));
        if (key == null) {
            throw new ClosedPayload(id, null);
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOfRange(closed, from, from + NONCE_BYTES), id)
                    .doFinal(closed, from + NONCE_BYTES, closed.length - from - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new ClosedPayload(id, e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, UUID id) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static byte[] decoded(String key) {
        try {
            var bytes = Base64.getDecoder().decode(key.strip());
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // said below, without the key
        }
        throw new IllegalStateException(KEY + " and the previous ones must each be the base64 of 32 bytes");
    }

    private static ByteBuffer idOf(byte[] key) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key), 0, KEY_ID_BYTES)
                    .slice()
                    .asReadOnlyBuffer();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The key of a dead letter is not configured, or somebody changed its payload. */
    static final class ClosedPayload extends RuntimeException {
        ClosedPayload(UUID id, Throwable cause) {
            super("No key at hand opens the payload of dead letter " + id, cause);
        }
    }
}
