package dev.ddlint.rule;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.FieldType;
import dev.ddlint.prisma.PrismaNames.Mapped;
import java.util.Optional;

/** What a Prisma schema calls tables and columns. */
public final class PrismaText {
  private final Schema schema;

  public PrismaText(Schema schema) {
    this.schema = schema;
  }

  public Optional<Mapped> mapped(Table table) {
    return schema.prisma().flatMap(names -> names.table(table.schema(), table.name()));
  }

  public String model(Table table) {
    return mapped(table).map(mapped -> mapped.model().name().text()).orElse(table.name());
  }

  public String field(Table table, Column column) {
    return behind(table, column).map(field -> field.name().text()).orElse(column.name());
  }

  /** The name of the field's type, without its arity. */
  public String type(Table table, Column column) {
    return behind(table, column).map(Field::type).map(type -> switch (type) {
      case FieldType.Named named -> named.name().text();
      case FieldType.Unsupported unsupported -> "Unsupported(\"" + unsupported.text() + "\")";
    }).orElse("String");
  }

  private Optional<Field> behind(Table table, Column column) {
    return mapped(table).flatMap(mapped -> mapped.field(column.name()));
  }
}
