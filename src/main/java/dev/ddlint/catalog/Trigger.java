package dev.ddlint.catalog;

import dev.ddlint.ir.CreateTrigger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A trigger on a table.
 *
 * @param statement what made it
 */
public record Trigger(String name, Optional<CreateTrigger> statement, Origin origin) {
  private static final Pattern FOR_EACH_ROW = Pattern.compile("(?is).*\\bFOR\\s+(EACH\\s+)?ROW\\b.*");
  private static final Pattern FUNCTION = Pattern
      .compile("(?is)\\bEXECUTE\\s+(?:FUNCTION|PROCEDURE)\\s+(?:\"?\\w+\"?\\s*\\.\\s*)?\"?(\\w+)\"?\\s*\\(");

  public Trigger(String name, Origin origin) {
    this(name, Optional.empty(), origin);
  }

  /** Whether it fires for each row; partitions get such triggers too. */
  public boolean forEachRow() {
    return statement.filter(s -> FOR_EACH_ROW.matcher(s.definition().text()).matches()).isPresent();
  }

  /** The function that it calls, without its schema. */
  public Optional<String> function() {
    return statement.map(s -> FUNCTION.matcher(s.definition().text())).filter(m -> m.find()).map(m -> m.group(1));
  }

  Trigger withName(String other) {
    return new Trigger(other, statement, origin);
  }
}
