package dev.ddlint.prisma;

import dev.ddlint.catalog.Catalog.QualifiedName;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.text.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way back from names in the database to what the schema calls them.
 *
 * @param tables by the table's name; tables of implicit relations have no model and are not among them
 */
public record PrismaNames(Map<QualifiedName, Mapped> tables) {

  /**
   * A model behind a table.
   *
   * @param fields by the column's name
   */
  public record Mapped(Model model, SourceFile file, Map<String, Field> fields) {

    public Optional<Field> field(String column) {
      return Optional.ofNullable(fields.get(column));
    }

    /** The fields of columns, by their names in the schema; nothing when one of them is none of the model's. */
    public Optional<List<String>> fieldNames(List<String> columns) {
      return fields.keySet().containsAll(columns)
          ? Optional.of(columns.stream().flatMap(c -> field(c).stream()).map(f -> f.name().text()).toList())
          : Optional.empty();
    }
  }

  static PrismaNames of(List<ModelTable> tables) {
    Map<QualifiedName, Mapped> mapped = new LinkedHashMap<>();
    for (ModelTable table : tables) {
      Map<String, Field> fields = new LinkedHashMap<>();
      table.columns().values().forEach(c -> fields.putIfAbsent(c.name(), c.field()));
      mapped.putIfAbsent(new QualifiedName(table.name().schema().orElse("public"), table.name().name()),
          new Mapped(table.model(), table.file(), Map.copyOf(fields)));
    }
    return new PrismaNames(Map.copyOf(mapped));
  }

  public Optional<Mapped> table(String schema, String table) {
    return Optional.ofNullable(tables.get(new QualifiedName(schema, table)));
  }
}
