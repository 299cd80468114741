package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Table;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.Privileges;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.Schema.Granted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may use which table, as the history's GRANT and REVOKE leave it. */
record Grants(Schema schema) {
  private static final Set<String> WHOLE = Set.of("ALL", "ALL PRIVILEGES", "SELECT");

  /** Whether nobody but privileged roles is left who could use it: all that reach it had it revoked. */
  boolean areTakenBack(Table table) {
    Map<String, Boolean> last = last(table);
    Set<String> reaching = ClientRoles.areUsed(schema) ? ClientRoles.all() : last.keySet();
    return !last.isEmpty() && reaching.stream().noneMatch(role -> last.getOrDefault(role, true))
        && !last.getOrDefault("public", false);
  }

  /** Whether a role that policies hold for may use it. Clients' roles may use what they have not lost. */
  boolean reach(Table table) {
    return ClientRoles.areUsed(schema)
        ? !areTakenBack(table)
        : last(table).entrySet().stream().anyMatch(role -> role.getValue() && !Guard.isPrivileged(role.getKey()));
  }

  /** What was said last of each role: whether it may use the table. */
  private Map<String, Boolean> last(Table table) {
    Map<String, Boolean> last = new LinkedHashMap<>();
    schema.granted().stream().filter(granted -> isOf(granted, table))
        .filter(granted -> granted.statement().grant() || isWhole(granted.statement()))
        .forEach(granted -> granted.statement().grantees()
            .forEach(role -> last.put(role, granted.statement().grant())));
    return last;
  }

  /** Taking back one privilege of several leaves the table within reach. */
  private static boolean isWhole(Privileges revoked) {
    List<String> privileges = revoked.privileges();
    return privileges.isEmpty() || privileges.stream().anyMatch(WHOLE::contains);
  }

  private static boolean isOf(Granted granted, Table table) {
    Privileges statement = granted.statement();
    boolean inSchema = statement.inSchema().map(name -> name.name().equals(table.schema())).orElse(true);
    boolean older = table.id().value() <= granted.newest();
    return switch (statement.scope()) {
      case OBJECTS -> granted.table().filter(table.id()::equals).isPresent();
      case ALL_IN_SCHEMA -> statement.kind() == ObjectKind.TABLE && inSchema && older;
      case DEFAULTS -> statement.kind() == ObjectKind.TABLE && inSchema && !older;
      case ROLE_MEMBERSHIP -> false;
    };
  }
}
