package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.EnumBlock;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.prisma.Declarations.Declared;
import java.util.List;

/**
 * Finds what Prisma would refuse about a schema for PostgreSQL, of any of its versions from 4 on. A schema without a
 * datasource is a fragment, of which something else may declare what it lacks.
 */
public final class Validation {

  private Validation() {}

  /**
   * The problems of the files of one schema, one a cause.
   *
   * @param lowered what they were lowered to
   */
  public static List<PrismaProblem> of(List<PrismaFile> files, LoweredSchema lowered) {
    Problems problems = new Problems();
    Declarations declarations = Declarations.of(files, new Notes());
    new NameProblems(files, problems).find();
    new ConfigProblems(files, problems).find();
    AttributeProblems attributes = new AttributeProblems(declarations, problems);
    for (Declared<EnumBlock> declared : declarations.enums()) {
      attributes.check(declared.block(), declared.file());
    }
    ArgumentProblems arguments = new ArgumentProblems(problems);
    IndexProblems indexes = new IndexProblems(declarations, problems);
    KeyProblems keys = new KeyProblems(declarations, problems);
    FieldProblems fields = new FieldProblems(declarations, problems);
    RelationProblems relations = new RelationProblems(declarations, problems);
    for (Declared<Model> declared : declarations.models()) {
      attributes.check(declared.block(), declared.file());
      fields.check(declared);
      keys.check(declared);
      arguments.check(declared);
      indexes.check(declared);
      relations.check(declared);
    }
    files.forEach(file -> file.errors().forEach(error -> problems.syntax(file.file(), error)));
    new ScopeProblems(declarations, problems).find();
    new ReferentialCycles(declarations, problems).find();
    new PreviewProblems(files, declarations, problems).find();
    new MappedNameProblems(declarations, lowered, problems).find();
    return problems.inOrder();
  }
}
