package dev.ddlint.engine;

import dev.ddlint.config.Configuration;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    ActiveRules rules = new ActiveRules(index, configuration);
    SchemaChange change = new SchemaChange(index, rules, configuration, old, next);
    Map<SourceFile, Suppressions> comments = new HashMap<>();
    next.files().forEach(file -> comments.put(file.file(), count(file, next, index, tally)));
    Ignores ignores = new Ignores(configuration.ignores(), index, LocalDate::now);
    Overrides overrides = new Overrides(configuration, index);
    change.findings(new Precedence(rules.entries())).stream().filter(finding -> !ignores.silence(finding))
        .filter(finding -> {
          Suppressions here = comments.get(finding.place().file());
          return here == null || !here.silences(finding);
        }).flatMap(finding -> overrides.apply(finding).stream()).forEach(tally::finding);
    return new SchemaDiff(tally.result(), change.script().text());
  }

  /** What of the older schema is left out of the comparison. */
  private static List<String> unread(PrismaLinter old) {
    return old.files().stream().flatMap(file -> file.errors().stream()
        .map(error -> new Place(file.file(), error.span()) + ": left out of the comparison: " + error.message()))
        .toList();
  }

  private static Suppressions count(PrismaFile file, PrismaLinter schema, RuleIndex index, Tally tally) {
    List<Unrecognized> errors = schema.errors().getOrDefault(file.file(), List.of());
    tally.file(file.file(), PrismaLinter.declarations(file), errors);
    tally.editable(file.file().path());
    Suppressions comments = new Suppressions(index);
    file.comments().forEach(comment -> comments.comment(file.file(), comment.span(), PrismaSpans.of(file)));
    return comments;
  }
}
