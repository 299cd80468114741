package dev.ddlint.rule.tenancy;

import java.util.List;
import java.util.Locale;

/** Words of messages about policies. */
final class PolicyWords {

  private PolicyWords() {}

  /** Whom the policy admits. */
  static String who(Guard guard) {
    List<String> roles = guard.policy().roles();
    return roles.isEmpty() || roles.contains("public")
        ? "every role"
        : String.join(" and ", roles.stream().map(r -> "`" + r + "`").toList());
  }

  /** {@code see, change and delete}. */
  static String verbs(List<String> commands) {
    List<String> words = commands.stream().map(PolicyWords::verb).toList();
    int last = words.size() - 1;
    return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  private static String verb(String command) {
    return switch (command) {
      case "SELECT" -> "see";
      case "INSERT" -> "insert";
      case "UPDATE" -> "change";
      case "DELETE" -> "delete";
      default -> command.toLowerCase(Locale.ROOT);
    };
  }
}
