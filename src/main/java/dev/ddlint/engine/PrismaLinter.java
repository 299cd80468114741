package dev.ddlint.engine;

import dev.ddlint.catalog.State;
import dev.ddlint.finding.Finding;
import dev.ddlint.ir.Dialect;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.parse.prisma.Excerpt;
import dev.ddlint.parse.prisma.PrismaError;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.parse.prisma.PrismaReader;
import dev.ddlint.prisma.LoweredSchema;
import dev.ddlint.prisma.PrismaLowering;
import dev.ddlint.prisma.PrismaProblem;
import dev.ddlint.prisma.Validation;
import dev.ddlint.project.PrismaSchema;
import dev.ddlint.project.PrismaVersion;
import dev.ddlint.project.Review;
import dev.ddlint.rule.PrismaRule;
import dev.ddlint.text.Background;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.SourceReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads a Prisma schema and lowers it to a catalog.
 *
 * @param refused what Prisma would refuse, found out when somebody asks; of a large schema on another processor, meanwhile
 * @param version the major version of Prisma that the project uses, looked for when somebody asks
 */
record PrismaLinter(List<PrismaFile> files, LoweredSchema lowered, State state, List<String> problems,
    Supplier<List<PrismaProblem>> refused, Supplier<Optional<Integer>> version) {

  /** @param judged whether it will be asked what Prisma refuses, which another processor begins to find out then */
  static PrismaLinter read(PrismaSchema schema, Map<Path, byte[]> unsaved, boolean judged) {
    List<String> problems = new ArrayList<>();
    List<SourceFile> files = sources(schema, unsaved, problems);
    return of(files, problems, judged).with(version(schema));
  }

  /**
   * Reads what tables of the migrations beside it are compared with, all of it where no less will do.
   *
   * @param tables their names
   * @param enums whether enums are compared, too
   */
  static PrismaLinter read(List<SourceFile> sources, Set<String> tables, boolean enums) {
    List<PrismaFile> files = Excerpt.of(sources, tables, enums)
        .map(excerpt -> sources.stream().map(excerpt::read).toList())
        .orElseGet(() -> sources.stream().map(PrismaReader::read).toList());
    return lowered(files, List.of(), false);
  }

  /** @param problems takes what could not be read */
  static List<SourceFile> sources(PrismaSchema schema, Map<Path, byte[]> unsaved, List<String> problems) {
    List<SourceFile> files = new ArrayList<>();
    schema.files().forEach(file -> read(file, files, problems, unsaved));
    return files;
  }

  /** Reads the schema as it was at the base of a review. */
  static PrismaLinter readBefore(PrismaSchema schema, Review review) {
    List<SourceFile> files = new ArrayList<>();
    Set<Path> folders = new HashSet<>();
    for (PrismaSchema.PrismaFile file : schema.files()) {
      folders.add(file.file().getParent());
      Optional<String> before = review.before(file.file());
      if (before.isPresent()) {
        files.add(new SourceFile(file.shownPath(), before.get()));
      } else if (!review.isAdded(file.file())) {
        read(file, files, new ArrayList<>(), Map.of());
      }
    }
    review.gone().forEach((path, text) -> {
      if (path.toString().endsWith(".prisma") && folders.contains(path.getParent())) {
        files.add(new SourceFile(path.toString(), text));
      }
    });
    return of(files, List.of()).with(version(schema));
  }

  private static Supplier<Optional<Integer>> version(PrismaSchema schema) {
    return () -> schema.files().stream().findFirst().flatMap(file -> PrismaVersion.of(file.file()));
  }

  private PrismaLinter with(Supplier<Optional<Integer>> known) {
    return new PrismaLinter(files, lowered, state, problems, refused, known);
  }

  private static void read(PrismaSchema.PrismaFile file, List<SourceFile> files, List<String> problems,
      Map<Path, byte[]> unsaved) {
    try {
      files.add(SourceReader.read(file.file(), file.shownPath(), unsaved));
    } catch (SourceReader.Unreadable e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  static PrismaLinter of(List<SourceFile> sources, List<String> problems) {
    return of(sources, problems, true);
  }

  private static PrismaLinter of(List<SourceFile> sources, List<String> problems, boolean judged) {
    return lowered(sources.stream().map(PrismaReader::read).toList(), problems, judged);
  }

  private static PrismaLinter lowered(List<PrismaFile> files, List<String> problems, boolean judged) {
    LoweredSchema lowered = PrismaLowering.lower(files);
    Supplier<List<PrismaProblem>> refused = !judged || lowered.parts().size() < Parallel.MANY
        ? () -> Validation.of(files, lowered)
        : Background.begin(() -> Validation.of(files, lowered));
    State state = State.EMPTY;
    for (LoweredSchema.Part part : lowered.parts()) {
      state = state.apply(part.statement(), part.file()).after();
    }
    for (LoweredSchema.Part part : lowered.again()) {
      state = state.apply(part.statement(), part.file()).after();
    }
    return new PrismaLinter(files, lowered, state, problems, refused, Optional::empty);
  }

  /** Other databases' schemas are named, not judged. */
  Dialect dialect() {
    return lowered.isPostgres()
        ? Dialect.POSTGRESQL
        : switch (lowered.provider().orElse("").toLowerCase(Locale.ROOT)) {
          case "mysql" -> Dialect.MYSQL;
          case "sqlite" -> Dialect.SQLITE;
          case "sqlserver" -> Dialect.SQLSERVER;
          default -> Dialect.OTHER;
        };
  }

  /** What the rules about schemas as they are written say. */
  List<Finding> check(ActiveRules rules) {
    if (rules.prisma().isEmpty()) {
      return List.of();
    }
    PrismaRule.Written written = new PrismaRule.Written(files, refused.get(), version);
    List<Finding> found = new ArrayList<>();
    for (var active : rules.prisma()) {
      Collector collector = new Collector(active, Optional.empty());
      active.rule().check(written, collector);
      found.addAll(collector.finish());
    }
    return found;
  }

  /** The lines that Prisma's grammar does not have, as statements that were not understood. */
  List<Unrecognized> errors(PrismaFile file) {
    return file.errors().stream().map(PrismaLinter::unrecognized).toList();
  }

  private static Unrecognized unrecognized(PrismaError error) {
    String help = error.help().map(text -> "; " + text).orElse("");
    return new Unrecognized(error.message() + help, error.span(), error.span());
  }

  /** How many declarations a file holds, those that could not be read included. */
  static int declarations(PrismaFile file) {
    return file.blocks().size() + file.errors().size();
  }

}
