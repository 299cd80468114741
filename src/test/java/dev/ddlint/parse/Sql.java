package dev.ddlint.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TableAction;
import dev.ddlint.text.SourceFile;
import java.util.List;

/** Shortens the examples of this package. */
final class Sql {
  private Sql() {}

  static Script script(String sql) {
    return new ScriptReader().read(new SourceFile("x.sql", sql));
  }

  static List<Statement> all(String sql) {
    return script(sql).statements();
  }

  /** The statements' texts, cut out of the file by their spans. */
  static List<String> texts(String sql) {
    return all(sql).stream().map(statement -> statement.span().of(sql)).toList();
  }

  static <S extends Statement> S one(Class<S> kind, String sql) {
    List<Statement> statements = all(sql);
    assertThat(statements).as(sql).hasSize(1);
    assertThat(statements.get(0)).as(sql).isInstanceOf(kind);
    return kind.cast(statements.get(0));
  }

  /** The only action behind {@code ALTER TABLE t}. */
  static <A extends TableAction> A action(Class<A> kind, String action) {
    List<TableAction> actions = one(AlterTable.class, "ALTER TABLE t " + action).actions();
    assertThat(actions).as(action).hasSize(1);
    assertThat(actions.get(0)).as(action).isInstanceOf(kind);
    return kind.cast(actions.get(0));
  }
}
