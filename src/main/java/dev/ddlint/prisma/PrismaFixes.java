package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.parse.prisma.Node;
import dev.ddlint.text.Edit;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes to a Prisma schema, written as {@code prisma format} would. */
public final class PrismaFixes {
  private static final Set<String> KEYS = Set.of("id", "unique", "index");

  private PrismaFixes() {}

  /**
   * A line with {@code @@index([...])}: below the last id, unique or index, above {@code @@map} and the like, which come
   * last; as the first block attribute before the closing brace, set off by a blank line.
   */
  public static Edit addIndex(Model model, SourceFile file, List<String> fieldNames) {
    String index = "@@index([" + String.join(", ", fieldNames) + "])";
    String lineEnd = lineEnd(file, model.name());
    List<Attribute> keys = model.attributes().stream().filter(a -> KEYS.contains(a.name().text())).toList();
    if (!keys.isEmpty()) {
      return insert(file, line(file, keys.getLast()).end(), lineEnd + indent(file, keys.getLast()) + index);
    }
    if (!model.attributes().isEmpty()) {
      Attribute first = model.attributes().getFirst();
      return insert(file, line(file, first).start(), indent(file, first) + index + lineEnd);
    }
    return addFirst(model, file, index, lineEnd);
  }

  private static Edit addFirst(Model model, SourceFile file, String index, String lineEnd) {
    boolean fields = !model.fields().isEmpty();
    Node last = fields ? model.fields().getLast() : model.name();
    String line = (fields ? indent(file, last) : "  ") + index;
    Optional<Span> brace = closingLine(model, file);
    if (brace.isEmpty()) {
      return insert(file, line(file, last).end(), (fields ? lineEnd : "") + lineEnd + line);
    }
    boolean apart = !fields || lineBefore(file, brace.get()).of(file.text()).isBlank();
    return insert(file, brace.get().start(), (apart ? "" : lineEnd) + line + lineEnd);
  }

  private static Edit insert(SourceFile file, int offset, String text) {
    return new Edit(new Place(file, new Span(offset, offset)), text);
  }

  /** The line of the closing brace, if it stands there alone. */
  private static Optional<Span> closingLine(Model model, SourceFile file) {
    Span line = file.line(file.position(Math.max(model.span().start(), model.span().end() - 1)).line());
    return Optional.of(line).filter(l -> l.of(file.text()).strip().startsWith("}"));
  }

  private static Span lineBefore(SourceFile file, Span line) {
    return file.line(file.position(line.start()).line() - 1);
  }

  private static Span line(SourceFile file, Node node) {
    return file.line(file.position(node.span().end()).line());
  }

  private static String indent(SourceFile file, Node node) {
    String line = file.line(file.position(node.span().start()).line()).of(file.text());
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    return indent.isEmpty() ? "  " : indent;
  }

  private static String lineEnd(SourceFile file, Node header) {
    return file.text().startsWith("\r\n", line(file, header).end()) ? "\r\n" : "\n";
  }
}
