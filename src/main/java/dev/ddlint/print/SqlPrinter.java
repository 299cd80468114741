package dev.ddlint.print;

import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.IndexKey;
import dev.ddlint.ir.Maintenance;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.RefreshMaterializedView;
import dev.ddlint.ir.Rename;
import dev.ddlint.ir.StorageOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints the statements that advice is made of, each with its semicolon. */
public final class SqlPrinter {

  private SqlPrinter() {}

  /** CREATE INDEX. */
  public static String print(CreateIndex index) {
    return words("CREATE", index.unique() ? "UNIQUE" : "", "INDEX", index.concurrently() ? "CONCURRENTLY" : "",
        index.ifNotExists() ? "IF NOT EXISTS" : "", index.name().map(Names::of).orElse(""), "ON",
        index.only() ? "ONLY" : "", Names.of(index.table()), method(index.method()), keys(index.keys()),
        include(index.include()), index.nullsNotDistinct() ? "NULLS NOT DISTINCT" : "", options(index.options()),
        index.tablespace().map(name -> "TABLESPACE " + Names.of(name)).orElse(""),
        index.predicate().map(where -> "WHERE " + where.text()).orElse("")) + ";";
  }

  /** ALTER TABLE and its kin, all actions on one line. */
  public static String print(AlterTable alter) {
    String actions = alter.actions().stream().map(Actions::print).collect(Collectors.joining(", "));
    return words("ALTER", alter.kind().sql(), alter.ifExists() ? "IF EXISTS" : "", alter.only() ? "ONLY" : "",
        Names.of(alter.name()), actions) + ";";
  }

  /** DROP of objects that have a plain name: tables, indexes, views, types ... */
  public static String print(Drop drop) {
    String targets = drop.targets().stream().map(SqlPrinter::target).collect(Collectors.joining(", "));
    return words("DROP", drop.kind().sql(), drop.concurrently() ? "CONCURRENTLY" : "",
        drop.ifExists() ? "IF EXISTS" : "", targets, drop.cascade() ? "CASCADE" : "") + ";";
  }

  private static String target(Drop.Target target) {
    String signature = target.signature()
        .map(types -> "(" + types.stream().map(Types::of).collect(Collectors.joining(", ")) + ")").orElse("");
    String table = target.table().map(on -> " ON " + Names.of(on)).orElse("");
    return Names.of(target.name()) + signature + table;
  }

  /** REINDEX; the other commands of maintenance are not advised. */
  public static String print(Maintenance reindex) {
    String objects = reindex.objects().stream().map(Names::of).collect(Collectors.joining(", "));
    return words(reindex.kind().name(), reindex.target().sql(), reindex.concurrently() ? "CONCURRENTLY" : "", objects)
        + ";";
  }

  /** REFRESH MATERIALIZED VIEW. */
  public static String print(RefreshMaterializedView refresh) {
    return words("REFRESH MATERIALIZED VIEW", refresh.concurrently() ? "CONCURRENTLY" : "", Names.of(refresh.name()),
        refresh.withData() ? "" : "WITH NO DATA") + ";";
  }

  /** ALTER ... RENAME TO, and RENAME COLUMN or CONSTRAINT of a table. */
  public static String print(Rename rename) {
    String part = rename.part().map(old -> partKind(rename) + Names.of(old) + " ").orElse("");
    return words("ALTER", rename.part().isPresent() ? rename.holder().sql() : rename.kind().sql(),
        rename.ifExists() ? "IF EXISTS" : "", Names.of(rename.object()), "RENAME",
        part + "TO " + Names.of(rename.to())) + ";";
  }

  private static String partKind(Rename rename) {
    return rename.kind() == ObjectKind.CONSTRAINT || rename.kind() == ObjectKind.DOMAIN_CONSTRAINT
        ? "CONSTRAINT "
        : rename.kind() == ObjectKind.ATTRIBUTE ? "ATTRIBUTE " : "COLUMN ";
  }

  private static String method(String method) {
    return method.equals("btree") ? "" : "USING " + Names.of(method);
  }

  private static String keys(List<IndexKey> keys) {
    return "(" + keys.stream().map(SqlPrinter::key).collect(Collectors.joining(", ")) + ")";
  }

  static String key(IndexKey key) {
    return words(key.column().map(Names::of).or(() -> key.expression().map(e -> expression(e.text()))).orElse(""),
        key.collation().map(name -> "COLLATE " + path(name)).orElse(""),
        key.operatorClass().map(SqlPrinter::path).orElse(""),
        key.sort().orElse(""), key.nulls().map(nulls -> "NULLS " + nulls).orElse(""));
  }

  /** A function call may stand alone; any other expression needs parentheses. */
  private static String expression(String text) {
    return isCall(text) ? text : "(" + text + ")";
  }

  /** Whether the text is surely one call: a name, and the parenthesis behind it closes at the end. */
  private static boolean isCall(String text) {
    int open = text.indexOf('(');
    boolean plain = open > 0 && text.chars().noneMatch(c -> c == '\'' || c == '"' || c == '$' || c == '-')
        && text.substring(0, open).chars().allMatch(c -> c == '_' || c == '.' || Character.isLetterOrDigit(c));
    return plain && closing(text, open) == text.length() - 1;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The name of a collation or operator class: its schema is in front, but {@code en_US.utf8} is one name. */
  static String path(String joined) {
    int dot = joined.indexOf('.');
    boolean qualified = dot > 0 && Names.of(joined.substring(0, dot)).equals(joined.substring(0, dot));
    return qualified
        ? joined.substring(0, dot + 1) + Names.of(joined.substring(dot + 1))
        : Names.of(joined);
  }

  static String include(List<Identifier> columns) {
    return columns.isEmpty() ? "" : "INCLUDE (" + Names.list(columns) + ")";
  }

  private static String options(List<StorageOption> options) {
    String inside = options.stream().map(o -> o.name() + o.value().map(value -> "=" + setting(value)).orElse(""))
        .collect(Collectors.joining(", "));
    return options.isEmpty() ? "" : "WITH (" + inside + ")";
  }

  private static String setting(String value) {
    return value.matches("-?[0-9.]+|[a-z]+") ? value : Names.literal(value);
  }

  /** The words that are there, with one space between. */
  static String words(String... parts) {
    return List.of(parts).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }

  static String named(Optional<Identifier> name) {
    return name.map(n -> "CONSTRAINT " + Names.of(n)).orElse("");
  }
}
