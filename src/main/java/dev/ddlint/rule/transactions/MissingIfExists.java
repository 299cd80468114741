package dev.ddlint.rule.transactions;

import dev.ddlint.finding.Fix;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TableAction;
import dev.ddlint.text.Edit;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** Writes IF EXISTS where nothing but its absence keeps a statement from being repeated. */
final class MissingIfExists {

  private MissingIfExists() {}

  /** IF NOT EXISTS is never written by itself: it would also accept another object of that name. */
  static Optional<Fix> fix(Statement statement, List<Statement> before, SourceFile file) {
    List<Span> names = switch (statement) {
      case Drop drop when !drop.ifExists() -> List.of(drop.targets().get(0).span());
      case AlterTable alter when isRepeatableOtherwise(alter, before) ->
        alter.actions().stream().flatMap(action -> unguarded(action).stream()).toList();
      default -> List.of();
    };
    List<Edit> edits = names.stream().map(name -> new Span(name.start(), name.start()))
        .map(at -> new Edit(new Place(file, at), "IF EXISTS ")).toList();
    return edits.isEmpty() ? Optional.empty() : Optional.of(new Fix("write IF EXISTS", edits));
  }

  private static boolean isRepeatableOtherwise(AlterTable alter, List<Statement> before) {
    List<TableAction> others = alter.actions().stream().filter(action -> unguarded(action).isEmpty()).toList();
    return new Repetition(new AlterTable(alter.kind(), alter.name(), alter.ifExists(), alter.only(), others,
        alter.span()), before).failure().isEmpty();
  }

  private static Optional<Span> unguarded(TableAction action) {
    return switch (action) {
      case TableAction.DropColumn drop when !drop.ifExists() -> Optional.of(drop.column().span());
      case TableAction.DropConstraint drop when !drop.ifExists() -> Optional.of(drop.constraint().span());
      default -> Optional.empty();
    };
  }
}
