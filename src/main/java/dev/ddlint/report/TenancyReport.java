package dev.ddlint.report;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.ScopeClass;
import dev.ddlint.catalog.tenancy.Tenancy;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.catalog.tenancy.TenantModel.Scope;
import dev.ddlint.text.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows how schemas keep their tenants apart, with the reason for each table: a person can check it in a minute. */
public final class TenancyReport {

  private TenancyReport() {}

  /** One schema. */
  public record Project(String name, Catalog catalog, Tenancy tenancy) {

    private Optional<TenantModel> model() {
      return tenancy.model();
    }

    private Optional<Table> root() {
      return model().flatMap(TenantModel::root).flatMap(catalog::table);
    }

    /** By class, then as they were made. */
    private List<Row> rows() {
      return model().stream().flatMap(model -> model.scopes().entrySet().stream())
          .flatMap(e -> catalog.table(e.getKey()).map(table -> new Row(table, e.getValue())).stream())
          .sorted(Order.by(row -> ORDER.indexOf(row.scope().kind()))).toList();
    }
  }

  private record Row(Table table, Scope scope) {}

  private static final List<ScopeClass> ORDER = List.of(ScopeClass.ROOT, ScopeClass.DIRECT, ScopeClass.INDIRECT,
      ScopeClass.UPPER, ScopeClass.SHARED, ScopeClass.OPTIONAL_PATH, ScopeClass.UNSCOPED);

  // ---- text

  public static String text(List<Project> projects, Style style) {
    return projects.stream().map(project -> text(project, style)).collect(Collectors.joining("\n"));
  }

  private static String text(Project project, Style style) {
    StringBuilder out = new StringBuilder(style.bold(project.name())).append('\n');
    line(out, "mode", project.tenancy().mode().word() + ", " + why(project));
    project.model().ifPresent(model -> {
      line(out, "root", project.root().map(root -> root.displayName() + ", made in " + place(root))
          .orElse("none here: the key's values come from elsewhere"));
      line(out, "key", key(project, model));
      line(out, "levels", model.levels().isEmpty() ? "none beside or above it" : String.join(", ", model.levels()));
    });
    List<Row> rows = project.rows();
    int kind = width(rows, row -> word(row.scope().kind()));
    int table = width(rows, row -> row.table().displayName());
    ScopeClass last = null;
    for (Row row : rows) {
      out.append(row.scope().kind() == last ? "" : "\n");
      last = row.scope().kind();
      out.append("  ").append(padded(word(row.scope().kind()), kind)).append("  ")
          .append(padded(row.table().displayName(), table)).append("  ").append(row.scope().reason()).append('\n');
    }
    return out.toString();
  }

  private static void line(StringBuilder out, String label, String text) {
    out.append("  ").append(padded(label, "levels".length())).append("  ").append(text).append('\n');
  }

  private static String why(Project project) {
    List<Table> tables = project.catalog().tables().values().stream().filter(table -> !table.kind().isView()).toList();
    return switch (project.tenancy().mode()) {
      case ROW_SECURITY -> "since " + count(tables.stream().filter(t -> t.rowSecurity() || !t.policies().isEmpty())
          .count()) + " row security or policies" + (project.model().isEmpty() ? "; no tenant was found" : "");
      case CITUS -> "since " + count(tables.stream().filter(t -> t.distribution().isPresent()).count())
          + " a distribution by Citus";
      case DISCRIMINATOR -> project.model().isPresent()
          ? "rows are told apart by a column; no table has row security"
          : "as configured; no tenant was found";
      case SCHEMA_PER_TENANT -> "as configured: a table needs no key";
      case NONE -> "no table that is named like a tenant is referred to by enough others";
    };
  }

  private static String count(long tables) {
    return tables + (tables == 1 ? " table has" : " tables have");
  }

  private static String key(Project project, TenantModel model) {
    List<String> others = model.keys().stream().filter(name -> !name.equals(model.key())).toList();
    String target = project.root().flatMap(root -> model.rootKey().map(Column::name)
        .map(column -> ", which holds " + root.displayName() + "." + column)).orElse("");
    long holders = model.scopes().values().stream().filter(scope -> scope.kind() == ScopeClass.DIRECT).count();
    String held = "; held by " + holders + " of " + model.scopes().size() + " tables";
    return model.key() + target + held + (others.isEmpty() ? "" : "; also written " + String.join(", ", others));
  }

  private static String place(Table table) {
    return table.origin().place().file().path() + ":" + table.origin().place().start().line();
  }

  private static String word(ScopeClass kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static int width(List<Row> rows, java.util.function.Function<Row, String> text) {
    return rows.stream().mapToInt(row -> text.apply(row).length()).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  // ---- json

  /** {@code {"projects": [{"name", "mode", "root", "rootKey", "key", "keys", "levels", "tables": [...]}]}}. */
  public static String json(List<Project> projects) {
    return projects.stream().map(TenancyReport::json)
        .collect(Collectors.joining(",\n    ", "{\n  \"projects\": [\n    ", "\n  ]\n}\n"));
  }

  private static String json(Project project) {
    List<String> fields = new ArrayList<>();
    fields.add("\"name\": " + Json.string(project.name()));
    fields.add("\"mode\": " + Json.string(project.tenancy().mode().word()));
    fields.add("\"root\": " + orNull(project.root().map(TenancyReport::full)));
    fields.add("\"rootKey\": " + orNull(project.model().flatMap(TenantModel::rootKey).map(Column::name)));
    fields.add("\"key\": " + orNull(project.model().map(TenantModel::key)));
    fields.add("\"keys\": " + Json.strings(project.model().map(m -> List.copyOf(m.keys())).orElse(List.of())));
    fields.add("\"levels\": " + Json.strings(project.model().map(TenantModel::levels).orElse(List.of())));
    fields.add(project.rows().stream().map(TenancyReport::json)
        .collect(Collectors.joining(",\n      ", "\"tables\": [\n      ", "\n    ]")));
    return "{" + String.join(", ", fields) + "}";
  }

  private static String json(Row row) {
    Map<String, String> fields = new java.util.LinkedHashMap<>();
    fields.put("table", Json.string(full(row.table())));
    fields.put("class", Json.string(word(row.scope().kind())));
    fields.put("key", orNull(row.scope().key().map(Column::name)));
    fields.put("reason", Json.string(row.scope().reason()));
    return fields.entrySet().stream().map(e -> Json.string(e.getKey()) + ": " + e.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String full(Table table) {
    return table.schema() + "." + table.name();
  }

  private static String orNull(Optional<String> value) {
    return value.map(Json::string).orElse("null");
  }
}
