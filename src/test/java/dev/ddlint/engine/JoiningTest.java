package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.ConfigurationException;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Level;
import dev.ddlint.rule.RuleIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has one cause is told once, and nothing of it is lost. */
class JoiningTest {
  private static final String HISTORY = """
      CREATE TABLE teams (id bigint PRIMARY KEY);
      CREATE TABLE users (id bigint PRIMARY KEY, name text, fax text, telex text, pager text);
      CREATE TABLE orders (id bigint PRIMARY KEY, fax text);
      """;

  private static final RuleIndex RULES = RuleIndex.load();

  @TempDir
  private Path folder;

  private Result single(String migration) {
    return new Bench(folder).file("1.sql", HISTORY).file("2.sql", migration).lint("2.sql");
  }

  private List<Finding> joined(String migration) {
    return single(migration).joined(RULES).findings();
  }

  private static List<String> lines(Finding finding) {
    return finding.advice().orElseThrow().steps().stream().flatMap(step -> step.lines().stream()).toList();
  }

  private static List<String> whens(Finding finding) {
    return finding.advice().map(Advice::shape).orElseThrow();
  }

  @Test
  void columnsDroppedByOneStatementAreOneFinding() {
    String drop = "ALTER TABLE users DROP COLUMN fax, DROP COLUMN telex, DROP COLUMN pager;";
    assertThat(single(drop).findings()).hasSize(3);
    Finding one = joined(drop).getFirst();
    assertThat(joined(drop)).hasSize(1);
    assertThat(one.headline()).isEqualTo("dropping `users.fax` breaks running code that uses it, and its data is lost"
        + " (and 2 more columns: `telex`, `pager`)");
    assertThat(one.place().text()).isEqualTo("DROP COLUMN fax");
    assertThat(one.related()).extracting(Finding.Related::message).containsExactly("`fax` was made here",
        "`telex` too", "`pager` too", "`telex` was made here", "`pager` was made here");
    assertThat(one.related().get(1).place().text()).isEqualTo("DROP COLUMN telex");
    assertThat(lines(one)).containsExactly("-- take `fax` out of the code, and deploy",
        "-- take `telex` out of the code, and deploy", "-- take `pager` out of the code, and deploy",
        "ALTER TABLE users DROP COLUMN fax;", "ALTER TABLE users DROP COLUMN telex;",
        "ALTER TABLE users DROP COLUMN pager;");
    assertThat(one.others().oneStatement()).isTrue();
  }

  @Test
  void manyNamesAreCounted() {
    new Bench(folder).file("1a.sql", "ALTER TABLE users ADD the_number_of_the_second_fax text;\n"
        + "ALTER TABLE users ADD the_number_of_the_third_fax text;\n");
    assertThat(
        joined("ALTER TABLE users DROP fax, DROP the_number_of_the_second_fax, DROP the_number_of_the_third_fax;"))
        .extracting(Finding::headline).singleElement().asString().endsWith("its data is lost (and 2 more columns)");
  }

  @Test
  void keysOfOneTableWithoutAnIndexAreOneFindingWithAnIndexForEach() {
    Finding one = joined("CREATE TABLE members (id bigint PRIMARY KEY, team_id bigint REFERENCES teams,"
        + " user_id bigint REFERENCES users);").stream()
        .filter(finding -> finding.rule().equals("missing-foreign-key-index")).toList().getFirst();
    assertThat(one.count()).isEqualTo(2);
    assertThat(whens(one)).containsExactly("each alone in its file, outside a transaction");
    assertThat(lines(one)).containsExactly("CREATE INDEX CONCURRENTLY members_team_id_idx ON members (team_id);",
        "CREATE INDEX CONCURRENTLY members_user_id_idx ON members (user_id);");
  }

  @Test
  void whatDiffersOnlyInNamesIsSaidOnce() {
    Finding one = joined("ALTER TABLE users ADD a int NOT NULL, ADD b int NOT NULL;").getFirst();
    assertThat(one.count()).isEqualTo(2);
    assertThat(one.facts()).extracting(Finding.Fact::text).containsExactly("when users has a row (23502)",
        "even on an empty table, code that runs during the deploy inserts without `a` and fails");
  }

  @Test
  void indexesThatLockOneTableInOneMigrationAreOneFinding() {
    String build = "CREATE INDEX a ON users (fax);\nCREATE INDEX o ON orders (fax);\nCREATE INDEX b ON users (telex);\n";
    List<Finding> findings = joined(build);
    assertThat(findings).extracting(Finding::headline).containsExactly(
        "building `a` blocks all writes to `users` until it is done (and 1 more index: `b`)",
        "building `o` blocks all writes to `orders` until it is done");
    assertThat(findings.getFirst().others().oneStatement()).isFalse();
  }

  @Test
  void aLockEndsWithItsTransaction() {
    String a = "CREATE INDEX a ON users (fax);\n";
    String b = "CREATE INDEX b ON users (telex);\n";
    assertThat(joined("BEGIN;\n" + a + b + "COMMIT;")).hasSize(1);
    assertThat(joined("BEGIN;\n" + a + "SAVEPOINT s;\n" + b + "COMMIT;")).hasSize(1);
    assertThat(joined("BEGIN;\n" + a + "COMMIT;\nBEGIN;\n" + b + "COMMIT;")).hasSize(2);
    assertThat(joined(a + "BEGIN;\n" + b + "COMMIT;")).hasSize(2);
  }

  @Test
  void aLockEndsWithItsChangeset() {
    String a = "CREATE INDEX a ON users (fax);\n";
    String b = "CREATE INDEX b ON users (telex);\n";
    assertThat(changesets(a + b)).hasSize(1);
    assertThat(changesets(a + "--changeset x:2\n" + b)).hasSize(2);
  }

  private List<Finding> changesets(String migration) {
    String head = "--liquibase formatted sql\n--changeset x:1\n";
    return new Bench(folder).file("1.sql", head + HISTORY).file("2.sql", head + migration).lint("2.sql").joined(RULES)
        .findings();
  }

  @Test
  void anotherTableMigrationLevelOrAdviceIsAnotherFinding() {
    assertThat(joined("ALTER TABLE users DROP fax;\nALTER TABLE users DROP telex;")).hasSize(2);
    assertThat(joined("ALTER TABLE users DROP fax;\nALTER TABLE orders DROP fax;")).hasSize(2);
    assertThat(new Bench(folder).file("1.sql", HISTORY).file("2.sql", "CREATE INDEX a ON users (fax);")
        .file("3.sql", "CREATE INDEX b ON users (telex);").lint(".").joined(RULES).findings()).hasSize(2);
  }

  @Test
  void aFixOfAllIsOneFix() {
    Finding one = joined("""
        ALTER TABLE users ADD CONSTRAINT c CHECK (fax <> ''), ADD CONSTRAINT d CHECK (telex <> '');
        """).getFirst();
    assertThat(one.count()).isEqualTo(2);
    assertThat(one.fixes()).singleElement().satisfies(fix -> assertThat(fix.edits()).hasSize(2));
    assertThat(lines(one)).hasSize(4);
  }

  @Test
  void aBaselineAndACommentTakeOutOneOfThem() throws ConfigurationException {
    Result both = single("ALTER TABLE users DROP COLUMN fax, DROP COLUMN telex;");
    Baseline first = Baseline.parse(Baseline.of(both.findings().subList(0, 1), path -> path).text(), "b.tsv");
    assertThat(both.against(first).joined(RULES).findings()).extracting(Finding::headline)
        .containsExactly("dropping `users.telex` breaks running code that uses it, and its data is lost");
    assertThat(joined("""
        -- ddlint:ignore blocking-index-build: small
        CREATE INDEX a ON users (fax);
        CREATE INDEX b ON users (telex);
        """)).extracting(Finding::headline)
        .containsExactly("building `b` blocks all writes to `users` until it is done");
  }

  @Test
  void joinedOnceOrTwiceIsTheSame() {
    Result result = single("ALTER TABLE users DROP COLUMN fax, DROP COLUMN telex;").joined(RULES);
    assertThat(result.joined(RULES).findings()).isEqualTo(result.findings());
  }

  @Test
  void aDroppedIndexAndTheKeyThatLacksItAreOneFinding() {
    Bench bench = new Bench(folder).file("1.sql", HISTORY + """
        CREATE TABLE members (id bigint PRIMARY KEY, team_id bigint REFERENCES teams);
        CREATE INDEX members_team_id_idx ON members (team_id);
        """).file("2.sql", "DROP INDEX CONCURRENTLY members_team_id_idx;");
    assertThat(Bench.brief(bench.lint("."))).containsExactly("1.sql:4 missing-foreign-key-index",
        "2.sql:1 dropped-foreign-key-index");
    assertThat(Bench.brief(bench.lint(".").joined(RULES))).containsExactly("1.sql:4 missing-foreign-key-index");
    Finding one = bench.lint(".").joined(RULES).findings().getFirst();
    assertThat(one.related()).extracting(related -> related.place().text()).containsExactly("members_team_id_idx");
    assertThat(one.others().findings()).extracting(Finding::rule).containsExactly("dropped-foreign-key-index");
    assertThat(Bench.brief(bench.lint("2.sql").joined(RULES))).containsExactly("2.sql:1 dropped-foreign-key-index");
  }

  @Test
  void anErrorIsNotHiddenBehindAWarning() {
    List<Finding> two = new Bench(folder).file("1.sql", HISTORY + """
        CREATE TABLE members (id bigint PRIMARY KEY, team_id bigint REFERENCES teams);
        CREATE INDEX members_team_id_idx ON members (team_id);
        """).file("2.sql", "DROP INDEX CONCURRENTLY members_team_id_idx;").lint(".").findings();
    List<Finding> raised = List.of(two.get(0), two.get(1).at(Level.ERROR));
    List<Finding> lowered = List.of(two.get(0), two.get(1).at(Level.NOTE));
    assertThat(new LeftBehind(RULES).join(raised)).isEqualTo(raised);
    assertThat(new LeftBehind(RULES).join(lowered)).hasSize(1);
  }

  @Test
  void aDroppedForeignKeyAndTheColumnThatLacksItAreOneFinding() {
    String tables = Stream.of("a", "b", "c").map(name -> "CREATE TABLE " + name
        + " (id bigint PRIMARY KEY, tenant_id bigint NOT NULL REFERENCES tenants (id));\nCREATE INDEX ON " + name
        + " (tenant_id);\n").collect(Collectors.joining());
    Bench bench = new Bench(folder).file("1.sql", "CREATE TABLE tenants (id bigint PRIMARY KEY);\n" + tables)
        .file("2.sql", "ALTER TABLE a DROP CONSTRAINT a_tenant_id_fkey;");
    assertThat(Bench.brief(bench.lint("."))).containsExactly("1.sql:2 tenant-column-without-foreign-key",
        "2.sql:1 tenant-key-dropped");
    assertThat(Bench.brief(bench.lint(".").joined(RULES))).containsExactly("2.sql:1 tenant-key-dropped");
    assertThat(Bench.brief(bench.lint("1.sql").joined(RULES)))
        .containsExactly("1.sql:2 tenant-column-without-foreign-key");
  }

  @Test
  void linesOfAPrismaSchemaStandAlone() {
    Result result = new Bench(folder).file("schema.prisma", """
        datasource db {
          provider = "postgresql"
        }
        model A {
          id Int @id
          b  Int
          c  Int
          x  B @relation("b", fields: [b], references: [id])
          y  B @relation("c", fields: [c], references: [id])
        }
        model B {
          id Int @id
          as A[] @relation("b")
          cs A[] @relation("c")
        }
        """).lint(".");
    assertThat(result.findings()).filteredOn(finding -> finding.rule().equals("missing-foreign-key-index")).hasSize(2);
    assertThat(result.joined(RULES).findings()).isEqualTo(result.findings());
  }
}
