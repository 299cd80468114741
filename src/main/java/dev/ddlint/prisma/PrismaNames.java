package dev.ddlint.prisma;

import dev.ddlint.catalog.Catalog.QualifiedName;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.parse.prisma.EnumBlock;
import dev.ddlint.parse.prisma.Expression.FunctionCall;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The way back from names in the database to what the schema calls them.
 *
 * @param tables by the table's name; tables of implicit relations have no model and are not among them
 * @param enums by the type's name
 * @param views the views that the schema declares
 * @param schemas the database's schemas that the datasource lists
 */
public record PrismaNames(Map<QualifiedName, Mapped> tables, Map<QualifiedName, MappedEnum> enums,
    Set<QualifiedName> views, Set<String> schemas) {

  private static final Set<String> MADE_BY_THE_CLIENT = Set.of("uuid", "cuid", "nanoid", "ulid");

  /**
   * A model behind a table.
   *
   * @param fields by the column's name
   */
  public record Mapped(Model model, SourceFile file, Map<String, Field> fields) {

    public Optional<Field> field(String column) {
      return Optional.ofNullable(fields.get(column));
    }

    /** What Prisma's client fills a column with when the database does not: {@code @default(uuid())}, {@code @updatedAt}. */
    public Optional<String> clientDefault(String column) {
      Optional<Field> field = field(column);
      Optional<String> made = field.flatMap(f -> Arguments.attribute(f, "default"))
          .flatMap(a -> a.argument("value", 0)).filter(FunctionCall.class::isInstance).map(FunctionCall.class::cast)
          .map(call -> call.name().text()).filter(MADE_BY_THE_CLIENT::contains)
          .map(name -> "@default(" + name + "())");
      return made.or(() -> field.filter(f -> f.attribute("updatedAt").isPresent()).map(f -> "@updatedAt"));
    }

    /** The fields of columns, by their names in the schema; nothing when one of them is none of the model's. */
    public Optional<List<String>> fieldNames(List<String> columns) {
      return fields.keySet().containsAll(columns)
          ? Optional.of(columns.stream().flatMap(c -> field(c).stream()).map(f -> f.name().text()).toList())
          : Optional.empty();
    }
  }

  /** The enum behind a type. */
  public record MappedEnum(EnumBlock block, SourceFile file) {}

  static PrismaNames of(List<ModelTable> tables, Declarations declarations) {
    Map<QualifiedName, Mapped> mapped = new LinkedHashMap<>();
    for (ModelTable table : tables) {
      Map<String, Field> fields = new LinkedHashMap<>();
      table.columns().values().forEach(c -> fields.putIfAbsent(c.name(), c.field()));
      mapped.putIfAbsent(qualified(table.name()),
          new Mapped(table.model(), table.file(), Map.copyOf(fields)));
    }
    Map<QualifiedName, MappedEnum> enums = new LinkedHashMap<>();
    declarations.enums().forEach(e -> enums.putIfAbsent(qualified(DatabaseNames.type(e.block())),
        new MappedEnum(e.block(), e.file())));
    Set<QualifiedName> views = declarations.models().stream().filter(m -> m.block().isView())
        .map(m -> qualified(DatabaseNames.table(m.block()))).collect(Collectors.toUnmodifiableSet());
    return new PrismaNames(Map.copyOf(mapped), Map.copyOf(enums), views,
        Set.copyOf(declarations.schemas()));
  }

  private static QualifiedName qualified(ObjectName name) {
    return new QualifiedName(name.schema().orElse("public"), name.name());
  }

  /** Where an enum's value is declared, by its name in the database. */
  public Optional<Place> value(String schema, String type, String value) {
    return Optional.ofNullable(enums.get(new QualifiedName(schema, type))).flatMap(e -> e.block().values().stream()
        .filter(v -> DatabaseNames.value(v).equals(value)).findFirst().map(v -> new Place(e.file(), v.span())));
  }

  public Optional<Mapped> table(String schema, String table) {
    return Optional.ofNullable(tables.get(new QualifiedName(schema, table)));
  }
}
