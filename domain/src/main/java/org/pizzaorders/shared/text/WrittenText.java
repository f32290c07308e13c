package org.pizzaorders.shared.text;

import java.text.Normalizer;
import java.util.Optional;

/**
 * One rule for all texts that people write. Texts of customers and operators are normalised before they are stored:
 * composed characters (NFC), one space for each run of spaces, no invisible marks. Texts of administrators are never
 * changed silently: a text with an invisible mark is refused, and the error names the mark. A text without visible
 * characters counts as blank. Control characters and code points that are not characters are always refused. Length is
 * counted in Unicode characters.
 */
public final class WrittenText {

    /** Much longer texts are refused before they are normalised, because composing many accents is slow. */
    private static final int TIMES_TOO_LONG = 4;

    private static final int SLACK = 100;

    private WrittenText() {}

    /**
     * A text as it is stored.
     *
     * @param text null if nothing is visible, or it is far too long
     * @param fault the end of the sentence "The field …"; empty if the text is valid
     */
    public record Line(String text, Optional<String> fault) {}

    /** One line that a person typed or pasted: hidden marks are removed. */
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

    /** What is wrong with one line of an administrator; empty if it is valid. */
    public static Optional<String> faultOfLine(String text, int longest) {
        return fault(text, longest, "");
    }

    /** What is wrong with a text of several lines of an administrator; empty if it is valid. */
    public static Optional<String> faultOfLines(String text, int longest) {
        return fault(text, longest, "\n\r\t");
    }

    /** Whether the text has visible characters. */
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

    /** Joiners between characters stay: emoji and Persian words need them. */
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
