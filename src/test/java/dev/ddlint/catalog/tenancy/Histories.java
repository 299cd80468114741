package dev.ddlint.catalog.tenancy;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.State;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.parse.prisma.PrismaReader;
import dev.ddlint.prisma.LoweredSchema;
import dev.ddlint.prisma.PrismaLowering;
import dev.ddlint.prisma.PrismaNames;
import dev.ddlint.project.Direction;
import dev.ddlint.project.Migration;
import dev.ddlint.project.Project;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.project.Section;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.SourceReader;
import dev.ddlint.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Folds what tests are about: a script, a Prisma schema, a project of the corpus. */
public final class Histories {
  private static final Path CORPUS = Path.of(System.getProperty("ddlint.corpus", "corpus")).toAbsolutePath()
      .normalize();

  private Histories() {}

  public static Path corpus() {
    return CORPUS;
  }

  public static Catalog sql(String... migrations) {
    State state = State.EMPTY;
    for (int i = 0; i < migrations.length; i++) {
      SourceFile file = new SourceFile(i + ".sql", migrations[i]);
      state = state.beginMigration(i);
      for (Statement statement : new ScriptReader().read(file).statements()) {
        state = state.apply(statement, file).after();
      }
    }
    return state.catalog();
  }

  /** A lowered schema. */
  public record Prisma(Catalog catalog, PrismaNames names) {}

  public static Prisma prisma(String schema) {
    return prisma(new SourceFile("schema.prisma", schema));
  }

  private static Prisma prisma(SourceFile file) {
    State state = State.EMPTY.beginMigration(0);
    LoweredSchema lowered = PrismaLowering.lower(List.of(PrismaReader.read(file)));
    for (LoweredSchema.Part part : lowered.parts()) {
      state = state.apply(part.statement(), part.file()).after();
    }
    return new Prisma(state.catalog(), lowered.names());
  }

  /** The end of a history of the corpus. */
  public static Catalog project(String folder) throws SourceReader.Unreadable {
    return every(folder, Integer.MAX_VALUE).getLast();
  }

  /** A history of the corpus as it is after some migrations each, and at its end. */
  public static List<Catalog> every(String folder, int migrations) throws SourceReader.Unreadable {
    List<Catalog> catalogs = new ArrayList<>();
    Project project = ProjectFinder.find(List.of(CORPUS.resolve(folder)), CORPUS).selections().stream()
        .map(selection -> selection.project()).max(Comparator.comparing(p -> p.migrations().size())).orElseThrow();
    State state = State.EMPTY;
    int ordinal = 0;
    for (Migration migration : project.migrations()) {
      SourceFile text = SourceReader.read(migration.file(), migration.shownPath());
      List<Span> up = project.layout().sections(migration, text).stream()
          .filter(section -> section.direction() != Direction.DOWN).map(Section::span).toList();
      state = state.beginMigration(ordinal++);
      for (Statement statement : new ScriptReader(Map.of("Namespace", "auth"), true).read(text).statements()) {
        if (up.stream().anyMatch(span -> span.contains(statement.span()))) {
          state = state.apply(statement, text).after();
        }
      }
      if (ordinal % migrations == 0) {
        catalogs.add(state.catalog());
      }
    }
    catalogs.add(state.catalog());
    return catalogs;
  }

  public static Prisma prismaFile(String file) throws SourceReader.Unreadable {
    return prisma(SourceReader.read(CORPUS.resolve(file), file));
  }

  /** The tables that hold rows, by name. */
  public static List<Table> tables(Catalog catalog) {
    return catalog.tables().values().stream().filter(t -> t.isKnown() && !t.kind().isView() && !t.isTemporary())
        .sorted(Comparator.comparing(t -> t.id().value())).toList();
  }
}
