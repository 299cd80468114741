package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.ScopeClass;
import java.util.List;
import java.util.Set;

/** Which unique keys are meant to span all tenants: their values tell nothing, or are chosen elsewhere. */
record GlobalKeys(Scoped scoped) {

  /** Words of values that nobody guesses, or that another system gives. */
  private static final Set<String> WORDS = Set.of("token", "secret", "hash", "hashed", "digest", "apikey", "code",
      "idempotency", "nonce", "signature", "fingerprint", "stripe", "external", "provider", "url", "uri", "domain",
      "hostname", "host", "addr", "subdomain", "email", "phone", "uuid", "guid", "cuid", "ulid", "nanoid", "oid",
      "checkpoint",
      "arn",
      "etag", "checksum", "sha", "sha256", "md5", "jti", "otp", "cursor", "webhook", "bucket");

  /** Words of tables whose rows stand for objects in a store, which knows each by one key. */
  private static final Set<String> STORES = Set.of("file", "files", "upload", "uploads", "blob", "blobs", "object",
      "objects", "attachment", "attachments", "asset", "assets");

  private static final Set<String> GENERATORS = Set.of("gen_random_uuid", "uuid_generate_v4", "uuid_generate_v1",
      "uuid_generate_v7", "uuidv7", "uuidv4", "nextval", "cuid", "nanoid", "ulid", "gen_random_bytes", "md5");

  boolean isMeantFor(Index index, List<Column> columns) {
    return columns.stream().anyMatch(column -> isGenerated(column) || isNamedSo(column, columns.size()))
        || holdsParent(columns) || holdsIdentity(columns)
        || index.keys().stream().allMatch(key -> key.column().isEmpty()
            && key.references().stream().flatMap(n -> scoped.table().column(n).stream())
                .anyMatch(column -> isNamedSo(column, 1)));
  }

  private static boolean isGenerated(Column column) {
    return column.generation().isIdentity() || column.defaultValue()
        .filter(value -> value.functions().stream().anyMatch(GENERATORS::contains)).isPresent();
  }

  /** A single identifier that is no foreign key is public or another system's. */
  private boolean isNamedSo(Column column, int size) {
    List<String> words = NameWords.of(column.name());
    String joined = String.join("", words);
    boolean external = words.stream().anyMatch(WORDS::contains) || joined.contains("apikey")
        || joined.contains("invitecode") || joined.startsWith("share") || joined.startsWith("public");
    boolean identifier = size == 1 && words.size() > 1 && words.get(words.size() - 1).equals("id");
    boolean own = size == 1 && column.name().equalsIgnoreCase("id");
    boolean stored = words.get(words.size() - 1).equals("key") && NameWords.of(scoped.table().name()).stream()
        .anyMatch(STORES::contains);
    boolean secret = column.name().equalsIgnoreCase("key") && NameWords.of(scoped.table().name()).stream()
        .anyMatch(word -> word.equals("api") || word.startsWith("token") || word.startsWith("secret"));
    return stored || secret || external || identifier || own;
  }

  /** A foreign key to a row that has a tenant ties the value to that one; alone it makes a one-to-one. */
  private boolean holdsParent(List<Column> columns) {
    Table table = scoped.table();
    return table.constraints(ForeignKey.class).stream()
        .filter(key -> key.columns().stream().anyMatch(n -> columns.stream().anyMatch(c -> c.number() == n)))
        .anyMatch(key -> columns.size() == 1 || isScoped(key));
  }

  /** The rows' own identity, or the name of one row of another table, as projects without foreign keys have it. */
  private boolean holdsIdentity(List<Column> columns) {
    List<Integer> numbers = columns.stream().map(Column::number).toList();
    boolean own = scoped.table().primaryKey().filter(key -> numbers.containsAll(key.columns())).isPresent();
    return own || columns.stream().anyMatch(column -> isIdentifier(column) && !isShared(column));
  }

  private static boolean isIdentifier(Column column) {
    List<String> words = NameWords.of(column.name());
    return words.size() > 1 && words.get(words.size() - 1).equals("id");
  }

  /** Of a user there are rows in several tenants. */
  private boolean isShared(Column column) {
    return NameWords.of(column.name()).contains("user") || scoped.table().constraints(ForeignKey.class).stream()
        .anyMatch(key -> key.columns().contains(column.number()) && !isScoped(key));
  }

  private boolean isScoped(ForeignKey key) {
    return scoped.schema().catalog().table(key.target())
        .filter(target -> !scoped.model().is(target, ScopeClass.SHARED)
            && !scoped.model().is(target, ScopeClass.UNSCOPED))
        .isPresent();
  }
}
