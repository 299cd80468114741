package dev.ddlint.prisma;

import dev.ddlint.ir.TypeName;
import dev.ddlint.parse.prisma.EnumBlock;
import java.util.Optional;

/**
 * The type of a column, and how values of it are written.
 *
 * @param sql as the engine writes it, an array's brackets included
 * @param base what a column gets that refers to this one: an integer where this is a serial
 */
record ColumnType(TypeName name, String sql, TypeName base, Values values) {

  /** What a literal of the type is. */
  sealed interface Values {

    record OfScalar(Scalar scalar) implements Values {}

    /** @param declared empty where the schema does not declare the enum */
    record OfEnum(Optional<EnumBlock> declared) implements Values {}

    /** None that Prisma could write. */
    record Unknown() implements Values {}
  }
}
