package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.FieldType;
import dev.ddlint.prisma.PrismaNames.Mapped;
import dev.ddlint.rule.Schema;
import java.util.Optional;

/** What a Prisma schema calls tables and columns. */
final class PrismaText {
  private final Schema schema;

  PrismaText(Schema schema) {
    this.schema = schema;
  }

  Optional<Mapped> mapped(Table table) {
    return schema.prisma().flatMap(names -> names.table(table.schema(), table.name()));
  }

  String model(Table table) {
    return mapped(table).map(mapped -> mapped.model().name().text()).orElse(table.name());
  }

  String field(Table table, Column column) {
    return behind(table, column).map(field -> field.name().text()).orElse(column.name());
  }

  /** The name of the field's type, without its arity. */
  String type(Table table, Column column) {
    return behind(table, column).map(Field::type).map(type -> switch (type) {
      case FieldType.Named named -> named.name().text();
      case FieldType.Unsupported unsupported -> "Unsupported(\"" + unsupported.text() + "\")";
    }).orElse("String");
  }

  private Optional<Field> behind(Table table, Column column) {
    return mapped(table).flatMap(mapped -> mapped.field(column.name()));
  }
}
