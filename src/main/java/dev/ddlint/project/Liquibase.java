package dev.ddlint.project;

import dev.ddlint.project.Changesets.Changeset;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Liquibase's formatted SQL: files that begin with {@code --liquibase formatted sql}, by name as {@code includeAll}
 * takes them; each changeset has a transaction of its own. Rollbacks are comments and need no section.
 */
final class Liquibase implements Detection {
  private static final String OPT_OUT = "runInTransaction:false";

  @Override
  public String id() {
    return "liquibase";
  }

  @Override
  public String title() {
    return "Liquibase";
  }

  @Override
  public String identity(String version) {
    return version;
  }

  @Override
  public RunnerProfile runner() {
    return RunnerProfile.of(title(), RunnerProfile.Reach.FILE, RunnerProfile.Sending.STATEMENT_BY_STATEMENT)
        .each("changeset");
  }

  @Override
  public History claim(Unclaimed files) {
    if (files.ends().stream().noneMatch(Changesets::isFormatted)) {
      return History.NONE;
    }
    List<Migration> up = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    for (String file : files.files()) {
      String stem = Unclaimed.stem(file);
      Migration migration = files.folder().migration(stem, stem, Direction.UP, file);
      if (Changesets.isFormatted(files.folder().head(file))) {
        up.add(migration);
        notices.addAll(repeated(migration, files.folder().text(file)));
      } else {
        notices.add(migration.shownPath() + ": stands among Liquibase's files and does not begin with `--liquibase"
            + " formatted sql`; ddlint takes it for a plain file, apart from their history; add that line, or move the"
            + " file away");
      }
    }
    return new History(up, List.of(), Optional.empty(), notices);
  }

  /** Liquibase refuses two changesets of one file, author and id; in two files they are two. */
  private static List<String> repeated(Migration migration, String text) {
    List<String> notices = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Changeset changeset : Changesets.of(text).all()) {
      String name = changeset.name();
      if (!seen.add(name)) {
        notices.add(migration.shownPath() + ": holds two changesets `" + name + "`; Liquibase refuses them, ddlint"
            + " takes both; give one of them an id of its own");
      }
    }
    return notices;
  }

  @Override
  public List<Section> sections(Migration migration, SourceFile text) {
    List<Changeset> changesets = Changesets.of(text.text()).all();
    if (changesets.isEmpty()) {
      return List.of(Layout.whole(migration, text, runner()));
    }
    List<Section> sections = new ArrayList<>();
    for (Changeset changeset : changesets) {
      int start = sections.isEmpty() ? 0 : changeset.span().start();
      sections.add(new Section(Direction.UP, new Span(start, changeset.span().end()), runner(changeset)));
    }
    return sections;
  }

  private RunnerProfile runner(Changeset changeset) {
    return changeset.says("runInTransaction", "false") ? runner().optedOut(OPT_OUT, sending(changeset)) : runner();
  }

  private static RunnerProfile.Sending sending(Changeset changeset) {
    if (changeset.says("splitStatements", "false")) {
      return RunnerProfile.Sending.WHOLE_FILE;
    }
    String delimiter = changeset.attribute("endDelimiter");
    // Between two delimiters of its own a changeset may send several statements as one query.
    return delimiter.isEmpty() || delimiter.equals(";")
        ? RunnerProfile.Sending.STATEMENT_BY_STATEMENT
        : RunnerProfile.Sending.UNKNOWN;
  }

  @Override
  public boolean fillsDollarBraces() {
    return true;
  }

  @Override
  public String statements(SourceFile text) {
    return Changesets.of(text.text()).asStatements();
  }
}
