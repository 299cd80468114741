package dev.ddlint.engine;

import dev.ddlint.catalog.State;
import dev.ddlint.ir.Dialect;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.parse.prisma.PrismaError;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.parse.prisma.PrismaReader;
import dev.ddlint.prisma.LoweredSchema;
import dev.ddlint.prisma.PrismaLowering;
import dev.ddlint.project.PrismaSchema;
import dev.ddlint.project.Review;
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

/** Reads a Prisma schema and lowers it to a catalog. */
record PrismaLinter(List<PrismaFile> files, LoweredSchema lowered, State state, List<String> problems) {

  static PrismaLinter read(PrismaSchema schema) {
    List<SourceFile> files = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    schema.files().forEach(file -> read(file, files, problems));
    return of(files, problems);
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
        read(file, files, new ArrayList<>());
      }
    }
    review.gone().forEach((path, text) -> {
      if (path.toString().endsWith(".prisma") && folders.contains(path.getParent())) {
        files.add(new SourceFile(path.toString(), text));
      }
    });
    return of(files, List.of());
  }

  private static void read(PrismaSchema.PrismaFile file, List<SourceFile> files, List<String> problems) {
    try {
      files.add(SourceReader.read(file.file(), file.shownPath()));
    } catch (SourceReader.Unreadable e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  static PrismaLinter of(List<SourceFile> sources, List<String> problems) {
    List<PrismaFile> files = sources.stream().map(PrismaReader::read).toList();
    LoweredSchema lowered = PrismaLowering.lower(files);
    State state = State.EMPTY;
    for (LoweredSchema.Part part : lowered.parts()) {
      state = state.apply(part.statement(), part.file()).after();
    }
    for (LoweredSchema.Part part : lowered.again()) {
      state = state.apply(part.statement(), part.file()).after();
    }
    return new PrismaLinter(files, lowered, state, problems);
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

  /** The lines that Prisma's grammar does not have, by file, as statements that were not understood. */
  Map<SourceFile, List<Unrecognized>> errors() {
    Map<SourceFile, List<Unrecognized>> errors = new java.util.LinkedHashMap<>();
    for (PrismaFile file : files) {
      errors.put(file.file(), file.errors().stream().map(PrismaLinter::unrecognized).toList());
    }
    return errors;
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
