package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Function;
import dev.ddlint.catalog.Origin;
import dev.ddlint.catalog.Sequence;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.Drop;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DROP of what code names besides tables and columns: views, functions, types, sequences, schemas, databases. */
@Rule("drop-object")
@Concerns(Effect.CLIENT_BREAK)
@On({Change.ObjectDropped.class, Change.TypeDropped.class})
public final class DropObject implements ChangeRule<Change> {

  @Override
  public void check(Change change, Context at, Findings findings) {
    switch (change) {
      case Change.ObjectDropped dropped -> object(dropped, at, findings);
      case Change.TypeDropped dropped -> type(dropped, at, findings);
      default -> {
      }
    }
  }

  private static void object(Change.ObjectDropped dropped, Context at, Findings findings) {
    String name = dropped.name().substring(dropped.name().lastIndexOf('.') + 1);
    switch (dropped.kind()) {
      case VIEW, MATERIALIZED_VIEW -> view(dropped, name, at, findings);
      case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> function(dropped, name, at, findings);
      case SEQUENCE -> sequence(dropped, name, at, findings);
      case SCHEMA -> schema(dropped, name, at, findings);
      case DATABASE -> report(findings, dropped.span(), "database", "", name, at).level(Level.ERROR);
      case EXTENSION -> extension(dropped, name, at, findings);
      default -> {
      }
    }
  }

  private static void view(Change.ObjectDropped dropped, String name, Context at, Findings findings) {
    Optional<Table> view = at.before().catalog().tables().values().stream()
        .filter(t -> t.kind().isView() && t.name().equals(name))
        .filter(t -> at.after().catalog().table(t.id()).isEmpty()).findFirst();
    boolean madeHere = view.filter(v -> !at.isOld(v)).isPresent();
    boolean again = at.later().stream().anyMatch(change -> change instanceof Change.TableCreated made
        && made.table().name().equals(name)
        || change instanceof Change.TableRenamed renamed && renamed.name().equals(name));
    if (!madeHere && !again && !isPrecaution(view.isPresent(), at)) {
      made(report(findings, dropped.span(), dropped.kind().words(), view.map(Table::schema).orElse(""), name, at),
          view.map(Table::origin), name);
    }
  }

  /** IF EXISTS on what a history that begins with an empty database does not hold: it drops nothing. */
  private static boolean isPrecaution(boolean known, Context at) {
    return !known && at.statement() instanceof Drop drop && drop.ifExists();
  }

  private static void function(Change.ObjectDropped dropped, String name, Context at, Findings findings) {
    List<Function> gone = at.before().catalog().functions().entrySet().stream()
        .filter(entry -> entry.getValue().name().equals(name))
        .filter(entry -> !at.after().catalog().functions().containsKey(entry.getKey()))
        .map(Map.Entry::getValue).toList();
    boolean harmless = !gone.isEmpty()
        && gone.stream().allMatch(f -> isMadeHere(f, at) || isTrigger(f) || isBack(f, at));
    boolean again = gone.isEmpty()
        && at.later().stream().anyMatch(change -> change instanceof Change.FunctionCreated made
            && made.function().name().equals(name));
    if (!harmless && !again && !isPrecaution(!gone.isEmpty(), at)) {
      Optional<Function> first = gone.stream().findFirst();
      made(report(findings, dropped.span(), dropped.kind().words(), first.map(Function::schema).orElse(""), name, at),
          first.map(Function::origin), name);
    }
  }

  private static boolean isMadeHere(Function function, Context at) {
    return function.origin().migration() == at.before().migration();
  }

  /** No client calls it. */
  private static boolean isTrigger(Function function) {
    return function.definition().returns().filter(type -> type.name().endsWith("trigger")).isPresent();
  }

  private static boolean isBack(Function function, Context at) {
    return at.later().stream().anyMatch(change -> change instanceof Change.FunctionCreated made
        && made.function().schema().equals(function.schema())
        && made.function().signature().equals(function.signature()));
  }

  private static void sequence(Change.ObjectDropped dropped, String name, Context at, Findings findings) {
    Optional<Sequence> sequence = at.before().catalog().sequences().values().stream()
        .filter(s -> s.name().equals(name) && !at.after().catalog().sequences().containsKey(s.id())).findFirst();
    boolean madeHere = sequence.filter(s -> s.origin().migration() == at.before().migration()).isPresent();
    boolean again = at.later().stream().anyMatch(change -> change instanceof Change.SequenceCreated made
        && made.sequence().name().equals(name));
    boolean gone = sequence.isEmpty() && isGone(name, at);
    if (!madeHere && !again && !gone && !isPrecaution(sequence.isPresent(), at)) {
      made(report(findings, dropped.span(), "sequence", sequence.map(Sequence::schema).orElse(""), name, at),
          sequence.map(Sequence::origin), name);
    }
  }

  /** It went with its column or table before: the statement fails or does nothing. */
  private static boolean isGone(String name, Context at) {
    return at.day().before().catalog().sequences().values().stream().anyMatch(s -> s.name().equals(name));
  }

  private static void schema(Change.ObjectDropped dropped, String name, Context at, Findings findings) {
    boolean known = at.before().catalog().schemas().contains(name);
    boolean madeHere = known && !at.day().before().catalog().schemas().contains(name);
    boolean again = at.day().after().catalog().schemas().contains(name);
    if (!madeHere && !again && !isPrecaution(known, at)) {
      report(findings, dropped.span(), "schema", "", name, at).level(Level.ERROR);
    }
  }

  private static void extension(Change.ObjectDropped dropped, String name, Context at, Findings findings) {
    boolean known = at.before().catalog().extensions().contains(name);
    boolean madeHere = known && !at.day().before().catalog().extensions().contains(name);
    boolean again = at.day().after().catalog().extensions().contains(name);
    if (!madeHere && !again && !isPrecaution(known, at)) {
      report(findings, dropped.span(), "extension", "", name, at);
    }
  }

  private static void type(Change.TypeDropped dropped, Context at, Findings findings) {
    String name = dropped.name().substring(dropped.name().lastIndexOf('.') + 1);
    Optional<UserType> type = dropped.type();
    boolean madeHere = type.filter(t -> t.origin().migration() == at.before().migration()).isPresent();
    boolean again = at.later().stream()
        .anyMatch(change -> change instanceof Change.TypeCreated made && made.type().name().equals(name));
    boolean unused = type.filter(t -> isSwapped(t, at) || heldByColumns(t)).isPresent();
    if (!madeHere && !again && !unused && !isPrecaution(type.isPresent(), at)) {
      made(report(findings, dropped.span(), "type", type.map(UserType::schema).orElse(""), name, at),
          type.map(UserType::origin), name);
    }
  }

  /** It has given its name to another in this migration. */
  private static boolean isSwapped(UserType type, Context at) {
    return at.earlier().stream().anyMatch(change -> change instanceof Change.TypeRenamed renamed
        && renamed.type().id().equals(type.id()));
  }

  /**
   * Code meets an enum or a domain in the columns that hold it. They went, or got another type, before: else the server
   * refuses the statement.
   */
  private static boolean heldByColumns(UserType type) {
    return type.kind() == UserType.Kind.ENUM || type.kind() == UserType.Kind.DOMAIN;
  }

  private static void made(Findings.Report report, Optional<Origin> origin, String name) {
    origin.filter(o -> o.migration() >= 0)
        .ifPresentOrElse(o -> report.related(o.place(), "`%s` was made here", name),
            () -> report.fact("not seen", "`%s` is not in this history, so what depends on it is not known", name));
  }

  private static Findings.Report report(Findings findings, Span span, String kind, String schema, String name,
      Context at) {
    return findings.report(span).about(Subject.other(kind, schema, name))
        .says("dropping the %s `%s` breaks running code that uses it", kind, name)
        .instead(new Advice(Advice.Kind.STAGED, List.of(
            new Advice.Step("first", List.of("-- take `" + name + "` out of the code, and deploy")),
            new Advice.Step("then", List.of(at.statement().span().of(at.file().text()) + ";")))));
  }
}
