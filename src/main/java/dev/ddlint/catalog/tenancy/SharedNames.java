package dev.ddlint.catalog.tenancy;

import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tables that all tenants share, told by their names. */
final class SharedNames {
  private static final Set<String> LOGIN = Set.of("user", "account", "session", "verification", "authenticator",
      "passkey");
  private static final List<String> LOGIN_BEGINNINGS = List.of("oauth", "saml", "sso", "jackson", "twofactor",
      "passkey", "verificationtoken", "authuser");
  private static final Set<String> MACHINERY = Set.of("job", "cron", "migration", "counter", "setting", "config",
      "configuration", "queue", "outbox", "lock");
  private static final Set<String> LISTS = Set.of("plan", "price", "country", "currency", "feature", "permission");

  /** Names of lists where they stand alone: a notification template is a tenant's more often than not. */
  private static final Set<String> LISTS_ALONE = Set.of("product", "template", "role");

  private SharedNames() {}

  /** Whether a row is a person, whichever tenant it works for. */
  static boolean isUser(Table table) {
    List<String> words = NameWords.singular(table.name());
    return words.equals(List.of("user")) || words.equals(List.of("auth", "user"));
  }

  /** Why the name says so. */
  static Optional<String> reason(Table table) {
    List<String> words = NameWords.singular(table.name());
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String joined = String.join("", words);
    String last = words.get(words.size() - 1);
    if (words.size() == 1 && LOGIN.contains(last) || LOGIN_BEGINNINGS.stream().anyMatch(joined::startsWith)) {
      return Optional.of("belongs to the login, which all tenants share");
    }
    if (MACHINERY.contains(last)
        || Stream.of("migration", "ratelimit", "cron", "messagequeue").anyMatch(joined::contains)) {
      return Optional.of("keeps the application running, as its name says");
    }
    return Optional.of("is a list that all tenants share, as its name says")
        .filter(reason -> LISTS.contains(last) || words.size() == 1 && LISTS_ALONE.contains(last));
  }
}
