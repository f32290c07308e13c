package org.pizzaorders.web.front.body;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Compresses answers. */
public final class Gzip {

    /** Smaller answers (in bytes) are not compressed. */
    public static final int WORTH_IT = 1024;

    private static final Pattern TEXT = Pattern.compile(
            "(text/(?!event-stream).*|(application|image)/([a-z.]+\\+)?(json|xml|yaml|javascript)\\b.*)");

    private Gzip() {}

    /** Whether an answer may be gzipped: it must be complete and some kind of text. */
    public static boolean suits(HttpServletResponse answer) {
        return answer.getStatus() != HttpServletResponse.SC_PARTIAL_CONTENT
                && !answer.containsHeader("Content-Encoding")
                && answer.getContentType() != null
                && TEXT.matcher(answer.getContentType()).matches();
    }

    public static byte[] of(byte[] bytes) throws IOException {
        var gzipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gzipped)) {
            out.write(bytes);
        }
        return gzipped.toByteArray();
    }

    /** Makes the entity tag weak, because the bytes differ but the content is the same. */
    public static void mark(HttpServletResponse answer) {
        answer.setHeader("Content-Encoding", "gzip");
        var tag = answer.getHeader("ETag");
        if (tag != null && !tag.startsWith("W/")) {
            answer.setHeader("ETag", "W/" + tag);
        }
    }
}
