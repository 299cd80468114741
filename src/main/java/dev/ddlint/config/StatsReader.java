package dev.ddlint.config;

import dev.ddlint.physics.Statistics;
import dev.ddlint.physics.Throughput;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what stands under {@code stats:}: a file, or a file with what counts as small, large and fast. */
final class StatsReader {
  static final Set<String> KEYS = Set.of("file", "small", "large", "scan", "index-build", "rewrite");
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,8}) ?(k|m|g|t)b");

  private final Path configuration;
  private final Yaml yaml;

  StatsReader(Path configuration, Yaml yaml) {
    this.configuration = configuration;
    this.yaml = yaml;
  }

  Statistics read(@Nullable Node node) throws ConfigurationException {
    if (node == null) {
      return Statistics.NONE;
    }
    if (!(node instanceof MappingNode)) {
      return Statistics.NONE.withSizes(sizes(node));
    }
    Map<String, Node> entries = yaml.entries(node, KEYS, "a key of `stats`");
    Statistics.Thresholds thresholds = new Statistics.Thresholds(
        size(entries.get("small"), Statistics.Thresholds.DEFAULT.small()),
        size(entries.get("large"), Statistics.Thresholds.DEFAULT.large()));
    if (thresholds.small() >= thresholds.large()) {
      throw yaml.error(node, "`small` is less than `large`");
    }
    Throughput speed = new Throughput(size(entries.get("scan"), Throughput.DEFAULT.scan()),
        size(entries.get("index-build"), Throughput.DEFAULT.indexBuild()),
        size(entries.get("rewrite"), Throughput.DEFAULT.rewrite()));
    Node file = entries.get("file");
    return new Statistics(file == null ? Map.of() : sizes(file), thresholds, speed);
  }

  private Map<String, Statistics.Size> sizes(Node file) throws ConfigurationException {
    return new StatisticsReader(configuration.toAbsolutePath().normalize().resolveSibling(yaml.text(file))).read();
  }

  private long size(@Nullable Node node, long otherwise) throws ConfigurationException {
    if (node == null) {
      return otherwise;
    }
    String written = yaml.text(node);
    Matcher matcher = SIZE.matcher(written.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw yaml.error(node, "expected a size such as 16MB or 2GB, not `" + written + "`");
    }
    int power = "kmgt".indexOf(matcher.group(2).charAt(0)) + 1;
    return Long.parseLong(matcher.group(1)) << 10 * power;
  }
}
