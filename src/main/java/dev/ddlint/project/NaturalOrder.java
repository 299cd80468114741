package dev.ddlint.project;

import dev.ddlint.text.Order;
import java.util.Comparator;

/** Names as people count them: runs of digits compare as numbers, so that v2 comes before v10. */
final class NaturalOrder {

  static final Comparator<String> COMPARATOR = ((Order<String>) NaturalOrder::compare)
      .thenComparing(Comparator.naturalOrder());

  private NaturalOrder() {}

  private static int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int order;
      if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
        int endA = digits(a, i);
        int endB = digits(b, j);
        order = compareNumbers(a, i, endA, b, j, endB);
        i = endA;
        j = endB;
      } else {
        order = Character.compare(a.charAt(i++), b.charAt(j++));
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.length() - i, b.length() - j);
  }

  /** Compares digits as text: versions made of timestamps overflow any primitive sooner or later. */
  private static int compareNumbers(String a, int startA, int endA, String b, int startB, int endB) {
    int i = skipZeros(a, startA, endA);
    int j = skipZeros(b, startB, endB);
    if (endA - i != endB - j) {
      return Integer.compare(endA - i, endB - j);
    }
    for (; i < endA; i++, j++) {
      if (a.charAt(i) != b.charAt(j)) {
        return Character.compare(a.charAt(i), b.charAt(j));
      }
    }
    return 0;
  }

  private static int skipZeros(String text, int start, int end) {
    int i = start;
    while (i < end && text.charAt(i) == '0') {
      i++;
    }
    return i;
  }

  /** The end of the run of digits that begins at an offset. */
  static int digits(String text, int start) {
    int i = start;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
