package dev.ddlint.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A file of statements with comments at random places, and for each comment what it must do. Knows nothing of how comments
 * are read: it wrote them.
 */
final class CommentedFile {
  /** The names in comments, and the rules that they stand for. */
  static final Map<String, Set<String>> NAMES = Map.ofEntries(Map.entry("drop-table", Set.of("drop-table")),
      Map.entry("drop-column", Set.of("drop-column")), Map.entry("set-not-null", Set.of("set-not-null")),
      Map.entry("truncate-table", Set.of("truncate-table")), Map.entry("rename-table", Set.of("rename-table")),
      Map.entry("blocking-index-build", Set.of("blocking-index-build")),
      Map.entry("unbatched-backfill", Set.of("unbatched-backfill")),
      Map.entry("missing-foreign-key-index", Set.of("missing-foreign-key-index")),
      Map.entry("ban-drop-table", Set.of("drop-table")), Map.entry("squawk:ban-drop-column", Set.of("drop-column")),
      Map.entry("BC101", Set.of("rename-table")), Map.entry("PG303", Set.of("set-not-null")),
      Map.entry("many-table-locks", Set.of("many-table-locks")));
  /** Known, but off by default: nobody can tell whether it is used. */
  private static final String OFF = "many-table-locks";
  private static final List<String> UNKNOWN = List.of("drop-tabel", "no/such.rule", "x1");
  private static final List<String> STATEMENTS = List.of("DROP TABLE t#", "CREATE INDEX i#~ON t# (c)",
      "ALTER TABLE t#~DROP COLUMN c,~ALTER COLUMN d~SET NOT NULL", "ALTER TABLE t#~DROP COLUMN c,~DROP COLUMN d",
      "ALTER TABLE t#~RENAME TO u#", "DO $$ BEGIN DROP TABLE t#; END $$",
      "INSERT INTO t# VALUES~('-- ddlint:ignore drop-table: x;',~'/* ddlint:ignore-file drop-table */')", "SELECT 1",
      "CREATE TABLE n# (~id bigint PRIMARY KEY,~t_id bigint REFERENCES t#~)", "UPDATE t#~SET a = 1", "TRUNCATE t#");
  private static final List<String> NOTES = List.of("-- a note", "/* a note; DROP TABLE x; */",
      "/* of\n two lines */", "-- drop it, no ddlint:ignore drop-table", "--");
  private static final List<String> REASONS = List.of(": agreed", ": it's \"empty\"; since May, 2026 - done",
      " \u2013 \ud83d\ude42",
      " because", "", ":agreed", ": until=2027-02-01", ": agreed until=2027-01-31", ": until=2027-01-30 it goes",
      ": until=someday", ": old until=2020-02-30");
  private static final Set<String> PASSED = Set.of("2027-01-30", "someday", "2020-02-30");

  /** A comment: where it holds, and what becomes of its names. */
  private record Comment(int target, boolean foreign, int at, List<String> names, List<Integer> offsets, int until,
      boolean passed) {}

  private static final int NONE = -1;
  private static final int FILE = -2;

  private final Random random;
  private final String eol;
  private final int density;
  private final StringBuilder text = new StringBuilder();
  private final List<Integer> starts = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private boolean lineHasEnd;
  private boolean lineComment;

  /** @param density in percent, the share of places with a comment; 0 for the same statements without any */
  CommentedFile(long seed, int density) {
    Random shape = new Random(seed);
    int count = 1 + shape.nextInt(6);
    this.eol = shape.nextInt(3) == 0 ? "\r\n" : "\n";
    List<String> statements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      statements.add(STATEMENTS.get(shape.nextInt(STATEMENTS.size())).replace("#", String.valueOf(i)));
    }
    this.random = new Random(seed * 31 + density);
    this.density = density;
    for (int i = 0; i < count; i++) {
      between(i);
      statement(statements.get(i), i);
    }
    between(count);
  }

  String text() {
    return text.toString();
  }

  /** The statement that an offset lies in. */
  int statementAt(int offset) {
    for (int i = 0; i < starts.size(); i++) {
      if (starts.get(i) <= offset && offset < ends.get(i)) {
        return i;
      }
    }
    return NONE;
  }

  /** Whether a comment must silence a rule in a statement. */
  boolean silences(int statement, String rule) {
    return comments.stream().anyMatch(comment -> holds(comment, statement)
        && (comment.names.stream().anyMatch(name -> rules(name).contains(rule))
            || comment.foreign && comment.names.isEmpty()));
  }

  private static boolean holds(Comment comment, int statement) {
    return !comment.passed && (comment.target == FILE || comment.target == statement);
  }

  private static Set<String> rules(String name) {
    return NAMES.getOrDefault(name, Set.of());
  }

  /**
   * What must be said of the comments: {@code rule@offset}.
   *
   * @param found {@code statement rule} of all that is found without comments
   */
  Set<String> aboutComments(Set<String> found) {
    Set<String> expected = new HashSet<>();
    for (Comment comment : comments) {
      if (comment.passed) {
        expected.add("expired-suppression@" + comment.until);
      }
      if (comment.foreign) {
        continue;
      }
      if (comment.names.isEmpty()) {
        expected.add("unknown-rule@" + comment.at);
      }
      for (int i = 0; i < comment.names.size(); i++) {
        String name = comment.names.get(i);
        if (!NAMES.containsKey(name)) {
          expected.add("unknown-rule@" + comment.offsets.get(i));
        } else if (!comment.passed && !name.equals(OFF) && !isUsed(comment, name, found)) {
          expected.add("unused-suppression@" + comment.offsets.get(i));
        }
      }
    }
    return expected;
  }

  private static boolean isUsed(Comment comment, String name, Set<String> found) {
    return found.stream().anyMatch(one -> {
      String[] parts = one.split(" ", 2);
      return holds(comment, Integer.parseInt(parts[0])) && rules(name).contains(parts[1]);
    });
  }

  private boolean chance() {
    return random.nextInt(100) < density;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void newline() {
    text.append(eol);
    lineHasEnd = false;
    lineComment = false;
  }

  /** Behind the statement before and ahead of this one; what stands on the last line of the one before is that one's. */
  private void between(int next) {
    while (chance()) {
      comment(lineHasEnd ? next - 1 : next, next);
    }
    boolean stays = density > 0 && !lineComment && next > 0 && next < 6 && random.nextInt(8) == 0;
    if (stays) {
      text.append(' ');
    } else {
      newline();
    }
    while (chance()) {
      comment(lineHasEnd ? next - 1 : next, next);
      if (random.nextBoolean() || lineComment) {
        newline();
      }
    }
    if (lineComment) {
      newline();
    }
  }

  /** Each {@code ~} is a place where a line may end and comments may stand. */
  private void statement(String statement, int number) {
    String[] parts = statement.split("~");
    starts.add(text.length());
    for (int i = 0; i < parts.length; i++) {
      text.append(parts[i]);
      boolean last = i == parts.length - 1;
      while (chance()) {
        comment(number, NONE);
        if (lineComment) {
          newline();
        }
      }
      text.append(last ? ";" : " ");
      if (!last && random.nextBoolean()) {
        newline();
        text.append("  ");
      }
    }
    ends.add(text.length());
    lineHasEnd = true;
  }

  private void comment(int target, int next) {
    if (lineComment) {
      newline();
    }
    if (lineComment || random.nextInt(4) > 0) {
      int now = next == NONE || lineHasEnd ? target : next;
      suppression(now >= starts.size() && next == NONE ? NONE : now);
    } else {
      String note = any(NOTES).replace("\n", eol);
      text.append(' ').append(note).append(' ');
      lineComment = note.startsWith("--");
      lineHasEnd &= !note.contains(eol);
    }
  }

  private void suppression(int target) {
    boolean block = random.nextInt(3) == 0;
    boolean foreign = random.nextInt(6) == 0;
    boolean wholeFile = random.nextInt(8) == 0;
    text.append(' ');
    int at = text.length();
    text.append(block ? any(List.of("/*", "/** ", "/*\t")) : any(List.of("-- ", "--", "--  ")))
        .append(foreign ? "squawk-ignore" : "ddlint:ignore").append(wholeFile ? "-file" : "").append(' ');
    List<String> names = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    int count = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : any(List.of(", ", ",", " , ")));
      offsets.add(text.length());
      names.add(random.nextInt(8) == 0 ? any(UNKNOWN) : any(NAMES.keySet().stream().sorted().toList()));
      text.append(names.get(i));
    }
    String reason = count == 0 ? "" : any(REASONS);
    int until = reason.indexOf("until=");
    String day = until < 0 ? "" : reason.substring(until + 6).split(" ")[0];
    int untilAt = until < 0 ? NONE : text.length() + until + 6;
    text.append(reason).append(block ? " */" : "");
    lineComment = !block;
    comments.add(new Comment(wholeFile ? FILE : target, foreign, at, names, offsets, untilAt, PASSED.contains(day)));
  }
}
