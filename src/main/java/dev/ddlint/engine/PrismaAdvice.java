package dev.ddlint.engine;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Finding.Fact;
import dev.ddlint.prisma.PrismaNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody needs to know who changed a Prisma schema and is told of SQL. */
record PrismaAdvice(PrismaNames names, List<Change> changes) {
  private static final String LABEL = "prisma";

  /** What is to be said of a change, and of the advice that its finding gives. */
  List<Fact> of(Optional<Change> change, Optional<Advice> advice) {
    List<Fact> facts = new ArrayList<>();
    change.flatMap(this::about).ifPresent(text -> facts.add(new Fact(LABEL, text)));
    if (advice.filter(a -> a.steps().stream().anyMatch(s -> s.lines().stream().anyMatch(l -> l.contains(";"))))
        .isPresent()) {
      facts.add(
          new Fact(LABEL, "`prisma migrate dev --create-only` writes the migration without running it; put the SQL "
              + "below in its place"));
    }
    return facts;
  }

  private Optional<String> about(Change change) {
    return switch (change) {
      case Change.ColumnDropped c -> renamedFrom(c.table(), c.name());
      case Change.TableDropped c -> changes.stream().anyMatch(Change.TableCreated.class::isInstance)
          ? Optional
              .of("a model that only gets another name keeps its table with `@@map(\"" + c.table().name() + "\")`")
          : Optional.empty();
      case Change.ColumnAdded c when c.column().notNull() && !c.column().hasDefault() -> clientDefault(c.table(),
          c.column().name());
      default -> Optional.empty();
    };
  }

  private Optional<String> renamedFrom(Table table, String column) {
    boolean added = changes.stream().anyMatch(c -> c instanceof Change.ColumnAdded a
        && a.table().name().equals(table.name()) && !a.column().name().equals(column));
    return added
        ? Optional.of("a field that only gets another name keeps its column with `@map(\"" + column + "\")`")
        : Optional.empty();
  }

  private Optional<String> clientDefault(Table table, String column) {
    return names.table(table.schema(), table.name()).flatMap(model -> model.clientDefault(column))
        .map(word -> "`" + word + "` is filled in by Prisma's client, not by the database: rows that are there get "
            + "nothing");
  }
}
