package dev.ddlint.config;

import dev.ddlint.config.Configuration.Ignore;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the entries of {@code ignore:}. */
final class IgnoresReader {
  static final Set<String> KEYS = Set.of("rule", "object", "path", "reason", "until");

  private final Yaml yaml;
  private final RulesReader rules;

  IgnoresReader(Yaml yaml, RulesReader rules) {
    this.yaml = yaml;
    this.rules = rules;
  }

  List<Ignore> ignores(@Nullable Node node) throws ConfigurationException {
    if (node != null && !(node instanceof SequenceNode)) {
      throw yaml.error(node, "expected a list of entries such as {rule: drop-column, object: public.users.fax}");
    }
    List<Ignore> ignores = new ArrayList<>();
    for (Node item : yaml.items(node)) {
      ignores.add(ignore(item));
    }
    return List.copyOf(ignores);
  }

  private Ignore ignore(Node item) throws ConfigurationException {
    Map<String, Node> entries = yaml.entries(item, KEYS, "a key of `ignore`");
    Node rule = entries.get("rule");
    if (rule == null) {
      throw yaml.error(item, "an entry of `ignore` names its `rule`");
    }
    Node until = entries.get("until");
    Node path = entries.get("path");
    return new Ignore(rules.rule(rule), yaml.maybe(entries.get("object")),
        path == null ? Optional.empty() : Optional.of(yaml.glob(path)),
        yaml.maybe(entries.get("reason")), until == null ? Optional.empty() : Optional.of(date(until)),
        Yaml.line(item));
  }

  private LocalDate date(Node node) throws ConfigurationException {
    String written = yaml.text(node);
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw yaml.error(node, "`until` is a date such as 2027-01-31, not `" + written + "`");
    }
  }
}
