package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Model;
import dev.ddlint.parse.prisma.Node;
import dev.ddlint.text.Edit;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** Changes to a Prisma schema, written as {@code prisma format} would. */
public final class PrismaFixes {

  private PrismaFixes() {}

  /**
   * A line with {@code @@index([...])}, below the last block attribute; without one, before the closing brace and set
   * off by a blank line.
   */
  public static Edit addIndex(Model model, SourceFile file, List<String> fieldNames) {
    String index = "@@index([" + String.join(", ", fieldNames) + "])";
    List<? extends Node> above = model.attributes().isEmpty() ? model.fields() : model.attributes();
    String lineEnd = lineEnd(file, model.name());
    String indent = above.isEmpty() ? "  " : indent(file, above.getLast());
    if (model.attributes().isEmpty() && closingLine(model, file).isPresent()) {
      Span brace = closingLine(model, file).get();
      boolean apart = above.isEmpty() || lineBefore(file, brace).of(file.text()).isBlank();
      return insert(file, brace.start(), (apart ? "" : lineEnd) + indent + index + lineEnd);
    }
    int end = line(file, above.isEmpty() ? model.name() : above.getLast()).end();
    return insert(file, end, lineEnd + (model.attributes().isEmpty() && !above.isEmpty() ? lineEnd : "") + indent
        + index);
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
