package org.pizzaorders.shared.text;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Texts that people write, by one rule for all of them. What customers and operators write is brought into the form in
 * which it is kept: composed characters (NFC), spaces of any kind as one, none of the marks that nobody sees. What
 * administrators write is not changed behind their backs, but refused with the name of the mark. A text of which nothing
 * can be seen is none; control characters and what is no character are refused from everybody; length is counted in
 * characters as Unicode does.
 */
public final class WrittenText {

    /** Longer ones are not even brought into form: composing long heaps of accents takes its time. */
    private static final int TIMES_TOO_LONG = 4;

    private static final int SLACK = 100;

    private WrittenText() {}

    /**
     * A text in the form in which it is kept.
     *
     * @param text null if there is nothing to see, or it is far too long
     * @param fault completes "The field …"; empty for none
     */
    public record Line(String text, Optional<String> fault) {}

    /** One line of a person, who may have pasted it: hidden marks are taken out. */
    public static Line line(String text, int longest) {
        if (text == null) {
            return new Line(null, Optional.empty());
        }
        if (text.length() > TIMES_TOO_LONG * longest + SLACK) {
            return new Line(null, Optional.of(tooLong(longest)));
        }
        var plain = Normalizer.normalize(withoutHiddenMarks(text), Normalizer.Form.NFC);
        return new Line(isSeen(plain) ? plain : null, unprintable(plain, "").or(() -> length(plain, longest)));
    }

    /** What is wrong with one line of an administrator; empty for nothing. */
    public static Optional<String> faultOfLine(String text, int longest) {
        return fault(text, longest, "");
    }

    /** What is wrong with some lines of an administrator; empty for nothing. */
    public static Optional<String> faultOfLines(String text, int longest) {
        return fault(text, longest, "\n\r\t");
    }

    /** Whether there is anything in it that a reader sees. */
    public static boolean isSeen(String text) {
        return text.codePoints().anyMatch(WrittenText::isSeen);
    }

    private static Optional<String> fault(String text, int longest, String allowed) {
        if (text == null || !isSeen(text)) {
            return Optional.of("must not be blank");
        }
        return length(text, longest)
                .or(() -> unprintable(text, allowed))
                .or(() -> text.codePoints()
                        .filter(Marks::isHidden)
                        .mapToObj(mark -> "must not have the hidden character " + name(mark))
                        .findFirst());
    }

    private static Optional<String> length(String text, int longest) {
        return text.codePointCount(0, text.length()) > longest ? Optional.of(tooLong(longest)) : Optional.empty();
    }

    private static String tooLong(int longest) {
        return "must be at most " + longest + " characters long";
    }

    private static Optional<String> unprintable(String text, String allowed) {
        return text.codePoints()
                .filter(point -> Marks.isUnprintable(point) && allowed.indexOf(point) < 0)
                .mapToObj(point -> "contains characters that cannot be printed: " + name(point))
                .findFirst();
    }

    private static String name(int point) {
        return "U+%04X".formatted(point);
    }

    /** Joiners stay where they join: they make one emoji of two, and words in Persian. */
    private static String withoutHiddenMarks(String text) {
        var plain = new StringBuilder(text.length());
        var between = 0;
        for (var point : text.codePoints().toArray()) {
            if (Marks.isSpace(point)) {
                between = ' ';
            } else if (Marks.isJoiner(point)) {
                between = between == 0 ? point : between;
            } else if (!Marks.isHidden(point)) {
                if (between != 0 && !plain.isEmpty()) {
                    plain.appendCodePoint(between);
                }
                between = 0;
                plain.appendCodePoint(point);
            }
        }
        return plain.toString();
    }

    private static boolean isSeen(int point) {
        return !Marks.isSpace(point)
                && !Marks.isJoiner(point)
                && !Marks.isHidden(point)
                && !Marks.isUnprintable(point)
                && switch (Character.getType(point)) {
                    case Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.COMBINING_SPACING_MARK -> false;
                    default -> true;
                };
    }
}
