package dev.ddlint.project;

import dev.ddlint.ir.Dialect;
import dev.ddlint.text.SourceFile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a file's dialect by the marks that only one database's files bear, in one pass over what stands outside of
 * strings and comments. A file without such marks says nothing.
 */
public final class DialectSniffer {
  /** What a guess needs: one strong mark, or several weak ones. */
  private static final int ENOUGH = 3;
  private static final int LONGEST_NAME = 130;

  private final String text;
  private final int[] scores = new int[Dialect.values().length];
  private final Set<String> seen = new HashSet<>();
  private int at;
  private boolean backtick;
  private boolean mysqlOnly;
  private boolean autoIncrement;
  private String before = "";
  private char between = ' ';

  private DialectSniffer(String text) {
    this.text = text;
  }

  /** The dialect that a file's content shows; PostgreSQL wins where it is as likely as another. */
  public static Optional<Dialect> sniff(SourceFile file) {
    return new DialectSniffer(file.text()).sniff();
  }

  /** What most of the files that say something say: for a history of which no name and no lock file tells. */
  public static Optional<Dialect> vote(Iterable<SourceFile> files) {
    Map<Dialect, Integer> votes = new EnumMap<>(Dialect.class);
    for (SourceFile file : files) {
      sniff(file).ifPresent(dialect -> votes.merge(dialect, 1, Integer::sum));
    }
    int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return votes.keySet().stream().filter(d -> votes.getOrDefault(d, 0) == most).findFirst();
  }

  private Optional<Dialect> sniff() {
    while (at < text.length()) {
      step(text.charAt(at));
    }
    settleAutoIncrement();
    int postgresql = scores[Dialect.POSTGRESQL.ordinal()];
    int best = Arrays.stream(scores).max().orElse(0);
    // Calling a file of ours foreign hides its findings; so another database has to be twice as likely.
    int needed = best > 2 * postgresql ? best : postgresql;
    return Arrays.stream(Dialect.values()).filter(d -> needed >= ENOUGH && scores[d.ordinal()] == needed).findFirst();
  }

  private void step(char c) {
    switch (c) {
      case '\'' -> skipString();
      case '"' -> skipPast("\"", at + 1);
      case '`' -> backtick();
      case '-' -> skipLineOr("--");
      case '/' -> skipComment();
      case '$' -> dollar();
      case ':' -> colon();
      default -> {
        if (isWordStart(c)) {
          word();
        } else {
          other(c);
        }
      }
    }
  }

  private void other(char c) {
    if (c > ' ') {
      between = c;
    }
    at++;
  }

  private void skipPast(String end, int from) {
    int found = text.indexOf(end, Math.min(from, text.length()));
    at = found < 0 ? text.length() : found + end.length();
  }

  /** A backslash hides a quote in MySQL, and in PostgreSQL after an E. */
  private void skipString() {
    boolean escapes = backtick || (at > 0 && (text.charAt(at - 1) == 'E' || text.charAt(at - 1) == 'e'));
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != '\'') {
      i += escapes && text.charAt(i) == '\\' ? 2 : 1;
    }
    at = Math.min(i + 1, text.length());
  }

  private void skipLineOr(String mark) {
    if (text.startsWith(mark, at)) {
      skipPast("\n", at);
    } else {
      other('-');
    }
  }

  private void skipComment() {
    if (text.startsWith("/*!", at)) {
      add(Dialect.MYSQL, 3);
      at += 3;
    } else if (text.startsWith("/*", at)) {
      skipPast("*/", at + 2);
    } else {
      other('/');
    }
  }

  private void backtick() {
    int end = at + 1;
    while (end < text.length() && end - at < LONGEST_NAME && text.charAt(end) != '`' && text.charAt(end) != '\n') {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '`') {
      // A name in backticks is repeated all over a file; it counts once.
      add(Dialect.MYSQL, backtick ? 0 : 4);
      backtick = true;
      at = end + 1;
    } else {
      at++;
    }
  }

  private void dollar() {
    int end = at + 1;
    while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '$') {
      add(Dialect.POSTGRESQL, seen.add("$$") ? 4 : 0);
      skipPast(text.substring(at, end + 1), end + 1);
    } else {
      at = Math.max(end, at + 1);
    }
  }

  private void colon() {
    if (text.startsWith("::", at)) {
      add(Dialect.POSTGRESQL, seen.add("::") ? 4 : 0);
      at += 2;
    } else {
      other(':');
    }
  }

  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private void word() {
    int start = at;
    while (at < text.length() && (isWordStart(text.charAt(at)) || NaturalOrder.isDigit(text.charAt(at)))) {
      at++;
    }
    String word = at - start > DialectMarks.LONGEST ? "" : text.substring(start, at).toUpperCase(Locale.ROOT);
    boolean called = at < text.length() && text.charAt(at) == '(';
    score(word);
    score(before + " " + word);
    if (called) {
      score(word + "(");
    }
    if (between == '=' && before.equals("ENGINE")) {
      engine(word);
    }
    autoIncrement |= word.equals("AUTO_INCREMENT");
    before = word;
    between = ' ';
  }

  private void engine(String name) {
    boolean clickhouse = name.endsWith("MERGETREE") || DialectMarks.CLICKHOUSE_ENGINES.contains(name);
    add(clickhouse ? Dialect.CLICKHOUSE : Dialect.MYSQL, 6);
  }

  /** Each mark counts once: a column that bears a keyword's name may stand in a file a hundred times. */
  private void score(String mark) {
    DialectMarks.Weight weight = DialectMarks.of(mark);
    if (weight.weight() > 0 && seen.add(mark)) {
      add(weight.dialect(), weight.weight());
    }
  }

  private void add(Dialect dialect, int weight) {
    scores[dialect.ordinal()] += weight;
    mysqlOnly |= dialect == Dialect.MYSQL && weight > 0;
  }

  /** MySQL's own files say more than AUTO_INCREMENT; a file that says only this is H2's. */
  private void settleAutoIncrement() {
    if (autoIncrement) {
      add(mysqlOnly ? Dialect.MYSQL : Dialect.H2, 4);
    }
  }
}
