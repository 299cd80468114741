package dev.ddlint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.ir.Statement;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What changes a statement makes. */
class ChangeTest {
  private static final String BEFORE = """
      CREATE TABLE a (id int PRIMARY KEY, n int);
      CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a ON DELETE CASCADE, x text);
      CREATE INDEX i ON b (x);
      """;

  /** The changes of the statements after {@link #BEFORE}, each as its kind and the text that its span covers. */
  private static List<String> changes(String sql) {
    List<String> words = new ArrayList<>();
    all(sql).forEach(change -> words.add(change.getClass().getSimpleName() + ": "
        + change.span().of(BEFORE + sql)));
    return words;
  }

  private static List<Change> all(String sql) {
    SourceFile file = new SourceFile("m.sql", BEFORE + sql);
    List<Change> changes = new ArrayList<>();
    State state = State.EMPTY;
    for (Statement statement : new ScriptReader().read(file).statements()) {
      State.Step step = state.apply(statement, file);
      if (statement.span().start() >= BEFORE.length()) {
        changes.addAll(step.changes());
      }
      state = step.after();
    }
    return changes;
  }

  @Test
  void aForeignKeyIsOneEventInEveryForm() {
    assertThat(changes("CREATE TABLE c (a int REFERENCES a)")).containsExactly(
        "TableCreated: CREATE TABLE c (a int REFERENCES a)", "ForeignKeyAdded: REFERENCES a");
    assertThat(changes("CREATE TABLE c (a int, FOREIGN KEY (a) REFERENCES a)")).containsExactly(
        "TableCreated: CREATE TABLE c (a int, FOREIGN KEY (a) REFERENCES a)",
        "ForeignKeyAdded: FOREIGN KEY (a) REFERENCES a");
    assertThat(changes("ALTER TABLE a ADD COLUMN b int REFERENCES b")).containsExactly(
        "ColumnAdded: ADD COLUMN b int REFERENCES b", "ForeignKeyAdded: REFERENCES b");
    assertThat(changes("ALTER TABLE a ADD CONSTRAINT k FOREIGN KEY (n) REFERENCES b")).containsExactly(
        "ForeignKeyAdded: CONSTRAINT k FOREIGN KEY (n) REFERENCES b");
  }

  @Test
  void eachActionIsItsOwnEvent() {
    assertThat(changes("ALTER TABLE b ALTER x TYPE varchar(9), ALTER x SET NOT NULL, ALTER x SET DEFAULT '', "
        + "ADD UNIQUE (x), ADD CHECK (x <> '')")).containsExactly("TypeChanged: ALTER x TYPE varchar(9)",
            "NotNullSet: ALTER x SET NOT NULL", "DefaultSet: ALTER x SET DEFAULT ''", "KeyAdded: UNIQUE (x)",
            "CheckAdded: CHECK (x <> '')");
  }

  @Test
  void aDropNamesWhatWentBesides() {
    Change dropped = all("DROP TABLE a CASCADE").get(0);
    assertThat(((Change.TableDropped) dropped).dependents()).containsExactly("foreign key b_a_fkey of b");
    Change column = all("ALTER TABLE b DROP COLUMN x").get(0);
    assertThat(((Change.ColumnDropped) column).dependents()).containsExactly("index i");
    Change key = all("ALTER TABLE a DROP CONSTRAINT a_pkey CASCADE").get(0);
    assertThat(((Change.ConstraintDropped) key).dependents()).containsExactly("foreign key b_a_fkey of b");
  }

  @Test
  void aWriteInsideWithIsOneMore() {
    assertThat(changes("WITH x AS (DELETE FROM a RETURNING *) INSERT INTO b SELECT id FROM x")).containsExactly(
        "RowsWritten: DELETE FROM a RETURNING *",
        "RowsWritten: WITH x AS (DELETE FROM a RETURNING *) INSERT INTO b SELECT id FROM x");
    assertThat(changes("WITH x AS (SELECT 1), y AS (UPDATE a SET n = 1 WHERE id = 2 RETURNING n) SELECT * FROM y"))
        .containsExactly("RowsWritten: UPDATE a SET n = 1 WHERE id = 2 RETURNING n");
  }

  @Test
  void whatIsThereAlreadyChangesNothing() {
    assertThat(changes("CREATE TABLE IF NOT EXISTS a (id int)")).isEmpty();
    assertThat(changes("ALTER TABLE a ADD COLUMN IF NOT EXISTS n int")).isEmpty();
    assertThat(changes("CREATE INDEX IF NOT EXISTS i ON b (x)")).isEmpty();
    assertThat(changes("DROP INDEX IF EXISTS nowhere")).isEmpty();
  }

  @Test
  void partitionsAreNoEventsOfTheirOwn() {
    assertThat(changes("""
        CREATE TABLE p (id int) PARTITION BY RANGE (id);
        CREATE TABLE p1 PARTITION OF p DEFAULT;
        CREATE INDEX pi ON p (id)""")).containsExactly(
        "TableCreated: CREATE TABLE p (id int) PARTITION BY RANGE (id)",
        "TableCreated: CREATE TABLE p1 PARTITION OF p DEFAULT", "IndexBuilt: CREATE INDEX pi ON p (id)");
  }

  @Test
  void tablesAreGivenAsTheyWereBefore() {
    Change.ColumnAdded added = (Change.ColumnAdded) all("ALTER TABLE a ADD COLUMN z int").get(0);
    assertThat(added.table().column("z")).isEmpty();
    Change.TypeChanged changed = (Change.TypeChanged) all("ALTER TABLE a ALTER n TYPE bigint").get(0);
    assertThat(changed.from().orElseThrow().is("int4")).isTrue();
    assertThat(changed.to().is("int8")).isTrue();
  }
}
