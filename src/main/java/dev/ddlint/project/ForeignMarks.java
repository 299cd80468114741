package dev.ddlint.project;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Files that bear one tool's name and another tool's marks: either may run them, and each runs them differently. */
final class ForeignMarks {
  private static final List<Mark> MARKS = List.of(
      new Mark("goose", "-- +goose", Pattern.compile("^\\s*--\\s*\\+goose ", Pattern.MULTILINE)),
      new Mark("dbmate", "-- migrate:up", Pattern.compile("^\\s*--\\s*migrate:(up|down)", Pattern.MULTILINE)),
      new Mark("liquibase", "--liquibase formatted sql",
          Pattern.compile("^\\uFEFF?\\s*--\\s*liquibase\\s*formatted", Pattern.CASE_INSENSITIVE)));

  private record Mark(String tool, String written, Pattern pattern) {}

  private ForeignMarks() {}

  /** A notice for the first and the last file where they are such; to read all heads would cost too much. */
  static List<String> notices(Layout layout, Folder folder, History history) {
    List<String> notices = new ArrayList<>();
    if (!history.up().isEmpty()) {
      Set<Migration> ends = new LinkedHashSet<>(List.of(history.up().getFirst(), history.up().getLast()));
      ends.forEach(m -> notice(layout, folder, m).ifPresent(notices::add));
    }
    return notices;
  }

  private static Optional<String> notice(Layout layout, Folder folder, Migration migration) {
    String head = folder.head(folder.path().relativize(migration.file()).toString());
    return MARKS.stream().filter(m -> !m.tool().equals(layout.id()) && m.pattern().matcher(head).find()).findFirst()
        .map(m -> migration.shownPath() + ": lies where files are taken for " + layout.title() + " and holds `"
            + m.written() + "`, a mark of " + m.tool() + "; ddlint runs it as " + layout.title()
            + " does; rename it as " + m.tool() + " expects, or take the mark out");
  }
}
