package dev.ddlint.prisma;

import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TypeName;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads SQL that a Prisma schema holds in strings, in the place where the engine would write it. What makes no sense
 * there is taken as it is.
 */
final class EmbeddedSql {

  private EmbeddedSql() {}

  static TypeName type(String sql, Span span) {
    Optional<TypeName> read = column(sql).filter(c -> c.constraints().isEmpty()).flatMap(ColumnDefinition::type);
    return read.map(t -> new TypeName(t.schema(), t.name(), t.modifiers(), t.dimensions(), t.setOf(),
        t.referencedColumn(), span)).orElseGet(
            () -> new TypeName(Optional.empty(), sql, List.of(), 0, false, Optional.empty(), span));
  }

  static Expression defaultValue(String sql, Span span) {
    Optional<Expression> read = column("int DEFAULT " + sql).filter(c -> c.constraints().size() == 1)
        .flatMap(c -> c.first(ColumnConstraint.Default.class)).map(ColumnConstraint.Default::value);
    return at(span, sql, read);
  }

  static Expression predicate(String sql, Span span) {
    Optional<Expression> read = statement("CREATE INDEX ON t (c) WHERE " + sql, CreateIndex.class)
        .flatMap(CreateIndex::predicate);
    return at(span, sql, read);
  }

  private static Expression at(Span span, String sql, Optional<Expression> read) {
    return read.map(e -> new Expression(e.text(), e.functions(), span)).orElseGet(
        () -> new Expression(sql, Set.of(), span));
  }

  private static Optional<ColumnDefinition> column(String sql) {
    return statement("CREATE TABLE t (c " + sql + ")", CreateTable.class)
        .filter(t -> t.columns().size() == 1 && t.constraints().isEmpty()).map(t -> t.columns().getFirst());
  }

  private static <S extends Statement> Optional<S> statement(String sql, Class<S> kind) {
    List<Statement> statements = new ScriptReader().read(new SourceFile("", sql)).statements();
    return statements.size() == 1 && kind.isInstance(statements.getFirst())
        ? Optional.of(kind.cast(statements.getFirst()))
        : Optional.empty();
  }
}
