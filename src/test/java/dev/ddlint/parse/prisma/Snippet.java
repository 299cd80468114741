package dev.ddlint.parse.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.text.SourceFile;
import java.util.List;

/** Short ways to read a snippet and to look at what came out. */
final class Snippet {

  private Snippet() {}

  static PrismaFile read(String text) {
    return PrismaReader.read(new SourceFile("schema.prisma", text));
  }

  static PrismaFile readCleanly(String text) {
    PrismaFile file = read(text);
    assertThat(file.errors()).isEmpty();
    return file;
  }

  /** The model of these lines, which must have no error. */
  static Model model(String... lines) {
    return readCleanly(inModel(lines)).blocks(Model.class).getFirst();
  }

  static Field field(String line) {
    return model(line).fields().getFirst();
  }

  static Attribute attribute(String line) {
    return model(line).attributes().getFirst();
  }

  /** The value of {@code @default(...)}. */
  static Expression value(String expression) {
    return field("a Int @default(" + expression + ")").attributes().getFirst().arguments().getFirst().value();
  }

  static String inModel(String... lines) {
    return "model A {\n" + String.join("\n", lines) + "\n}\n";
  }

  /** Each error as {@code line: message}. */
  static List<String> errors(PrismaFile file) {
    return file.errors().stream().map(
        e -> file.file().position(e.span().start()).line() + ": " + e.message()).toList();
  }

  /** The text that a part of the tree stands for. */
  static String text(PrismaFile file, Node node) {
    return file.file().text(node.span());
  }
}
