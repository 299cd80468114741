package dev.ddlint.rule.design;

import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OwnColumn;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import java.util.List;
import java.util.Set;

/** A column of text whose name says that it holds a secret, and nothing says that it is hashed or encrypted. */
@Rule("plaintext-secret-column")
@Concerns(Effect.SCHEMA_STATE)
public final class PlaintextSecretColumn implements SchemaRule {
  /** What is a secret when a name ends in it. */
  private static final Set<String> SECRETS = Set.of("password", "passwd", "passphrase", "pwd", "pin", "cvv", "cvc",
      "ssn", "secret");

  /** Two words that are one. */
  private static final List<List<String>> PAIRS = List.of(List.of("card", "number"), List.of("private", "key"),
      List.of("secret", "key"), List.of("pass", "word"), List.of("pin", "code"), List.of("security", "code"),
      List.of("social", "security", "number"), List.of("api", "secret"), List.of("secret", "access", "key"));

  /** With one of these the name says that the value is safe, or that it is something else about the secret. */
  private static final Set<String> SAFE = Set.of("hash", "hashed", "encrypted", "enc", "cipher", "ciphertext", "crypt",
      "bcrypt", "argon2", "scrypt", "digest", "masked", "last4", "last", "fingerprint", "vault", "ref", "reference",
      "arn", "path", "name", "id", "ids", "hint", "salt", "type", "reset", "policy", "public", "placeholder");

  /** A table with one of these columns keeps its values encrypted. */
  private static final Set<String> CRYPTO = Set.of("nonce", "iv", "salt", "cipher", "encrypted", "encryption", "kms");

  @Override
  public void check(Schema schema, Findings findings) {
    OwnColumn.of(schema).stream()
        .filter(own -> own.isText() && isSecret(own.words()) && !isBcrypt(own)
            && !isEncrypted(own.table()))
        .forEach(own -> report(own, findings));
  }

  private static boolean isSecret(List<String> words) {
    if (words.isEmpty() || words.stream().anyMatch(SAFE::contains)) {
      return false;
    }
    return SECRETS.contains(words.getLast()) || PAIRS.stream().anyMatch(pair -> endsWith(words, pair));
  }

  /** A hash by bcrypt has 60 characters, which nobody chooses for anything else. */
  private static boolean isBcrypt(OwnColumn own) {
    return own.column().type().filter(type -> type.modifiers().equals(List.of("60"))).isPresent();
  }

  private static boolean endsWith(List<String> words, List<String> end) {
    return words.size() >= end.size() && words.subList(words.size() - end.size(), words.size()).equals(end);
  }

  private static boolean isEncrypted(Table table) {
    return NameWords.of(table.name()).stream().anyMatch(SAFE::contains) || table.columns().stream()
        .anyMatch(column -> NameWords.of(column.name()).stream().anyMatch(CRYPTO::contains));
  }

  private static void report(OwnColumn own, Findings findings) {
    boolean password = own.words().stream().anyMatch(word -> word.startsWith("pass") || word.equals("pwd"));
    String column = own.written();
    boolean camel = !column.equals(column.toLowerCase(java.util.Locale.ROOT));
    String better = camel ? column + "Hash" : column + "_hash";
    String encrypted = camel
        ? "encrypted" + Character.toUpperCase(column.charAt(0)) + column.substring(1)
        : "encrypted_" + column;
    own.report(findings)
        .says("`%s` reads as a secret in plain text: backups, logs and replicas carry it", own.path())
        .fact("use", password
            ? "a slow hash, in a column that says so: `" + better + "`"
            : "a value that the application encrypts, in a column that says so: `" + encrypted + "`");
  }
}
