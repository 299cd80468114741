package dev.ddlint.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * GitHub's hash of each line of a file, {@code primaryLocationLineHash}: of the hundred characters from its begin on,
 * blanks left out, and a counter for lines that are equal. Computed as {@code fingerprints.ts} of codeql-action does,
 * which fills it in where a report lacks it: the two must agree.
 */
final class LineHashes {
  private static final int BLOCK = 100;
  private static final long MODULUS = 37;
  private static final char END_OF_FILE = 65535;

  private final long[] window = new long[BLOCK];
  private final int[] lines = new int[BLOCK];
  private final Map<Integer, String> byLine = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final long firstFactor;
  private long hash;
  private int index;
  private int line;
  private boolean lineStarts = true;
  private boolean afterReturn;

  private LineHashes() {
    Arrays.fill(lines, -1);
    long factor = 1;
    for (int i = 0; i < BLOCK; i++) {
      factor *= MODULUS;
    }
    firstFactor = factor;
  }

  /** The hashes by line number. */
  static Map<Integer, String> of(String text) {
    LineHashes hashes = new LineHashes();
    for (int i = 0; i < text.length(); i++) {
      hashes.read(text.charAt(i));
    }
    hashes.read(END_OF_FILE);
    for (int i = 0; i < BLOCK; i++) {
      hashes.finishLine();
      hashes.roll(0);
    }
    return hashes.byLine;
  }

  private void read(char c) {
    boolean skipped = c == ' ' || c == '\t' || (afterReturn && c == '\n');
    afterReturn = c == '\r';
    if (skipped) {
      return;
    }
    finishLine();
    if (lineStarts) {
      lineStarts = false;
      line++;
      lines[index] = line;
    }
    char counted = c == '\r' ? '\n' : c;
    lineStarts = counted == '\n';
    roll(counted);
  }

  /** When the window has moved on by its length, the line that began at its place is hashed whole. */
  private void finishLine() {
    if (lines[index] != -1) {
      String value = Long.toHexString(hash);
      byLine.put(lines[index], value + ":" + counts.merge(value, 1, Integer::sum));
      lines[index] = -1;
    }
  }

  private void roll(long next) {
    long oldest = window[index];
    window[index] = next;
    hash = MODULUS * hash + next - firstFactor * oldest;
    index = (index + 1) % BLOCK;
  }
}
