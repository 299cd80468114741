package dev.ddlint.prisma;

import dev.ddlint.text.Place;
import java.util.Optional;

/**
 * One thing in which a Prisma schema and the migrations beside it disagree.
 *
 * @param table the table or type with its schema, as the migrations name it
 * @param part the column, index, key or value; empty where the whole table or type is meant
 * @param place where it is to be told: in the schema, or in the SQL for what only the migrations have
 * @param other what it disagrees with
 * @param inMigrations how the migrations have it, where both have it
 * @param inSchema how the schema has it, where both have it
 */
public record Drift(Side side, Kind kind, String table, String part, Place place, Optional<Place> other,
    String inMigrations, String inSchema) {

  /** Which of the two has it. */
  public enum Side {
    ONLY_SCHEMA, ONLY_MIGRATIONS, BOTH
  }

  /** What kind of thing it is. */
  public enum Kind {
    TABLE("table"), COLUMN("column"), TYPE("type"), NULLABILITY("nullability"), DEFAULT("default"),
    PRIMARY_KEY("primary key"), INDEX("index"), FOREIGN_KEY("foreign key"), ACTION("referential action"),
    NAME("name"), ENUM("enum"), ENUM_VALUE("enum value");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  static Drift onlySchema(Kind kind, String table, String part, Place place) {
    return new Drift(Side.ONLY_SCHEMA, kind, table, part, place, Optional.empty(), "", "");
  }

  static Drift onlyMigrations(Kind kind, String table, String part, Place place) {
    return new Drift(Side.ONLY_MIGRATIONS, kind, table, part, place, Optional.empty(), "", "");
  }

  /** @param near the model that lacks it */
  static Drift onlyMigrations(Kind kind, String table, String part, Place place, Place near) {
    return new Drift(Side.ONLY_MIGRATIONS, kind, table, part, place, Optional.of(near), "", "");
  }

  static Drift differs(Kind kind, String table, String part, Place place, Place sql, String inMigrations,
      String inSchema) {
    return new Drift(Side.BOTH, kind, table, part, place, Optional.of(sql), inMigrations, inSchema);
  }
}
