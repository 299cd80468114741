package dev.ddlint.prisma;

import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.Deferral;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.IndexKey;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.prisma.ModelTable.Column;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lowers ids, uniques and indexes; a key over a field that is no column is left out. */
final class Keys {
  private final Notes notes;

  Keys(Notes notes) {
    this.notes = notes;
  }

  Optional<TableConstraint.Unique> primaryKey(ModelTable table) {
    for (Column column : table.columns().values()) {
      Optional<Attribute> id = Arguments.attribute(column.field(), "id");
      if (id.isPresent()) {
        return Optional.of(primaryKey(table, id.get(), List.of(IndexKeys.of(column))));
      }
    }
    return Arguments.attribute(table.model(), "id")
        .flatMap(id -> keys(table, id).map(keys -> primaryKey(table, id, keys)));
  }

  /** The column that alone is the id. */
  Optional<Column> singleId(ModelTable table) {
    return primaryKey(table).map(TableConstraint.Unique::columns).filter(columns -> columns.size() == 1).flatMap(
        columns -> table.columns().values().stream().filter(c -> c.name().equals(columns.getFirst().name()))
            .findFirst());
  }

  private static TableConstraint.Unique primaryKey(ModelTable table, Attribute id, List<IndexKey> keys) {
    String name = Arguments.name(id, "map").orElseGet(() -> ConstraintNames.primaryKey(table.name().name()));
    return primaryKey(name, columns(keys), id.span());
  }

  static TableConstraint.Unique primaryKey(String name, List<Identifier> columns, Span span) {
    return new TableConstraint.Unique(Optional.of(new Identifier(name, span)), true, columns, List.of(), false, false,
        Optional.empty(), Deferral.NONE, span);
  }

  /** In the engine's order: the fields' uniques, then indexes, then uniques of several fields. */
  List<CreateIndex> indexes(ModelTable table) {
    List<CreateIndex> indexes = new ArrayList<>();
    for (Column column : table.columns().values()) {
      Arguments.attribute(column.field(), "unique").ifPresent(
          unique -> indexes.add(unique(table, unique, List.of(IndexKeys.of(column, unique)))));
    }
    for (Attribute index : Arguments.attributes(table.model(), "index")) {
      keys(table, index).ifPresent(keys -> indexes.add(index(table, index, keys)));
    }
    for (Attribute unique : Arguments.attributes(table.model(), "unique")) {
      keys(table, unique).ifPresent(keys -> indexes.add(unique(table, unique, keys)));
    }
    return indexes;
  }

  private Optional<List<IndexKey>> keys(ModelTable table, Attribute attribute) {
    Optional<List<IndexKey>> keys = IndexKeys.of(table, attribute);
    if (keys.isEmpty()) {
      notes.add(table.file(), attribute, "`" + attribute.name() + "` names a field that is no column of `"
          + table.model().name() + "`");
    }
    return keys;
  }

  private static CreateIndex unique(ModelTable table, Attribute attribute, List<IndexKey> keys) {
    String name = Arguments.name(attribute, "map")
        .orElseGet(() -> ConstraintNames.unique(table.name().name(), names(keys)));
    return create(name, table.name(), true, "btree", keys, Predicates.of(table, attribute), attribute.span());
  }

  /** An index has no name in Prisma's client, so {@code name:} was taken for the database's before {@code map:} was. */
  private static CreateIndex index(ModelTable table, Attribute attribute, List<IndexKey> keys) {
    String name = Arguments.name(attribute, "map").or(() -> Arguments.name(attribute, "name"))
        .orElseGet(() -> ConstraintNames.index(table.name().name(), names(keys)));
    String method = Arguments.word(attribute, "type").orElse("BTree").toLowerCase(Locale.ROOT);
    return create(name, table.name(), false, method, keys, Predicates.of(table, attribute), attribute.span());
  }

  static CreateIndex create(String name, ObjectName table, boolean unique, String method, List<IndexKey> keys,
      Optional<Expression> predicate, Span span) {
    return new CreateIndex(Optional.of(new Identifier(name, span)), table, unique, false, false, false, method, keys,
        List.of(), false, predicate, List.of(), Optional.empty(), new Span(span.start(), span.start()), span);
  }

  private static List<Identifier> columns(List<IndexKey> keys) {
    return keys.stream().map(key -> key.column().orElseThrow()).toList();
  }

  private static List<String> names(List<IndexKey> keys) {
    return columns(keys).stream().map(Identifier::name).toList();
  }
}
