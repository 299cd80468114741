package dev.ddlint.config;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML file's nodes, read with errors that name the line. What it takes in is bounded: size, depth, aliases. */
final class Yaml {
  /** In characters; no configuration is larger. */
  static final int LARGEST = 1 << 20;
  private static final int MOST_ALIASES = 20;
  private static final int DEEPEST = 20;
  private static final String TOO_DEEP = "nested deeper than " + DEEPEST + " levels, which no configuration is";

  private final Path file;
  private final int largest;

  Yaml(Path file) {
    this(file, LARGEST);
  }

  /** @param largest how many characters are read */
  Yaml(Path file, int largest) {
    this.file = file;
    this.largest = largest;
  }

  /** The document; empty when it holds nothing. */
  Optional<Node> document(String text) throws ConfigurationException {
    LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).setCodePointLimit(largest)
        .setMaxAliasesForCollections(MOST_ALIASES).setAllowRecursiveKeys(false).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isPresent()) {
        checkDepth(root.get(), 0);
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new ConfigurationException(file + ":" + line + ": no valid YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new ConfigurationException(file + ": no valid YAML: " + e.getMessage());
    } catch (StackOverflowError e) {
      throw new ConfigurationException(file + ": " + TOO_DEEP);
    }
  }

  private void checkDepth(Node node, int depth) throws ConfigurationException {
    if (depth > DEEPEST) {
      throw error(node, TOO_DEEP);
    }
    if (node instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        checkDepth(item, depth + 1);
      }
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        checkDepth(tuple.getValueNode(), depth + 1);
      }
    }
  }

  /** A mapping's values by key; a key that is not known, or stands twice, is an error. */
  Map<String, Node> entries(Node node, Set<String> known, String what) throws ConfigurationException {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping(node)) {
      String key = text(tuple.getKeyNode());
      if (!known.contains(key)) {
        throw error(tuple.getKeyNode(), "`" + key + "` is not " + what + NearestName.suggestion(key, known));
      }
      if (entries.put(key, tuple.getValueNode()) != null) {
        throw error(tuple.getKeyNode(), "`" + key + "` stands here twice");
      }
    }
    return entries;
  }

  private List<NodeTuple> mapping(Node node) throws ConfigurationException {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue();
    }
    throw error(node, "expected `key: value` pairs");
  }

  /** A mapping of any keys to texts. */
  Map<String, String> texts(@Nullable Node node) throws ConfigurationException {
    Map<String, String> texts = new LinkedHashMap<>();
    if (node != null) {
      for (NodeTuple tuple : mapping(node)) {
        texts.put(text(tuple.getKeyNode()), text(tuple.getValueNode()));
      }
    }
    return texts;
  }

  /** The items of a list; one item may stand without the list. */
  List<Node> items(@Nullable Node node) {
    if (node == null) {
      return List.of();
    }
    return node instanceof SequenceNode list ? list.getValue() : List.of(node);
  }

  /** The texts of a list; one text may stand without the list. */
  List<String> list(@Nullable Node node) throws ConfigurationException {
    List<String> texts = new ArrayList<>();
    for (Node item : items(node)) {
      texts.add(text(item));
    }
    return List.copyOf(texts);
  }

  /** A glob over paths. */
  String glob(Node node) throws ConfigurationException {
    String glob = text(node);
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + glob);
      return glob;
    } catch (PatternSyntaxException e) {
      throw error(node, "`" + glob + "` is no glob (" + e.getDescription() + "); expected one such as `legacy/**`");
    }
  }

  /** The globs of a list; one may stand without the list. */
  List<String> globs(@Nullable Node node) throws ConfigurationException {
    List<String> globs = new ArrayList<>();
    for (Node item : items(node)) {
      globs.add(glob(item));
    }
    return List.copyOf(globs);
  }

  Optional<String> maybe(@Nullable Node node) throws ConfigurationException {
    return node == null ? Optional.empty() : Optional.of(text(node));
  }

  String text(Node node) throws ConfigurationException {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw error(node, "expected a single value");
  }

  <E extends Enum<E>> E word(Node node, Class<E> kind) throws ConfigurationException {
    String written = text(node);
    for (E constant : kind.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(written)) {
        return constant;
      }
    }
    List<String> words = Arrays.stream(kind.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    throw error(node, "expected one of " + String.join(", ", words) + ", not `" + written + "`");
  }

  ConfigurationException error(Node node, String message) {
    return new ConfigurationException(file + ":" + line(node) + ": " + message);
  }

  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
