package dev.ddlint.project;

import dev.ddlint.ir.Dialect;
import java.util.List;
import java.util.Optional;

/**
 * What pg_dump writes, such as Rails' {@code db/structure.sql}: each file is a whole schema and thereby a history of its
 * own. A numbered file is no dump for us, whatever made it: it is the first of a history.
 */
final class PgDump implements Detection {
  private static final String NAME = "structure.sql";
  private static final String HEADER = "-- PostgreSQL database dump";

  @Override
  public String id() {
    return "pg-dump";
  }

  @Override
  public String title() {
    return "pg_dump output";
  }

  @Override
  public boolean appliesOnce(Migration migration) {
    return false;
  }

  @Override
  public boolean isApplied() {
    return false;
  }

  @Override
  public RunnerProfile runner() {
    return RunnerProfile.of("psql", RunnerProfile.Reach.STATEMENT, RunnerProfile.Sending.STATEMENT_BY_STATEMENT);
  }

  /** The first of the folder's dumps; the others follow when it is asked again without this one. */
  @Override
  public History claim(Unclaimed files) {
    for (String file : files.files()) {
      boolean header = !NaturalOrder.isDigit(file.charAt(0)) && files.folder().head(file).contains(HEADER);
      if (header || file.equals(NAME) || file.endsWith("_" + NAME)) {
        String stem = Unclaimed.stem(file);
        History history = History.of(List.of(files.folder().migration(stem, stem, Direction.UP, file)));
        return header ? history.in(Optional.of(Dialect.POSTGRESQL)) : history;
      }
    }
    return History.NONE;
  }

  @Override
  public boolean isOneFile() {
    return true;
  }
}
