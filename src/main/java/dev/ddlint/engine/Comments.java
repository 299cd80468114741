package dev.ddlint.engine;

import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Silenced;
import dev.ddlint.project.Selection;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RuleKind;
import dev.ddlint.rule.Suppression;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of a project that are under report, and the comments in all of its files that silence findings. */
final class Comments {
  private final Shared run;
  private final Map<String, SourceFile> reported = new HashMap<>();
  private final Map<SourceFile, Suppressions> comments = new HashMap<>();

  Comments(Shared run) {
    this.run = run;
  }

  void report(SourceFile file) {
    reported.put(file.path(), file);
  }

  boolean reports(SourceFile file) {
    return reported.get(file.path()) == file;
  }

  /** A file under report by the path that reports show. */
  Optional<SourceFile> fileOf(String path) {
    return Optional.ofNullable(reported.get(path));
  }

  /**
   * Takes in a file's comments.
   *
   * @param places of all of its comments
   * @param statements the spans of its statements, or declarations, in order
   */
  void read(SourceFile file, List<Span> places, List<Span> statements) {
    Suppressions found = new Suppressions(file, run.index(), run.today());
    found.read(places, statements);
    comments.put(file, found);
  }

  /** The finding as a comment silences it, if one does; it counts as used then. */
  Optional<Silenced> silence(Finding finding) {
    return Optional.ofNullable(comments.get(finding.place().file())).flatMap(ofFile -> ofFile.silence(finding));
  }

  /** What the rules say of the comments themselves, in the files under report. */
  List<Finding> check(Selection selection) {
    List<Finding> findings = new ArrayList<>();
    if (comments.isEmpty() || run.rules().suppression().isEmpty()) {
      return findings;
    }
    Set<String> judged = judged(selection);
    comments.forEach((file, suppressions) -> {
      if (reports(file)) {
        suppressions.all(judged::contains).forEach(comment -> check(comment, findings));
      }
    });
    return findings;
  }

  private void check(Suppression comment, List<Finding> findings) {
    for (var active : run.rules().suppression()) {
      Collector collector = new Collector(active, Optional.of(comment.place().file()));
      active.rule().check(comment, collector);
      findings.addAll(collector.finish());
    }
  }

  /**
   * The rules that had their say: those that are on. In a review of several new migrations none of them is on its own day,
   * so a comment that silences nothing now may be needed later; and the rules about a history speak in reviews only.
   */
  private Set<String> judged(Selection selection) {
    boolean audit = selection.standing().review().isAudit();
    long added = selection.project().migrations().stream().filter(selection.standing()::isAdded).count();
    Set<String> judged = new HashSet<>();
    for (RuleIndex.Entry entry : run.rules().entries()) {
      boolean spoke = audit ? entry.kind() != RuleKind.HISTORY : added < 2;
      if (spoke && entry.kind() != RuleKind.SUPPRESSION) {
        judged.add(entry.id());
      }
    }
    return judged;
  }
}
