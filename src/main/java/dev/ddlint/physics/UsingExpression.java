package dev.ddlint.physics;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Catalog.QualifiedName;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.UserType;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TypeName;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.physics.Words.Word;
import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The expression of {@code ALTER COLUMN ... TYPE ... USING}, when it is nothing but casts of the same column: the server
 * plans it like the cast that it would make itself (physics: type_text_to_uuid_using, type_enum_swap_prisma).
 */
final class UsingExpression {
  private final Moment moment;
  private final String column;

  UsingExpression(Moment moment, String column) {
    this.moment = moment;
    this.column = column;
  }

  /** The types that the column is cast to, one after another; empty for any other expression. */
  Optional<List<DataType>> casts(Expression using) {
    return casts(Words.of(using.text()));
  }

  boolean readsColumn(Expression using) {
    return Words.of(using.text()).stream().anyMatch(word -> word.isName() && word.text().equals(column));
  }

  boolean hasCast(Expression using) {
    return Words.of(using.text()).stream().anyMatch(word -> word.is("::") || word.is("cast"));
  }

  private Optional<List<DataType>> casts(List<Word> words) {
    int last = lastCast(words);
    if (last > 0) {
      return chain(words.subList(0, last), words.subList(last + 1, words.size()));
    }
    int size = words.size();
    boolean wrapped = size > 2 && words.get(0).is("(") && words.get(size - 1).is(")");
    if (wrapped) {
      return casts(words.subList(1, size - 1));
    }
    boolean function = size > 5 && words.get(0).is("cast") && words.get(1).is("(") && words.get(size - 1).is(")");
    if (function) {
      int as = lastAs(words);
      return as > 2 ? chain(words.subList(2, as), words.subList(as + 1, size - 1)) : Optional.empty();
    }
    boolean plain = size == 1 || size == 3 && words.get(1).is(".");
    return plain && words.get(size - 1).isName() && words.get(size - 1).text().equals(column)
        ? Optional.of(List.of())
        : Optional.empty();
  }

  private Optional<List<DataType>> chain(List<Word> inner, List<Word> type) {
    Optional<List<DataType>> before = casts(inner);
    Optional<DataType> target = type(type);
    if (before.isEmpty() || target.isEmpty()) {
      return Optional.empty();
    }
    List<DataType> all = new ArrayList<>(before.get());
    all.add(target.get());
    return Optional.of(List.copyOf(all));
  }

  /** The last {@code ::} outside of parentheses. */
  private static int lastCast(List<Word> words) {
    int depth = 0;
    for (int i = words.size() - 1; i >= 0; i--) {
      depth += words.get(i).is(")") ? 1 : words.get(i).is("(") ? -1 : 0;
      if (depth == 0 && words.get(i).is("::")) {
        return i;
      }
    }
    return -1;
  }

  private static int lastAs(List<Word> words) {
    int at = words.size() - 1;
    while (at > 0 && !words.get(at).is("as")) {
      at--;
    }
    return at;
  }

  /** Reads a type as the parser does, in the clause where types stand; anything else gives nothing. */
  private Optional<DataType> type(List<Word> words) {
    String written = words.stream()
        .map(word -> word.quoted() ? '"' + word.text().replace("\"", "\"\"") + '"' : word.text())
        .collect(Collectors.joining(" "));
    List<Statement> statements = new ScriptReader()
        .read(new SourceFile("", "ALTER TABLE t ALTER COLUMN c TYPE " + written)).statements();
    boolean read = statements.size() == 1 && statements.get(0) instanceof AlterTable alter
        && alter.actions().size() == 1 && alter.actions().get(0) instanceof TableAction.ChangeType change
        && change.using().isEmpty();
    return read ? Optional.of(type(statements.get(0))) : Optional.empty();
  }

  private DataType type(Statement statement) {
    TypeName name = ((TableAction.ChangeType) ((AlterTable) statement).actions().get(0)).type();
    Catalog catalog = moment.catalog();
    List<String> schemas = name.schema().map(List::of).orElse(moment.before().session().searchPath());
    Optional<ObjectId> user = schemas.stream()
        .flatMap(
            schema -> Optional.ofNullable(catalog.typeNames().get(new QualifiedName(schema, name.name()))).stream())
        .findFirst();
    return new DataType(name, user.flatMap(catalog::type).map(UserType::id));
  }
}
