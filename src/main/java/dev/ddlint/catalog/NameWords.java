package dev.ddlint.catalog;

import static java.lang.Character.DECIMAL_DIGIT_NUMBER;
import static java.lang.Character.LETTER_NUMBER;
import static java.lang.Character.LOWERCASE_LETTER;
import static java.lang.Character.OTHER_LETTER;
import static java.lang.Character.OTHER_NUMBER;
import static java.lang.Character.UPPERCASE_LETTER;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The words of a name in camelCase or snake_case: {@code teamID} and {@code team_id} are both team, id. */
public final class NameWords {
  private static final Pattern HISSING = Pattern.compile(".+(ss|x|ch|sh|[^aeo]us)es");

  /** A history asks for the same names on each of its days. */
  private static final int REMEMBERED = 20_000;
  private static final Map<String, List<String>> KNOWN = new ConcurrentHashMap<>();
  private static final Map<String, List<String>> SINGULAR = new ConcurrentHashMap<>();

  private NameWords() {}

  /** A column's words, as they are: {@code team_ids} is no {@code team_id}. */
  public static List<String> of(String name) {
    return remembered(name, KNOWN, NameWords::split);
  }

  private static List<String> remembered(String name, Map<String, List<String>> all,
      Function<String, List<String>> reading) {
    List<String> known = all.getOrDefault(name, List.of());
    if (!known.isEmpty()) {
      return known;
    }
    List<String> words = reading.apply(name);
    if (all.size() < REMEMBERED) {
      all.put(name, words);
    }
    return words;
  }

  private static List<String> split(String name) {
    List<String> words = new ArrayList<>();
    int end = 0;
    for (int start = 0; start < name.length(); start = end) {
      end = start + Character.charCount(name.codePointAt(start));
      if (Kind.at(name, start) != Kind.NEITHER) {
        end = endOfWord(name, start);
        words.add(name.substring(start, end).toLowerCase(Locale.ROOT));
      }
    }
    return List.copyOf(words);
  }

  /** Capitals that no small letter follows are a word: the last one of {@code HTTPServer}'s begins the next. */
  private static int endOfWord(String name, int start) {
    int capitals = endOf(Kind.UPPER, name, start);
    int last = capitals > start ? name.offsetByCodePoints(capitals, -1) : start;
    boolean small = capitals < name.length() && Character.getType(name.codePointAt(capitals)) == LOWERCASE_LETTER;
    if (capitals > start && !small) {
      return capitals;
    }
    return last > start ? last : endOf(Kind.LOWER, name, capitals);
  }

  private static int endOf(Kind kind, String name, int start) {
    int end = start;
    while (end < name.length() && Kind.at(name, end) == kind) {
      end += Character.charCount(name.codePointAt(end));
    }
    return end;
  }

  /** What a character is in a name; written out by hand since an inference reads every name of a schema. */
  private enum Kind {
    UPPER, LOWER, NEITHER;

    static Kind at(String name, int index) {
      return switch (Character.getType(name.codePointAt(index))) {
        case UPPERCASE_LETTER -> UPPER;
        case LOWERCASE_LETTER, OTHER_LETTER, DECIMAL_DIGIT_NUMBER, LETTER_NUMBER, OTHER_NUMBER -> LOWER;
        default -> NEITHER;
      };
    }
  }

  /** A table's words, each in the singular. */
  public static List<String> singular(String name) {
    return remembered(name, SINGULAR, n -> of(n).stream().map(NameWords::singularOf).toList());
  }

  private static String singularOf(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.endsWith("es") && HISSING.matcher(word).matches()) {
      return word.substring(0, word.length() - 2);
    }
    boolean plural = word.length() > 3 && word.endsWith("s") && "sui".indexOf(word.charAt(word.length() - 2)) < 0;
    return plural ? word.substring(0, word.length() - 1) : word;
  }
}
