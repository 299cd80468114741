package dev.ddlint.prisma;

import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Persistence;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model and the table it becomes.
 *
 * @param columns by field name, in the order of the fields
 */
record ModelTable(Model model, SourceFile file, ObjectName name, Map<String, Column> columns) {

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
    return create(name, columns.values().stream().map(Column::definition).toList(),
        primaryKey.<TableConstraint>map(key -> key).stream().toList(),
        DatabaseNames.header(model.span(), model.name()));
  }

  static CreateTable create(ObjectName name, List<ColumnDefinition> columns, List<TableConstraint> constraints,
      Span span) {
    return new CreateTable(name, Persistence.PERMANENT, false, false, columns, constraints, List.of(),
        Optional.empty(), Optional.empty(), List.of(), Optional.empty(), List.of(), span);
  }
}
