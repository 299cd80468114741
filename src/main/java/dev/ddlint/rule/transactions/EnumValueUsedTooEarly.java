package dev.ddlint.rule.transactions;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Change.EnumValueAdded;
import dev.ddlint.catalog.UserType;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.AddEnumValue;
import dev.ddlint.ir.Comment;
import dev.ddlint.ir.CreateFunction;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.RenameEnumValue;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.ExpressionWords;
import dev.ddlint.print.Names;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.MigrationRule;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.SharedTransaction;
import dev.ddlint.rule.Step;
import dev.ddlint.text.Place;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A value that ALTER TYPE adds is used before the transaction that adds it has ended: the server refuses it. */
@Rule("enum-value-used-too-early")
@Concerns(Effect.RUN)
public final class EnumValueUsedTooEarly implements MigrationRule {

  /** A statement, also one inside a DO block, with the step that it runs in. */
  private record Run(Statement statement, Step step) {
    String text() {
      return statement.span().of(step.file().text());
    }
  }

  @Override
  public void check(Day day, Findings findings) {
    for (SharedTransaction transaction : SharedTransaction.of(day)) {
      for (Step step : transaction.steps()) {
        for (Change change : step.changes()) {
          if (change instanceof EnumValueAdded added && !isMadeIn(transaction, added)) {
            firstUse(transaction, added, step, day).filter(use -> use.step().file() == day.file())
                .ifPresent(use -> report(use, added, step, findings));
          }
        }
      }
    }
  }

  private static Optional<Run> firstUse(SharedTransaction transaction, EnumValueAdded added, Step adding, Day day) {
    boolean behind = false;
    for (Step step : transaction.steps()) {
      for (Statement statement : SharedTransaction.opened(step.statement()).toList()) {
        Run run = new Run(statement, step);
        if (behind && uses(run, added, day)) {
          return Optional.of(run);
        }
        behind |= step == adding && statement.span().contains(added.span());
      }
    }
    return Optional.empty();
  }

  /** Of a type made in the same transaction every value may be used. */
  private static boolean isMadeIn(SharedTransaction transaction, EnumValueAdded added) {
    return added.enumeration().filter(type -> transaction.steps().stream().flatMap(step -> step.changes().stream())
        .anyMatch(change -> change instanceof Change.TypeCreated made && made.type().id().equals(type.id())))
        .isPresent();
  }

  /** Whether the value stands in the statement as a value of this type: by a cast, or beside a column of the type. */
  private static boolean uses(Run run, EnumValueAdded added, Day day) {
    boolean evaluates = switch (run.statement()) {
      case AddEnumValue s -> false;
      case RenameEnumValue s -> false;
      case CreateFunction s -> false;
      case Comment s -> false;
      default -> true;
    };
    if (!evaluates || literal(run, added).isEmpty()) {
      return false;
    }
    Set<String> words = ExpressionWords.of(run.text());
    String type = added.enumeration().map(UserType::name)
        .orElse(added.type().substring(added.type().lastIndexOf('.') + 1));
    return words.contains(type)
        || added.enumeration().filter(e -> namesColumn(words, run.statement(), e, day)).isPresent();
  }

  private static boolean namesColumn(Set<String> words, Statement statement, UserType type, Day day) {
    boolean all = statement instanceof DataStatement data && data.kind() == DataStatement.Kind.INSERT
        && data.columns().isEmpty();
    return day.after().catalog().tables().values().stream().filter(table -> words.contains(table.name()))
        .flatMap(table -> table.columns().stream())
        .filter(column -> column.type().flatMap(t -> t.user()).filter(type.id()::equals).isPresent())
        .anyMatch(column -> all || words.contains(column.name()));
  }

  /** Where the value is written as a string constant. */
  private static Optional<Span> literal(Run run, EnumValueAdded added) {
    String text = run.text();
    String constant = Names.literal(added.value());
    for (int i = text.indexOf(constant); i >= 0; i = text.indexOf(constant, i + 1)) {
      int end = i + constant.length();
      boolean whole = !isText(text.substring(0, i)) && (i == 0 || text.charAt(i - 1) != '\'')
          && (end == text.length() || text.charAt(end) != '\'');
      if (whole) {
        return Optional.of(new Span(run.statement().span().start() + i, run.statement().span().start() + end));
      }
    }
    return Optional.empty();
  }

  /** {@code state::text = }, where the constant is text as well. */
  private static boolean isText(String before) {
    int end = before.length();
    while (end > 0 && " \n\t=<>!(".indexOf(before.charAt(end - 1)) >= 0) {
      end--;
    }
    return before.substring(0, end).toLowerCase(Locale.ROOT).endsWith("::text");
  }

  private static void report(Run use, EnumValueAdded added, Step adding, Findings findings) {
    findings.report(literal(use, added).orElse(use.statement().span()))
        .about(new ObjectPath("enum-value", added.type() + "." + added.value()))
        .says("'%s' cannot be used yet: the transaction that adds it to `%s` must commit first", added.value(),
            added.type())
        .fact("fails", "always (55P04)").fact("why", "%s", use.step().transaction().reason())
        .related(new Place(adding.file(), added.span()), "'%s' is added here", added.value())
        .instead(new Advice(Advice.Kind.SAME_END, List.of(new Advice.Step(use.step().transaction().next(),
            List.of(use.text() + ";")))));
  }
}
