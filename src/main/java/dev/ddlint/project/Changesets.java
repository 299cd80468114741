package dev.ddlint.project;

import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The changesets of a Liquibase file. Liquibase reads line by line, so a changeset begins wherever its line stands, also
 * inside a string.
 */
record Changesets(String text, List<Changeset> all) {
  private static final Pattern FIRST_LINE = Pattern.compile("^\\uFEFF?\\s*--\\s*liquibase\\s*formatted\\s*sql",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern NAME = Pattern.compile("changeset[ \\t]+((?:\"[^\"]*\"|[^:\"]+):(?:\"[^\"]*\"|\\S+))",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern LINE = Pattern.compile("^[ \\t]*(--)[ \\t]*changeset[ \\t]+[^\\n:]+:.*$",
      Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /**
   * One changeset.
   *
   * @param comment where the two dashes of its line stand
   * @param span from its line to the next changeset's
   * @param line the whole line, with its attributes
   */
  record Changeset(int comment, Span span, String line) {
    boolean says(String attribute, String value) {
      return attribute(attribute).equalsIgnoreCase(value);
    }

    /** The value of {@code name:value}; empty where the line has none. */
    String attribute(String name) {
      Matcher found = Pattern.compile("\\s" + name + ":(\"[^\"]*\"|\\S*)", Pattern.CASE_INSENSITIVE).matcher(line);
      return found.find() ? found.group(1).replace("\"", "") : "";
    }

    /** Its author and id, as written. */
    String name() {
      Matcher found = NAME.matcher(line);
      return found.find() ? found.group(1) : line;
    }

    /** Whether a run against PostgreSQL takes it. */
    boolean isForPostgres() {
      if (says("ignore", "true")) {
        return false;
      }
      List<String> databases = COMMA.splitAsStream(attribute("dbms").toLowerCase(Locale.ROOT))
          .map(String::strip).toList();
      boolean some = databases.stream().anyMatch(d -> !d.isEmpty() && !d.startsWith("!"));
      return !databases.contains("none") && !databases.contains("!postgresql")
          && (!some || databases.contains("postgresql") || databases.contains("all"));
    }
  }

  static boolean isFormatted(String head) {
    return FIRST_LINE.matcher(head).find();
  }

  static Changesets of(String text) {
    List<Changeset> all = new ArrayList<>();
    Matcher line = LINE.matcher(text);
    boolean more = line.find();
    while (more) {
      int start = line.start();
      int comment = line.start(1);
      String written = line.group();
      more = line.find();
      all.add(new Changeset(comment, new Span(start, more ? line.start() : text.length()), written));
    }
    return new Changesets(text, List.copyOf(all));
  }

  /**
   * The text as PostgreSQL's own syntax, of equal length: a changeset ends the statement before it, an {@code
   * endDelimiter} is a semicolon, and what another database runs is blank.
   */
  String asStatements() {
    StringBuilder written = new StringBuilder(text);
    for (Changeset changeset : all) {
      if (changeset.isForPostgres()) {
        delimit(written, changeset);
      } else {
        blank(written, changeset.comment() + changeset.line().stripLeading().length(), changeset.span().end());
      }
      // One of the comment's own letters makes room for the semicolon, so that no offset moves.
      written.replace(changeset.comment(), changeset.comment() + 3, ";--");
    }
    return written.toString();
  }

  private static void blank(StringBuilder written, int start, int end) {
    for (int i = start; i < end; i++) {
      if (written.charAt(i) != '\n' && written.charAt(i) != '\r') {
        written.setCharAt(i, ' ');
      }
    }
  }

  private static void delimit(StringBuilder written, Changeset changeset) {
    String delimiter = changeset.attribute("endDelimiter").replace("\\n", "").replace("\\r", "");
    // A dollar sign would be taken for the end of a quoted body, which no PostgreSQL file can mean.
    if (delimiter.isEmpty() || delimiter.contains(";") || delimiter.contains("$")) {
      return;
    }
    boolean alone = delimiter.equals("/") || delimiter.equalsIgnoreCase("go");
    Matcher found = Pattern.compile((alone ? "^[ \\t]*" : "") + "(" + Pattern.quote(delimiter) + ")[ \\t]*\\r?$",
        Pattern.CASE_INSENSITIVE | Pattern.MULTILINE).matcher(written)
        .region(changeset.comment() + changeset.line().stripLeading().length(), changeset.span().end());
    List<Span> places = new ArrayList<>();
    while (found.find()) {
      places.add(new Span(found.start(1), found.end(1)));
    }
    for (Span place : places) {
      blank(written, place.start(), place.end());
      written.setCharAt(place.start(), ';');
    }
  }
}
