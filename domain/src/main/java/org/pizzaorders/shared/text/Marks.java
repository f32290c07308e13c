package org.pizzaorders.shared.text;

/** Invisible and unprintable characters. */
final class Marks {

    private static final int NEXT_LINE = 0x85;
    private static final int BLANK_OF_BRAILLE = 0x2800;

    /**
     * Ranges (first, last) of characters that Unicode calls ignorable, and of letters without a shape. Joiners are not
     * included.
     */
    private static final int[] HIDDEN = {
        0x00ad, 0x00ad, // soft hyphen
        0x034f, 0x034f, // grapheme joiner
        0x061c, 0x061c, // direction
        0x115f, 0x1160, // Hangul fillers
        0x17b4, 0x17b5, // Khmer vowels without a shape
        0x180e, 0x180e, // Mongolian separator
        0x200b, 0x200b, // zero width space
        0x200e, 0x200f, // direction
        0x202a, 0x202e, // direction, embedded and overridden
        0x2060, 0x206f, // word joiner, invisible operators, direction, isolated
        0x3164, 0x3164, // Hangul filler
        0xfeff, 0xfeff, // byte order mark
        0xffa0, 0xffa0, // Hangul filler
        0xfff9, 0xfffb, // annotations
        0x1bca0, 0x1bca3, // shorthand
        0x1d173, 0x1d17a, // music
        0xe0000, 0xe007f, // tags
    };

    private Marks() {}

    /** Any kind of space: no-break, ideographic, line end. */
    static boolean isSpace(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || point == NEXT_LINE
                || point == BLANK_OF_BRAILLE;
    }

    static boolean isJoiner(int point) {
        return point == 0x200c || point == 0x200d;
    }

    static boolean isHidden(int point) {
        for (int i = 0; i < HIDDEN.length; i += 2) {
            if (point >= HIDDEN[i] && point <= HIDDEN[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Control characters, single surrogates and code points that will never be characters. */
    static boolean isUnprintable(int point) {
        var type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (point & 0xfffe) == 0xfffe
                || point >= 0xfdd0 && point <= 0xfdef;
    }
}
