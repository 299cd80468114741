package dev.ddlint.parse;

/** PostgreSQL counts bytes, Java UTF-16 code units. */
final class Utf8Offsets {
  private Utf8Offsets() {}

  /** For each byte offset of the text in UTF-8 the offset in UTF-16. */
  static int[] toUtf16(String text) {
    int[] offsets = new int[text.length() * 3 + 1];
    int bytes = 0;
    for (int i = 0; i < text.length();) {
      int point = text.codePointAt(i);
      int length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      for (int k = 0; k < length; k++) {
        offsets[bytes++] = i;
      }
      i += Character.charCount(point);
    }
    offsets[bytes] = text.length();
    return offsets;
  }
}
