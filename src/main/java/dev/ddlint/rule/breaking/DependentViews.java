package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.physics.ColumnUsers;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.rule.Context;
import java.util.ArrayList;
import java.util.List;

/** How a statement gets around the views that stand on a column: they go before it and come back behind it. */
final class DependentViews {

  private DependentViews() {}

  static Advice advice(Table table, List<ColumnUsers.User> users, Context at) {
    Catalog catalog = at.before().catalog();
    List<Table> views = new ArrayList<>();
    catalog.readersOf(table).stream().filter(view -> isUser(view, users))
        .forEach(view -> collect(view, catalog, views));
    List<String> lines = new ArrayList<>();
    views.reversed().forEach(view -> lines.add("DROP " + kind(view) + " " + name(view) + ";"));
    users.stream().filter(user -> !user.kind().endsWith("view"))
        .forEach(user -> lines.add("-- drop the " + user.kind() + " " + user.name()));
    lines.add("-- then " + at.statement().span().of(at.file().text()).strip().replaceAll("\\s+", " "));
    boolean stays = !at.change().filter(Change.ColumnDropped.class::isInstance).isPresent();
    for (Table view : views) {
      lines.add(stays
          ? "CREATE " + kind(view) + " " + name(view) + " AS " + view.query().orElseThrow().text().strip() + ";"
          : "-- CREATE " + kind(view) + " " + name(view) + " again, without the column");
    }
    users.stream().filter(user -> !user.kind().endsWith("view"))
        .forEach(user -> lines.add("-- make the " + user.kind() + " " + user.name() + " again"));
    return new Advice(Advice.Kind.STAGED, List.of(new Advice.Step("in one transaction", List.copyOf(lines))));
  }

  private static boolean isUser(Table view, List<ColumnUsers.User> users) {
    return users.stream().anyMatch(user -> user.kind().endsWith("view") && user.name().equals(view.displayName()));
  }

  /** A view before those that read it. */
  private static void collect(Table view, Catalog catalog, List<Table> views) {
    views.remove(view);
    views.add(view);
    catalog.readersOf(view).forEach(reader -> collect(reader, catalog, views));
  }

  private static String kind(Table view) {
    return view.kind() == Table.Kind.VIEW ? "VIEW" : "MATERIALIZED VIEW";
  }

  private static String name(Table view) {
    return Names.of(Compose.object(view.schema(), view.name()));
  }
}
