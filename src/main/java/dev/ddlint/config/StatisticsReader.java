package dev.ddlint.config;

import dev.ddlint.physics.Statistics.Size;
import dev.ddlint.text.FileTrouble;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads the sizes of tables: {@code {"tables": [{"table": "public.users", "rows": 120000, "bytes": 9000000, "indexes":
 * 4000000}]}}; {@code rows} and {@code indexes} may be left out. JSON is YAML, which configurations are read with anyway.
 */
public final class StatisticsReader {
  /** Room for 100,000 tables. */
  private static final int LARGEST = 16 << 20;
  private static final Set<String> KEYS = Set.of("table", "rows", "bytes", "indexes");

  private final Path file;
  private final Yaml yaml;

  public StatisticsReader(Path file) {
    this.file = file;
    this.yaml = new Yaml(file, LARGEST);
  }

  /** The sizes by {@code schema.table}. */
  public Map<String, Size> read() throws ConfigurationException {
    try {
      Optional<Node> root = yaml.document(Files.readString(file));
      if (root.isEmpty()) {
        throw new ConfigurationException(file + ": is empty; expected what the query of the README gives");
      }
      Map<String, Size> sizes = new HashMap<>();
      for (Node item : yaml.items(yaml.entries(root.get(), Set.of("tables"), "a key of the sizes").get("tables"))) {
        Map<String, Node> entry = yaml.entries(item, KEYS, "a key of a table's size");
        sizes.put(table(item, entry), new Size(number(entry.get("rows")), bytes(item, entry),
            number(entry.get("indexes"))));
      }
      return sizes;
    } catch (IOException e) {
      throw new ConfigurationException(file + ": cannot be read (" + FileTrouble.of(e) + ")");
    }
  }

  private String table(Node item, Map<String, Node> entry) throws ConfigurationException {
    String table = yaml.maybe(entry.get("table")).orElse("");
    if (table.indexOf('.') < 1) {
      throw yaml.error(item, "an entry of `tables` names its `table` with its schema, such as public.users");
    }
    return table;
  }

  private long bytes(Node item, Map<String, Node> entry) throws ConfigurationException {
    if (!entry.containsKey("bytes")) {
      throw yaml.error(item, "an entry of `tables` tells the `bytes` that the table takes");
    }
    return number(entry.get("bytes"));
  }

  /** What is not known is {@code null}, which counts as nothing. */
  private long number(@Nullable Node node) throws ConfigurationException {
    String written = node == null ? "null" : yaml.text(node);
    if (node == null || written.equals("null")) {
      return 0;
    }
    if (!written.matches("[0-9]{1,18}|[0-9.]{1,20}[eE]\\+?[0-9]{1,2}")) {
      throw yaml.error(node, "expected a number, not `" + written + "`");
    }
    return new BigDecimal(written).longValue();
  }
}
