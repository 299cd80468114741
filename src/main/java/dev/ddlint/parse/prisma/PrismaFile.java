package dev.ddlint.parse.prisma;

import dev.ddlint.text.SourceFile;
import java.util.List;

/**
 * A file of a Prisma schema, all of it that could be read.
 *
 * @param blocks in the order of the file; two may bear the same name
 * @param errors in the order of the file
 * @param comments all of them, in the order of the file
 */
public record PrismaFile(SourceFile file, List<Block> blocks, List<PrismaError> errors, List<Comment> comments) {

  public PrismaFile {
    blocks = List.copyOf(blocks);
    errors = List.copyOf(errors);
    comments = List.copyOf(comments);
  }

  /** The blocks of one kind, such as {@code blocks(Model.class)}. */
  public <T extends Block> List<T> blocks(Class<T> kind) {
    return blocks.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
