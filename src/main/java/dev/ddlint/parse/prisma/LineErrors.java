package dev.ddlint.parse.prisma;

import dev.ddlint.text.SourceFile;
import java.util.List;
import java.util.TreeMap;

/**
 * The first error of each line. What follows an error on the same line is most often caused by it, so a line
 * may be read again, piece by piece, and only adds to the tree.
 */
final class LineErrors {
  private final SourceFile file;
  private final TreeMap<Integer, PrismaError> byLine = new TreeMap<>();

  LineErrors(SourceFile file) {
    this.file = file;
  }

  void add(PrismaError error) {
    byLine.putIfAbsent(file.position(error.span().start()).line(), error);
  }

  /** For other lines of the same file. */
  LineErrors ofOther() {
    return new LineErrors(file);
  }

  void take(LineErrors others) {
    others.byLine.forEach(byLine::putIfAbsent);
  }

  List<PrismaError> inOrder() {
    return List.copyOf(byLine.values());
  }
}
