package dev.ddlint.rule;

import dev.ddlint.catalog.Table;
import dev.ddlint.text.Place;
import dev.ddlint.text.Span;
import java.util.Locale;

/** Where a finding about a whole table stands: its statement up to its name, or its model's header. */
public final class TablePlace {

  private TablePlace() {}

  /** A pull request shows a finding only when all its lines are in the change, so it must not span the columns. */
  public static Place of(Table table) {
    Place whole = table.origin().place();
    String text = whole.text();
    int start = whole.span().start();
    return new Place(whole.file(), new Span(start, start + end(text, table.name())));
  }

  /** Behind the name; a table that was renamed, or a model with another name, ends its header at a bracket or line. */
  private static int end(String text, String name) {
    String header = text.split("[({;]", 2)[0];
    int at = header.toLowerCase(Locale.ROOT).lastIndexOf(name.toLowerCase(Locale.ROOT));
    if (at > 0) {
      int end = at + name.length();
      return end < header.length() && header.charAt(end) == '"' ? end + 1 : end;
    }
    return header.lines().findFirst().orElse("").stripTrailing().length();
  }
}
