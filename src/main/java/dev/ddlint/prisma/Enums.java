package dev.ddlint.prisma;

import dev.ddlint.ir.CreateEnum;
import dev.ddlint.parse.prisma.EnumBlock;

/** Lowers enums. */
final class Enums {

  private Enums() {}

  static CreateEnum lower(EnumBlock block) {
    return new CreateEnum(DatabaseNames.type(block), block.values().stream().map(DatabaseNames::value).toList(),
        DatabaseNames.header(block.span(), block.name()));
  }
}
