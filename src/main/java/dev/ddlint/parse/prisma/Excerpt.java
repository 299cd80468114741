package dev.ddlint.parse.prisma;

import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * A schema with what some tables need, and without the rest: to compare one table of a large schema, not all of it need
 * be parsed. Has the tables' models whole; those that they name without their other relations; the enums that these name.
 */
public final class Excerpt {
  private static final String MODEL = "model ";
  private static final String ENUM = "enum ";
  private static final String CLOSE = "\n}";
  private static final String MAP = "@@map(";
  private static final String DELIMITERS = " \t\r\n?[](){}:,@.\"/";

  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, Block> byName = new HashMap<>();
  private final Set<Block> whole = new HashSet<>();
  private final Set<Block> parts = new HashSet<>();

  /**
   * A model or an enum by its lines.
   *
   * @param lines its whole lines
   * @param table as the database calls it; empty for an enum
   */
  private record Block(SourceFile file, Span lines, String name, Optional<String> table) {

    StringTokenizer words() {
      return new StringTokenizer(file.text(lines), DELIMITERS);
    }
  }

  private Excerpt() {}

  /**
   * Cuts out what tables need, and whatever is neither model nor enum.
   *
   * @param tables their names in the database, without schemas
   * @param enums whether all enums are needed
   * @return nothing where a table has no model of its own, or where the blocks are not written so that each line tells
   *         what it is, as Prisma's formatter writes them
   */
  public static Optional<Excerpt> of(List<SourceFile> files, Set<String> tables, boolean enums) {
    Excerpt excerpt = new Excerpt();
    return files.stream().allMatch(excerpt::cut) && excerpt.keep(tables, enums)
        ? Optional.of(excerpt)
        : Optional.empty();
  }

  /** Reads a file of the schema. */
  public PrismaFile read(SourceFile file) {
    List<Span> omitted = new ArrayList<>();
    for (Block block : blocks) {
      if (block.file() == file && parts.contains(block)) {
        omitOtherRelations(block, omitted);
      } else if (block.file() == file && !whole.contains(block)) {
        omitted.add(block.lines());
      }
    }
    return PrismaReader.read(file, omitted);
  }

  private boolean keep(Set<String> tables, boolean enums) {
    Set<String> found = new HashSet<>();
    for (Block block : blocks) {
      if (block.table().map(tables::contains).orElse(enums)) {
        whole.add(block);
        block.table().ifPresent(found::add);
      }
    }
    List.copyOf(whole).forEach(block -> named(block).stream().filter(other -> !whole.contains(other))
        .forEach(other -> (other.table().isPresent() ? parts : whole).add(other)));
    List.copyOf(parts).forEach(block -> named(block).stream().filter(other -> other.table().isEmpty())
        .forEach(whole::add));
    return found.size() == tables.size();
  }

  /** The blocks whose names stand in another. */
  private List<Block> named(Block block) {
    List<Block> found = new ArrayList<>();
    for (StringTokenizer words = block.words(); words.hasMoreTokens();) {
      Optional.ofNullable(byName.get(words.nextToken())).ifPresent(found::add);
    }
    return found;
  }

  /** A line is a relation where its second word is a model. */
  private void omitOtherRelations(Block block, List<Span> omitted) {
    String text = block.file().text();
    for (int start = block.lines().start(); start < block.lines().end();) {
      int end = text.indexOf('\n', start) + 1;
      int to = end == 0 ? text.length() : end;
      Block other = byName.get(type(text.substring(start, to)));
      if (other != null && start > block.lines().start() && other.table().isPresent() && !whole.contains(other)) {
        omitted.add(new Span(start, to));
      }
      start = to;
    }
  }

  /** The second word of a field's line. */
  private static String type(String line) {
    var words = new StringTokenizer(line, DELIMITERS);
    if (line.stripLeading().startsWith("/") || words.countTokens() < 2) {
      return "";
    }
    words.nextToken();
    return words.nextToken();
  }

  /** Finds the blocks of a file, whose first and last lines begin at the margin; false where these do not tell them. */
  private boolean cut(SourceFile file) {
    String text = file.text();
    int model = begin(text, MODEL, -1);
    int enumeration = begin(text, ENUM, -1);
    while (Math.min(model, enumeration) < text.length()) {
      int start = Math.min(model, enumeration);
      model = model == start ? begin(text, MODEL, start) : model;
      enumeration = enumeration == start ? begin(text, ENUM, start) : enumeration;
      int close = text.indexOf(CLOSE, start);
      int newline = close < 0 ? -1 : text.indexOf('\n', close + CLOSE.length());
      int end = newline < 0 ? text.length() : newline + 1;
      if (close < 0 || Math.min(model, enumeration) < close || !text.substring(close, end).strip().equals("}")
          || !add(file, new Span(start, end))) {
        return false;
      }
    }
    return true;
  }

  /** Where the next line that begins with a word begins, behind a place. */
  private static int begin(String text, String word, int behind) {
    if (behind < 0 && text.startsWith(word)) {
      return 0;
    }
    int found = text.indexOf('\n' + word, Math.max(behind, 0));
    return found < 0 ? text.length() : found + 1;
  }

  private boolean add(SourceFile file, Span lines) {
    Optional<Block> block = block(file, lines);
    block.ifPresent(blocks::add);
    return block.isPresent() && byName.put(block.get().name(), block.get()) == null;
  }

  private static Optional<Block> block(SourceFile file, Span lines) {
    String text = file.text(lines);
    boolean isModel = text.startsWith(MODEL);
    String header = text.substring(0, text.indexOf('\n')).strip();
    if (header.indexOf('{') != header.length() - 1 || header.contains("//") || !isClosed(text)) {
      return Optional.empty();
    }
    String name = header.substring(header.indexOf(' '), header.length() - 1).strip();
    int map = text.indexOf(MAP);
    if (!isModel || map < 0) {
      return Optional.of(new Block(file, lines, name, isModel ? Optional.of(name) : Optional.empty()));
    }
    int open = text.indexOf('"', map);
    int close = text.indexOf('"', open + 1);
    boolean clear = open >= 0 && close >= 0 && text.indexOf('\n', map) > close && text.indexOf(MAP, close) < 0
        && text.lastIndexOf("//", map) <= text.lastIndexOf('\n', map) && text.indexOf('\\', open) < 0;
    return clear
        ? Optional.of(new Block(file, lines, name, Optional.of(text.substring(open + 1, close))))
        : Optional.empty();
  }

  /** Whether a comment over several lines ends where the block does. */
  private static boolean isClosed(String text) {
    return text.lastIndexOf("/*") <= text.lastIndexOf("*/");
  }
}
