package dev.ddlint.prisma;

import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Persistence;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model and the table it becomes.
 *
 * @param columns by field name, in the order of the fields
 * @param missing names that the model's keys use and that no field declares, as in a fragment: columns all the same,
 *        of which nothing else is known
 */
record ModelTable(Model model, SourceFile file, ObjectName name, Map<String, Column> columns,
    Map<String, Identifier> missing) {

  /** A field that is a column. */
  record Column(Field field, ColumnType type, ColumnDefinition definition) {

    String name() {
      return definition.name().name();
    }
  }

  Optional<Column> column(String field) {
    return Optional.ofNullable(columns.get(field));
  }

  CreateTable statement(Optional<? extends TableConstraint> primaryKey) {
    List<ColumnDefinition> definitions = new ArrayList<>(columns.values().stream().map(Column::definition).toList());
    missing.values().forEach(column -> definitions.add(new ColumnDefinition(column, Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), List.of(), column.span())));
    return create(name, List.copyOf(definitions),
        primaryKey.<TableConstraint>map(key -> key).stream().toList(),
        DatabaseNames.header(model.span(), model.name()));
  }

  static CreateTable create(ObjectName name, List<ColumnDefinition> columns, List<TableConstraint> constraints,
      Span span) {
    return new CreateTable(name, Persistence.PERMANENT, false, false, columns, constraints, List.of(),
        Optional.empty(), Optional.empty(), List.of(), Optional.empty(), List.of(), span);
  }
}
