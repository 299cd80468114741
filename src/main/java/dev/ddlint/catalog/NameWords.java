package dev.ddlint.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a name in camelCase or snake_case: {@code teamID} and {@code team_id} are both team, id. */
public final class NameWords {
  private static final Pattern WORD = Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?[\\p{Ll}\\p{Lo}\\p{N}]+");

  private static final Pattern HISSING = Pattern.compile(".+(ss|x|ch|sh|[^aeo]us)es");

  private NameWords() {}

  /** A column's words, as they are: {@code team_ids} is no {@code team_id}. */
  public static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(name);
    while (matcher.find()) {
      words.add(matcher.group().toLowerCase(Locale.ROOT));
    }
    return List.copyOf(words);
  }

  /** A table's words, each in the singular. */
  public static List<String> singular(String name) {
    return of(name).stream().map(NameWords::singularOf).toList();
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
