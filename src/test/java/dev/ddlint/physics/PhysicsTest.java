package dev.ddlint.physics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.State;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.physics.Effects.Certainty;
import dev.ddlint.physics.Effects.TransactionRule;
import dev.ddlint.physics.TypeChange.Cost;
import dev.ddlint.text.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhysicsTest {
  private static final Physics PHYSICS = Physics.of(14, Optional.empty());

  private static Statement parse(String sql) {
    return new ScriptReader().read(new SourceFile("x.sql", sql)).statements().get(0);
  }

  private static Effects effects(String setup, String sql) {
    State before = GroundTruth.fold(State.EMPTY, setup).beginFile();
    SourceFile file = new SourceFile("x.sql", sql);
    Statement statement = new ScriptReader().read(file).statements().get(0);
    return PHYSICS.effects(statement, before, before.apply(statement, file).changes());
  }

  private static TypeChange change(String from, String to, String using) {
    State before = GroundTruth.fold(State.EMPTY,
        "CREATE TYPE small AS ENUM ('a'); CREATE TYPE large AS ENUM ('a', 'b'); CREATE TABLE t (c " + from + ");");
    SourceFile file = new SourceFile("x.sql", "ALTER TABLE t ALTER COLUMN c TYPE " + to + using);
    Statement statement = new ScriptReader().read(file).statements().get(0);
    Change changed = before.apply(statement, file).changes().get(0);
    return PHYSICS.typeChange((Change.TypeChanged) changed, before, statement);
  }

  @Test
  void aTableOfThisStatementIsNotLocked() {
    Effects effects = effects("CREATE TABLE p (id int PRIMARY KEY);",
        "CREATE TABLE t (id int PRIMARY KEY, p int REFERENCES p CHECK (p > 0))");
    assertThat(effects.locks()).extracting(lock -> lock.table().name() + " " + lock.mode())
        .containsExactly("p SHARE_ROW_EXCLUSIVE");
    assertThat(effects.work()).isEqualTo(Work.CATALOG_ONLY);
  }

  @Test
  void nullsThatAreWrittenAsADefaultDoNotCollide() {
    assertThat(
        effects("CREATE TABLE t (a int);", "ALTER TABLE t ADD COLUMN b varchar(15) UNIQUE DEFAULT NULL").failure())
        .isEmpty();
    assertThat(effects("CREATE TABLE t (a int);", "ALTER TABLE t ADD COLUMN b varchar(15) UNIQUE DEFAULT ''").failure())
        .isPresent();
  }

  @Test
  void anUnknownTableIsLocked() {
    Effects effects = effects("", "ALTER TABLE old ADD COLUMN c int NOT NULL");
    assertThat(effects.strongest()).contains(LockMode.ACCESS_EXCLUSIVE);
    assertThat(effects.failure()).map(Effects.DataFailure::sqlState).contains("23502");
    assertThat(effects.certainty()).isEqualTo(Certainty.KNOWN);
  }

  @Test
  void anUnknownTypeMayBeRewritten() {
    Effects effects = effects("", "ALTER TABLE old ALTER COLUMN c TYPE text");
    assertThat(effects.work().rewrites()).isTrue();
    assertThat(effects.unseen()).contains("the old type of c, which this history does not show");
  }

  @Test
  void anUnknownTableMayHaveAProvingCheck() {
    assertThat(effects("", "ALTER TABLE old ALTER COLUMN c SET NOT NULL").certainty()).isEqualTo(Certainty.DEPENDS);
  }

  @Test
  void anUnknownFunctionMayBeVolatile() {
    Effects effects = effects("CREATE TABLE t (id int);", "ALTER TABLE t ADD COLUMN c text DEFAULT make_key()");
    assertThat(effects.work().rewrites()).isTrue();
    assertThat(effects.unseen()).contains("whether the function make_key is volatile");
  }

  @Test
  void aRewriteCountsOnce() {
    Effects effects = effects("CREATE TABLE t (a int, b int);",
        "ALTER TABLE t ALTER a TYPE bigint, ALTER b TYPE bigint, ALTER b SET NOT NULL");
    assertThat(effects.work().tables()).hasSize(1);
    assertThat(effects.work().scanned()).isEmpty();
  }

  @Test
  void aStatementInABlockCounts() {
    Effects effects = effects("CREATE TABLE t (a int);",
        "DO $$ BEGIN ALTER TABLE ONLY t ALTER a SET NOT NULL; EXCEPTION WHEN others THEN null; END $$");
    assertThat(effects.strongest()).contains(LockMode.ACCESS_EXCLUSIVE);
    assertThat(effects.work().kind()).isEqualTo(Work.Kind.SCAN);
  }

  @Test
  void aZoneFromOutsideIsTaken() {
    TypeChange change = change("timestamp", "timestamptz", "");
    assertThat(change.cost()).isEqualTo(Cost.UNKNOWN);
    assertThat(change.unseen()).hasValueSatisfying(unseen -> assertThat(unseen).contains("TimeZone"));
    assertThat(TimeCasts.isUtc("Etc/UTC")).isTrue();
    assertThat(TimeCasts.isUtc("Europe/London")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"small | large | USING c::text::large | never",
      "large | small | USING c::text::small | 22P02",
      "text | large | USING c::large | 22P02", "varchar(20) | varchar(10) | | 22001",
      "bigint | numeric(20,2) | | 22003",
      "int | bigint | | never", "text | uuid | USING NULLIF(c, '')::uuid | 22P02",
      "text | text[] | USING string_to_array(c, ';') | never", "text | varchar(10) | USING trim(c) | 22001",
      "timestamptz | date | | never"})
  void tellsWhatCanFail(String from, String to, String using, String state) {
    TypeChange change = change(from, to, using == null ? "" : " " + using);
    assertThat(change.failure().map(Effects.DataFailure::sqlState).orElse("never")).isEqualTo(state);
    assertThat(change.cost()).isEqualTo(Cost.REWRITES);
  }

  @ParameterizedTest
  @CsvSource({"timestamptz, date, its time of day", "'numeric(10,4)', int, its fraction",
      "timestamptz, timestamp, its time zone",
      "'numeric(10,4)', 'numeric(12,2)', digits behind the 2nd decimal place", "inet, cidr, the host part"})
  void tellsWhatIsLost(String from, String to, String loss) {
    assertThat(change(from, to, "").loss()).contains(loss);
  }

  @Test
  void aTypeThatNobodyMadeIsUnknown() {
    assertThat(change("geometry", "geography", "").unseen()).contains("what the type geometry is");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CREATE INDEX CONCURRENTLY i ON t (a)", "DROP INDEX CONCURRENTLY i",
      "REINDEX TABLE CONCURRENTLY t", "REINDEX SCHEMA public", "REINDEX DATABASE d", "VACUUM t", "VACUUM", "CLUSTER",
      "CREATE DATABASE d", "DROP DATABASE d", "ALTER SYSTEM SET work_mem = '8MB'",
      "CREATE TABLESPACE s LOCATION '/x'", "DROP TABLESPACE s", "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p",
      "ALTER TABLE t DETACH PARTITION p CONCURRENTLY", "COMMIT PREPARED 'x'"})
  void forbidsATransaction(String sql) {
    assertThat(Physics.forbiddenInTransaction(parse(sql))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CREATE INDEX i ON t (a)", "DROP INDEX i", "REINDEX TABLE t", "ANALYZE t",
      "CLUSTER t USING i",
      "ALTER TABLE t DETACH PARTITION p", "ALTER TYPE e ADD VALUE 'x'", "COMMIT"})
  void allowsATransaction(String sql) {
    assertThat(Physics.forbiddenInTransaction(parse(sql))).isFalse();
  }

  @Test
  void aPartitionedTableIsReindexedOutsideOfTransactions() {
    Effects effects = effects("CREATE TABLE t (a int) PARTITION BY RANGE (a);", "REINDEX TABLE t");
    assertThat(effects.transaction()).isEqualTo(TransactionRule.FORBIDDEN);
  }

  @Test
  void locksAreListedStrongestFirst() {
    Effects effects = effects("CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int);",
        "ALTER TABLE t ADD COLUMN p int REFERENCES p");
    assertThat(effects.locks()).extracting(Lock::mode)
        .isEqualTo(List.of(LockMode.ACCESS_EXCLUSIVE, LockMode.SHARE_ROW_EXCLUSIVE));
  }

  @Test
  void anArrayIsWrittenAsTextAndNeverFails() {
    assertThat(change("text[]", "text", "").failure()).isEmpty();
    assertThat(change("text[]", "varchar(5)", "").failure()).map(Effects.DataFailure::sqlState).contains("22001");
    assertThat(change("text", "text[]", " USING c::text[]").failure()).map(Effects.DataFailure::sqlState)
        .contains("22P02");
  }
}
