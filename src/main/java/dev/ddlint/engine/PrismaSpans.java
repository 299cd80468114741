package dev.ddlint.engine;

import dev.ddlint.parse.prisma.Block;
import dev.ddlint.parse.prisma.CompositeType;
import dev.ddlint.parse.prisma.ConfigBlock;
import dev.ddlint.parse.prisma.EnumBlock;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;

/** The declarations that a comment in a Prisma file can stand before: headers, fields, attributes, settings. */
final class PrismaSpans {

  private PrismaSpans() {}

  static List<Span> of(PrismaFile file) {
    List<Span> spans = new ArrayList<>();
    for (Block block : file.blocks()) {
      // A finding about a model stands from its keyword on.
      spans.add(new Span(block.span().start(), block.name().span().end()));
      switch (block) {
        case Model model -> {
          model.fields().forEach(field -> spans.add(field.span()));
          model.attributes().forEach(attribute -> spans.add(attribute.span()));
        }
        case EnumBlock values -> values.values().forEach(value -> spans.add(value.span()));
        case CompositeType type -> type.fields().forEach(field -> spans.add(field.span()));
        case ConfigBlock settings -> settings.assignments().forEach(assignment -> spans.add(assignment.span()));
      }
    }
    spans.sort(null);
    return spans;
  }
}
