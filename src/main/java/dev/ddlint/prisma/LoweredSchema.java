package dev.ddlint.prisma;

import dev.ddlint.ir.Statement;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * A Prisma schema as statements.
 *
 * @param parts in the order in which Prisma's engine runs them
 * @param again the tables of models whose name is declared already, which Prisma refuses, under names of their own
 * @param provider as the datasource names it, such as {@code postgresql}; empty without a datasource, which is taken for
 *        PostgreSQL
 * @param foreignKeys whether the database keeps the relations; if not ({@code relationMode = "prisma"}), foreign keys
 *        are lowered as not enforced: no constraint exists, but the columns need an index all the same
 * @param notes what was left out, in the order it was met
 */
public record LoweredSchema(List<Part> parts, List<Part> again, Optional<String> provider, boolean foreignKeys,
    List<Note> notes,
    PrismaNames names) {

  public LoweredSchema {
    parts = List.copyOf(parts);
    again = List.copyOf(again);
    notes = List.copyOf(notes);
  }

  /** A statement and the Prisma file that its spans point into. */
  public record Part(Statement statement, SourceFile file) {}

  /** Something that could not be lowered and why. */
  public record Note(Place place, String message) {}

  /** Whether the statements are those of the schema's own database, not of PostgreSQL in its place. */
  public boolean isPostgres() {
    return provider.map(p -> p.equals("postgresql") || p.equals("postgres")).orElse(true);
  }
}
