package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.ConfigurationException;
import dev.ddlint.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A baseline holds back what was there, and nothing else. */
class BaselineTest {
  private static final String HISTORY = "CREATE TABLE users (id bigint PRIMARY KEY, name text, fax text);\n";

  @TempDir
  private Path folder;

  private static Result against(Result before, Result now) throws ConfigurationException {
    return now.against(baseline(before.findings()));
  }

  private static Baseline baseline(List<Finding> findings) throws ConfigurationException {
    return Baseline.parse(Baseline.of(findings, path -> path).text(), "b.tsv");
  }

  @Test
  void holdsBackWhatWasThere() throws ConfigurationException {
    Result then = new Bench(folder).file("1.sql", HISTORY).file("2.sql", "ALTER TABLE users DROP COLUMN fax;")
        .lint(".");
    assertThat(Bench.brief(then)).containsExactly("2.sql:1 drop-column");
    assertThat(against(then, then).findings()).isEmpty();
    assertThat(against(then, then).heldBack()).hasSize(1);
  }

  @Test
  void layoutCommentsAndFileNamesDoNotCount() throws ConfigurationException {
    Result then = new Bench(folder.resolve("a")).file("1.sql", HISTORY)
        .file("2.sql", "ALTER TABLE users DROP COLUMN fax, ALTER name TYPE varchar(10);").lint(".");
    Result now = new Bench(folder.resolve("b")).file("db/10.sql", "-- all users\n" + HISTORY).file("db/20.sql", """
        /* agreed */ alter table users -- the old ones
          drop column /* nobody faxes */ fax,
          alter name type VARCHAR( 10 );
        """).lint(".");
    assertThat(then.findings()).hasSizeGreaterThan(1);
    assertThat(against(then, now).findings()).isEmpty();
  }

  @Test
  void oneEntryHoldsBackOneFinding() throws ConfigurationException {
    String again = "UPDATE users SET name = 'x';\nALTER TABLE users ALTER name SET NOT NULL;\n"
        + "ALTER TABLE users ALTER name DROP NOT NULL;\n";
    Result then = new Bench(folder).file("1.sql", HISTORY).file("2.sql", again)
        .lint(Configuration.DEFAULT, "2.sql");
    Result now = new Bench(folder).file("3.sql", again).lint(".");
    assertThat(now.findings()).hasSize(2 * then.findings().size());
    assertThat(Bench.brief(against(then, now))).allMatch(brief -> brief.startsWith("3.sql"))
        .hasSize(then.findings().size());
  }

  @Test
  void whatIsGoneCanBePruned() throws ConfigurationException {
    Result then = new Bench(folder).file("1.sql", HISTORY)
        .file("2.sql", "ALTER TABLE users DROP COLUMN fax; ALTER TABLE users RENAME name TO label;").lint(".");
    Result now = new Bench(folder).file("2.sql", "ALTER TABLE users DROP COLUMN fax;").lint(".");
    Baseline kept = baseline(then.findings()).pruned(baseline(now.findings()), file -> true);
    assertThat(entries(kept)).singleElement().asString().endsWith("\tdrop-column\tpublic.users.fax\t2.sql");
  }

  private static List<String> entries(Baseline baseline) {
    return baseline.text().lines().filter(line -> !line.startsWith("#")).toList();
  }

  /** A run over one file does not know what is found in others. */
  @Test
  void whatARunDidNotLookAtIsNotPruned() throws ConfigurationException {
    Bench bench = new Bench(folder).file("1.sql", HISTORY).file("2.sql", "ALTER TABLE users DROP COLUMN fax;")
        .file("3.sql", "ALTER TABLE users RENAME name TO label;");
    Baseline all = baseline(bench.lint(".").findings());
    List<Finding> second = bench.file("2.sql", "SELECT 1;").lint("2.sql").findings();
    Baseline kept = all.pruned(baseline(second), "2.sql"::equals);
    assertThat(entries(kept)).singleElement().asString().endsWith("\trename-column\tpublic.users.name\t3.sql");
    assertThat(kept.size()).isEqualTo(1);
    assertThat(entries(all.pruned(baseline(List.of()), file -> false))).as("in the same order").isEqualTo(entries(all));
  }

  /** Two files say the same, and one of them was not looked at. */
  @Test
  void whatIsFoundInOneFileIsNotTakenForTheOther() throws ConfigurationException {
    Bench bench = new Bench(folder).file("a/1.sql", "DROP TABLE users;").file("b/1.sql", "DROP TABLE users;");
    Baseline both = baseline(bench.lint(".").findings());
    Baseline ofB = baseline(bench.lint("b").findings());
    assertThat(both.size()).isEqualTo(2);
    assertThat(entries(both.pruned(ofB, file -> file.startsWith("b/")))).isEqualTo(entries(both));
    assertThat(entries(both.renewed(ofB, file -> file.startsWith("b/")))).isEqualTo(entries(both));
    assertThat(entries(both.pruned(ofB, file -> true))).isEqualTo(entries(ofB));
    assertThat(entries(ofB.pruned(both, file -> true))).as("nothing is added").isEqualTo(entries(ofB));
  }

  @Test
  void aFileThatMovedKeepsItsEntry() throws ConfigurationException {
    Baseline then = baseline(new Bench(folder.resolve("x")).file("a/1.sql", "DROP TABLE users;").lint(".").findings());
    Baseline now = baseline(new Bench(folder.resolve("y")).file("b/1.sql", "DROP TABLE users;").lint(".").findings());
    assertThat(entries(then.pruned(now, file -> true))).isEqualTo(entries(now));
    assertThat(entries(then.pruned(now, file -> file.startsWith("b/")))).isEqualTo(entries(now));
  }

  /** Its name is no clearer for a statement more. */
  @Test
  void whatIsSaidOfAWholeMigrationIsNotOfItsFirstStatement() throws ConfigurationException {
    Bench bench = new Bench(folder).file("001_users.sql", HISTORY).file("002_update.sql", "SELECT 1;");
    Result then = bench.lint(".");
    assertThat(Bench.brief(then)).containsExactly("002_update.sql:1 vague-migration-name");
    assertThat(against(then, bench.file("002_update.sql", "SELECT 2;\nSELECT 1;").lint(".")).findings()).isEmpty();
  }

  /** What has no object of its own is known by its words. */
  @Test
  void aStatementThatIsNotUnderstoodStaysTheSameToo() throws ConfigurationException {
    Result then = new Bench(folder.resolve("a")).file("1.sql", "ALTER TABLE users FROBNICATE COLUMN fax;").lint(".");
    Result now = new Bench(folder.resolve("b"))
        .file("9.sql", "alter table USERS -- why\n  frobnicate\n  column fax;").lint(".");
    assertThat(Bench.brief(then)).containsExactly("1.sql:1 unparsed-statement");
    assertThat(against(then, now).findings()).isEmpty();
  }

  @Test
  void aBrokenLineIsNamed() {
    assertThatThrownBy(() -> Baseline.parse("# ddlint baseline 1\nabc\tdrop-column\n", "b.tsv"))
        .hasMessageStartingWith("b.tsv:2: expected a fingerprint of 32 hexadecimal digits, not `abc`");
  }
}
