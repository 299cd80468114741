package dev.ddlint.parse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.Deferral;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.IndexKey;
import dev.ddlint.ir.Reference;
import dev.ddlint.ir.StorageOption;
import dev.ddlint.ir.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The oracle's signature of CREATE TABLE and of its columns and constraints. */
final class TableSignature {
  private TableSignature() {}

  static ObjectNode table(CreateTable table) {
    return new Signature().name("table", table.name())
        .text("persistence", table.persistence().name().toLowerCase(Locale.ROOT))
        .flag("ifNotExists", table.ifNotExists())
        .nodes("columns", table.columns().stream().map(TableSignature::column).toList())
        .nodes("constraints", table.constraints().stream().map(TableSignature::constraint).toList())
        .objects("like", table.likes().stream().map(CreateTable.Like::table).toList())
        .child("partitionBy", table.partitionBy().map(TableSignature::partitioning))
        .text("partitionOf", table.partitionOf().map(of -> Signature.dotted(of.parent())))
        .text("bound", table.partitionOf().map(of -> bound(of.bound())))
        .objects("inherits", table.inherits())
        .text("ofType", table.ofType().map(Signature::dotted))
        .texts("options", options(table.options())).node();
  }

  private static ObjectNode partitioning(CreateTable.Partitioning by) {
    return new Signature().text("strategy", by.strategy())
        .texts("columns", by.keys().stream().map(TableSignature::key).toList()).node();
  }

  static String key(IndexKey key) {
    return key.column().map(Object::toString).orElse("(expr)");
  }

  static String bound(Expression bound) {
    String words = bound.text().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (words.equals("DEFAULT")) {
      return "default";
    }
    return words.startsWith("FOR VALUES FROM") ? "range" : words.startsWith("FOR VALUES IN") ? "list" : "hash";
  }

  static List<String> options(List<StorageOption> options) {
    return options.stream().map(o -> o.name() + o.value().map(v -> "=" + v).orElse("")).toList();
  }

  static ObjectNode column(ColumnDefinition column) {
    Signature signature = new Signature().name("name", column.name());
    column.type().ifPresent(type -> signature.type("type", type));
    List<ObjectNode> named = new ArrayList<>();
    List<ObjectNode> references = new ArrayList<>();
    int checks = 0;
    for (ColumnConstraint constraint : column.constraints()) {
      constraint.name().ifPresent(
          name -> named.add(new Signature().text("type", kind(constraint)).name("name", name).node()));
      switch (constraint) {
        case ColumnConstraint.NotNull c -> signature.flag("notnull", true);
        case ColumnConstraint.Null c -> signature.flag("null", true);
        case ColumnConstraint.Default c -> signature.flag("default", true).flag("defaultNull", c.value().isNull())
            .functions("defaultFuncs", Optional.of(c.value()));
        case ColumnConstraint.Check c -> checks++;
        case ColumnConstraint.Unique c ->
          signature.flag(c.primary() ? "primary" : "unique", true).flag("nullsNotDistinct", c.nullsNotDistinct());
        case ColumnConstraint.References c -> references.add(
            reference(new Signature().name("table", c.reference().table()), c.reference(), "columns", c.deferral())
                .flag("notEnforced", c.notEnforced()).node());
        case ColumnConstraint.Identity c -> signature.text("identity", c.always() ? "always" : "by default");
        case ColumnConstraint.Generated c -> signature.text("generated", c.stored() ? "stored" : "virtual");
      }
    }
    if (checks > 0) {
      signature.node().put("check", checks);
    }
    if (!references.isEmpty()) {
      signature.child("references", Optional.of(references.get(0)));
      signature.nodes("moreReferences", references.subList(1, references.size()));
    }
    return signature.nodes("constraintNames", named).text("collate", column.collation())
        .text("storage", column.storage().map(s -> s.toLowerCase(Locale.ROOT)))
        .text("compression", column.compression()).node();
  }

  private static String kind(ColumnConstraint constraint) {
    return switch (constraint) {
      case ColumnConstraint.NotNull c -> "NOTNULL";
      case ColumnConstraint.Null c -> "NULL";
      case ColumnConstraint.Default c -> "DEFAULT";
      case ColumnConstraint.Check c -> "CHECK";
      case ColumnConstraint.Unique c -> c.primary() ? "PRIMARY" : "UNIQUE";
      case ColumnConstraint.References c -> "FOREIGN";
      case ColumnConstraint.Identity c -> "IDENTITY";
      case ColumnConstraint.Generated c -> "GENERATED";
    };
  }

  private static Signature reference(Signature signature, Reference reference, String columns, Deferral deferral) {
    return signature.names(columns, reference.columns()).text("onDelete", reference.onDelete().sql())
        .text("onUpdate", reference.onUpdate().sql()).names("onDeleteColumns", reference.setColumns())
        .text("match", reference.match().equals("SIMPLE") ? "" : reference.match())
        .flag("deferrable", deferral.deferrable()).flag("initiallyDeferred", deferral.initiallyDeferred());
  }

  static ObjectNode constraint(TableConstraint constraint) {
    Signature signature = new Signature().name("name", constraint.name());
    switch (constraint) {
      case TableConstraint.Check c -> signature.text("type", "CHECK").flag("noInherit", c.noInherit())
          .flag("notEnforced", c.notEnforced());
      case TableConstraint.Unique c -> signature.text("type", c.primary() ? "PRIMARY" : "UNIQUE")
          .names("columns", c.columns()).names("include", c.include()).flag("nullsNotDistinct", c.nullsNotDistinct())
          .flag("withoutOverlaps", c.withoutOverlaps()).name("usingIndex", c.usingIndex())
          .flag("deferrable", c.deferral().deferrable())
          .flag("initiallyDeferred", c.deferral().initiallyDeferred());
      case TableConstraint.ForeignKey c -> reference(signature.text("type", "FOREIGN").names("columns", c.columns())
          .name("refTable", c.reference().table()), c.reference(), "refColumns", c.deferral())
          .flag("period", c.period()).flag("notEnforced", c.notEnforced());
      case TableConstraint.Exclusion c -> signature.text("type", "EXCLUSION").text("method", c.method())
          .texts("elements", c.elements().stream().map(element -> key(element.key())).toList())
          .names("include", c.include()).flag("where", c.predicate().isPresent())
          .flag("deferrable", c.deferral().deferrable())
          .flag("initiallyDeferred", c.deferral().initiallyDeferred());
      case TableConstraint.NotNull c -> signature.text("type", "NOTNULL").names("columns", List.of(c.column()))
          .flag("noInherit", c.noInherit());
    }
    return signature.flag("notValid", constraint.notValid()).node();
  }

  static ObjectNode alter(AlterTable alter) {
    return new Signature().name("table", alter.name()).text("objtype", StatementSignature.kind(alter.kind()))
        .flag("ifExists", alter.ifExists()).flag("only", alter.only())
        .nodes("actions", alter.actions().stream().map(ActionSignature::action).toList()).node();
  }
}
