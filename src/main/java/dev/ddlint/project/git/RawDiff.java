package dev.ddlint.project.git;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code git diff --raw -z} says, by path from the top of the work tree.
 *
 * @param entries in git's order
 */
record RawDiff(Map<String, Entry> entries) {
  private static final String SUBMODULE = "160000";

  /**
   * One path.
   *
   * @param status A added, D deleted, M changed, T turned into something else
   * @param before the blob that it was; zeros where it was none
   */
  record Entry(char status, String before, boolean submodule) {}

  /** Entries are {@code :oldmode newmode oldblob newblob status NUL path NUL}; renames are not asked for. */
  static RawDiff of(String text) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      int endOfHead = text.indexOf('\0', at);
      int endOfPath = text.indexOf('\0', endOfHead + 1);
      String[] head = text.substring(at, endOfHead).split(" ", -1);
      boolean submodule = head[0].endsWith(SUBMODULE) || head[1].equals(SUBMODULE);
      entries.put(text.substring(endOfHead + 1, endOfPath), new Entry(head[4].charAt(0), head[2], submodule));
      at = endOfPath + 1;
    }
    return new RawDiff(entries);
  }
}
