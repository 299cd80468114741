package dev.ddlint.rule;

import dev.ddlint.project.Migration;
import dev.ddlint.project.Project;
import dev.ddlint.project.Standing;
import dev.ddlint.text.SourceFile;
import java.util.Optional;
import java.util.function.Function;

/** A rule about what has become of a history since the base of a review. */
public interface HistoryRule {

  /** Reports what is wrong with the history, or nothing; called once a history, and never in an audit. */
  void check(Reviewed history, Findings findings);

  /**
   * A history under review.
   *
   * @param files those under report, by the path that reports show
   */
  record Reviewed(Project project, Standing standing, Function<String, Optional<SourceFile>> files) {

    /** A migration's file; empty when it is not under report, or not PostgreSQL's. */
    public Optional<SourceFile> file(Migration migration) {
      return files.apply(migration.shownPath());
    }
  }
}
