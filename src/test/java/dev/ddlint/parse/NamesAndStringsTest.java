package dev.ddlint.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.ir.CreateEnum;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.text.SourceFile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How names are folded and cut, what strings hold, and what templates stand for. */
class NamesAndStringsTest {

  private static ObjectName dropped(String name) {
    return Sql.one(Drop.class, "DROP TABLE " + name).targets().get(0).name();
  }

  private static String label(String string) {
    return Sql.one(CreateEnum.class, "CREATE TYPE t AS ENUM (" + string + ")").values().get(0);
  }

  @Test
  void namesAreFoldedUnlessQuoted() {
    assertThat(dropped("Public.Users")).hasToString("public.users");
    assertThat(dropped("\"Public\".\"We\"\"ird\"")).hasToString("Public.We\"ird");
    assertThat(dropped("db.s.t")).as("a database in front is the current one").hasToString("s.t");
    assertThat(dropped("\u00C4Z").name()).as("only ASCII is folded").isEqualTo("\u00C4z");
    assertThat(dropped("U&\"d\\0061t\\+000061\"").name()).isEqualTo("data");
  }

  @Test
  void keywordsServeAsNames() {
    assertThat(dropped("value.table").toString()).isEqualTo("value.table");
    assertThat(Sql.one(CreateTable.class, "CREATE TABLE t (type text, key int, value int, comment text, date date)")
        .columns()).extracting(c -> c.name().name()).containsExactly("type", "key", "value", "comment", "date");
  }

  @Test
  void namesAreCutToSixtyThreeBytes() {
    assertThat(dropped("a".repeat(70)).name()).hasSize(63);
    assertThat(dropped('"' + "\u00E9".repeat(40) + '"').name()).as("62 bytes: no half character").hasSize(31);
    assertThat(dropped('"' + "\uD83D\uDE00".repeat(20) + '"').name()).isEqualTo("\uD83D\uDE00".repeat(15));
  }

  @Test
  void stringsInAllNotations() {
    assertThat(label("'it''s'")).isEqualTo("it's");
    assertThat(label("E'a\\n\\'b\\\\'")).isEqualTo("a\n'b\\");
    assertThat(label("E'\\x41\\101\\u0041\\U00000041'")).isEqualTo("AAAA");
    assertThat(label("U&'\\0041\\\\'")).isEqualTo("A\\");
    assertThat(label("$q$a'b$q$")).isEqualTo("a'b");
    assertThat(label("'a'\n  'b' -- c\n 'd'")).as("a string goes on in the next line").isEqualTo("abd");
  }

  @Test
  void goTemplatesStandForNames() {
    ScriptReader reader = new ScriptReader(Map.of("Namespace", "auth"), false);
    String sql = "DROP TABLE {{ index .Options \"Namespace\" }}.users;\nDROP TABLE \"{{ .Namespace }}\".\"x\";";
    assertThat(reader.read(new SourceFile("x", sql)).statements())
        .extracting(s -> ((Drop) s).targets().get(0).name().toString()).containsExactly("auth.users", "auth.x");
    assertThat(dropped("{{ index .Options \"Namespace\" }}.users")).hasToString("namespace.users");
    assertThat(dropped("{{ .A }}.users").span().length()).as("spans are the file's").isEqualTo(14);
  }

  @Test
  void flywayPlaceholdersWhereTheLayoutHasThem() {
    ScriptReader flyway = new ScriptReader(Map.of("prefix", "app_"), true);
    Drop drop = (Drop) flyway.read(new SourceFile("x", "DROP TABLE ${schema}.${prefix}users")).statements().get(0);
    assertThat(drop.targets().get(0).name()).hasToString("schema.app_users");
  }

  @Test
  void bracesInAStringAreNoTemplate() {
    assertThat(label("'{{1,2},{3}}'")).isEqualTo("{{1,2},{3}}");
  }
}
