package dev.ddlint.engine;

import dev.ddlint.config.Configuration;
import dev.ddlint.parse.prisma.Comment;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import java.util.List;

/**
 * Two states of a Prisma schema, compared.
 *
 * @param result what the rules say of the way from one to the other, at the lines of the newer
 * @param sql what Prisma would run; empty where nothing is to be done
 */
public record SchemaDiff(Result result, String sql) {

  /** Compares the files of one schema with those of another. */
  public static SchemaDiff of(List<SourceFile> before, List<SourceFile> after, RuleIndex index,
      Configuration configuration) {
    PrismaLinter old = PrismaLinter.of(before, List.of());
    PrismaLinter next = PrismaLinter.of(after, List.of());
    Tally tally = new Tally();
    if (!next.dialect().isJudged()) {
      tally.foreign(next.dialect(), after.size());
      return new SchemaDiff(tally.result(), "");
    }
    tally.notices(unread(old));
    Shared run = Shared.of(index, configuration, tally);
    Comments comments = new Comments(run);
    next.files().forEach(file -> take(file, next, comments, tally));
    Verdict verdict = new Verdict(run);
    SchemaChange change = new SchemaChange(index, run.rules(), configuration, old, next);
    change.findings(run.precedence()).forEach(
        finding -> comments.silence(finding).ifPresentOrElse(verdict::on, () -> verdict.on(finding)));
    return new SchemaDiff(tally.result(), change.script().text());
  }

  /** What of the older schema is left out of the comparison. */
  private static List<String> unread(PrismaLinter old) {
    return old.files().stream().flatMap(file -> file.errors().stream()
        .map(error -> new Place(file.file(), error.span()) + ": left out of the comparison: " + error.message()))
        .toList();
  }

  private static void take(PrismaFile file, PrismaLinter schema, Comments comments, Tally tally) {
    tally.file(file.file(), PrismaLinter.declarations(file), schema.errors(file));
    tally.editable(file.file().path());
    comments.report(file.file());
    comments.read(file.file(), file.comments().stream().map(Comment::span).toList(), PrismaSpans.of(file));
  }
}
