package dev.ddlint.project;

import dev.ddlint.ir.Dialect;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Words, pairs of words and calls that files of one database bear and those of the others hardly ever do. */
final class DialectMarks {
  static final int LONGEST = 24;
  static final Set<String> CLICKHOUSE_ENGINES = Set.of("LOG", "TINYLOG", "STRIPELOG", "NULL", "DISTRIBUTED", "KAFKA",
      "DICTIONARY", "BUFFER", "ATOMIC", "S3QUEUE");

  private static final Weight NOTHING = new Weight(Dialect.POSTGRESQL, 0);
  private static final Map<String, Weight> MARKS = marks();

  /** What a mark counts for its dialect. */
  record Weight(Dialect dialect, int weight) {}

  private DialectMarks() {}

  static Weight of(String mark) {
    return MARKS.getOrDefault(mark, NOTHING);
  }

  private static Map<String, Weight> marks() {
    Map<String, Weight> marks = new HashMap<>();
    postgresql(marks);
    mysql(marks);
    put(marks, Dialect.SQLITE, 5, "AUTOINCREMENT,PRAGMA,WITHOUT ROWID,SQLITE_MASTER,SQLITE_SCHEMA,SQLITE_SEQUENCE");
    put(marks, Dialect.SQLITE, 2, "STRFTIME(,JULIANDAY(,RANDOMBLOB(,INSERT OR");
    put(marks, Dialect.H2, 5, "CREATE ALIAS,VARCHAR_IGNORECASE,REFERENTIAL_INTEGRITY,RUNSCRIPT");
    put(marks, Dialect.CLICKHOUSE, 4, "NULLABLE(,LOWCARDINALITY(,DATETIME64(,AGGREGATEFUNCTION(,FIXEDSTRING(,"
        + "ON CLUSTER,CODEC(,SIMPLEAGGREGATEFUNCTION(,ENUM8(,ENUM16(,MODIFY TTL,BLOOM_FILTER");
    put(marks, Dialect.CLICKHOUSE, 3, "UINT8,UINT16,UINT32,UINT64,INT32,INT64,FLOAT64,INT16,FLOAT32");
    put(marks, Dialect.SQLSERVER, 4, "DATETIME2,UNIQUEIDENTIFIER,NVARCHAR,NVARCHAR(,DATETIMEOFFSET,NONCLUSTERED,"
        + "SP_RENAME,IDENTITY(");
    return Map.copyOf(marks);
  }

  private static void postgresql(Map<String, Weight> marks) {
    put(marks, Dialect.POSTGRESQL, 3, "JSONB,TIMESTAMPTZ,TIMESTAMPTZ(,BIGSERIAL,SMALLSERIAL,SERIAL,BYTEA,CONCURRENTLY,"
        + "USING GIN,USING GIST,USING BRIN,PLPGSQL,REGCLASS,CITEXT,TSVECTOR,REGEXP_MATCHES(,CREATE EXTENSION,ALTER TYPE,CREATE TYPE,"
        + "CREATE DOMAIN,CREATE POLICY,ROW LEVEL,VALIDATE CONSTRAINT,NOT VALID,GEN_RANDOM_UUID(,UUID_GENERATE_V4(,"
        + "SEARCH_PATH,NEXTVAL(,CURRVAL(,SETVAL(,OWNED BY,ALTER DEFAULT,EXECUTE FUNCTION,EXECUTE PROCEDURE,"
        + "CREATE SEQUENCE,SECURITY DEFINER,JSONB_BUILD_OBJECT(,TO_TSVECTOR(,PG_CATALOG,PG_CLASS,ATTACH PARTITION,"
        + "TO_CHAR(,DATE_TRUNC(");
    put(marks, Dialect.POSTGRESQL, 1, "ILIKE,RETURNING,DO UPDATE,DO NOTHING,DOUBLE PRECISION,TIME ZONE,"
        + "COMMENT ON,IS DISTINCT,NOW(,ALTER INDEX,USING BTREE,ALTER COLUMN,ONLY,BOOLEAN,UUID,TIMESTAMP(,DROP CONSTRAINT");
  }

  private static void mysql(Map<String, Weight> marks) {
    put(marks, Dialect.MYSQL, 4, "UNSIGNED,UTF8MB4,MEDIUMTEXT,LONGTEXT,TINYTEXT,LONGBLOB,MEDIUMBLOB,TINYBLOB,"
        + "UPDATE CURRENT_TIMESTAMP,UNIQUE KEY,DROP FOREIGN,MODIFY COLUMN,CHANGE COLUMN,SET NAMES,FULLTEXT KEY,FULLTEXT INDEX,ADD FULLTEXT,"
        + "TINYINT(,INT(,BIGINT(,FOREIGN_KEY_CHECKS,SQL_MODE");
    put(marks, Dialect.MYSQL, 3, "MEDIUMINT,DELIMITER,VARBINARY(,CHARACTER SET,ADD KEY,FROM_UNIXTIME(,"
        + "UNIX_TIMESTAMP(,STRAIGHT_JOIN,ON DUPLICATE,USE");
    put(marks, Dialect.MYSQL, 2, "DATETIME(,DATETIME,TINYINT,ADD INDEX,IFNULL(,CHARSET,DUPLICATE KEY");
  }

  private static void put(Map<String, Weight> marks, Dialect dialect, int weight, String words) {
    for (String word : words.split(",")) {
      marks.put(word, new Weight(dialect, weight));
    }
  }
}
