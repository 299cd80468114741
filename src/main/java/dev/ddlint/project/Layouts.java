package dev.ddlint.project;

import dev.ddlint.ir.Dialect;
import java.util.List;
import java.util.Optional;

/** All layouts, in the order in which they are asked: those that names tell first, the plain folder last. */
public final class Layouts {
  static final Detection PRISMA = new PrismaMigrate();
  static final Detection DIESEL = new Diesel();
  static final Detection HASURA = new Hasura();
  static final Detection PLAIN = new PlainFolder();
  private static final List<Detection> ALL = List.of(new Drizzle(), PRISMA, HASURA, DIESEL, new Liquibase(),
      new Flyway(),
      new Sqlx(),
      new Pop(), new GolangMigrate(), new Supabase(), new Goose(), new Dbmate(), new PgDump(), PLAIN);

  private Layouts() {}

  public static List<Layout> all() {
    return List.copyOf(ALL);
  }

  static List<Detection> detections() {
    return ALL;
  }

  /** The layout that a configuration names. */
  public static Optional<Layout> byId(String id) {
    return all().stream().filter(l -> l.id().equals(id)).findFirst();
  }

  /** A runner of which no more is known than how far its transaction reaches. */
  public static Layout reaching(RunnerProfile.Reach reach) {
    return new ToldRunner(reach);
  }

  /** The dialect behind a word that tools and folders use for it. */
  static Optional<Dialect> dialect(String word) {
    return Optional.ofNullable(switch (word) {
      case "postgresql", "postgres", "pg", "pgsql", "psql" -> Dialect.POSTGRESQL;
      case "mysql", "mariadb" -> Dialect.MYSQL;
      case "sqlite", "sqlite3" -> Dialect.SQLITE;
      case "h2" -> Dialect.H2;
      case "clickhouse" -> Dialect.CLICKHOUSE;
      case "sqlserver", "mssql" -> Dialect.SQLSERVER;
      default -> null;
    });
  }
}
