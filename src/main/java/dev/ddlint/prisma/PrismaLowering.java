package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.prisma.LoweredSchema.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lowers a Prisma schema to PostgreSQL's statements as Prisma's engine writes them for an empty database: schemas,
 * extensions, enums, tables, indexes, foreign keys. Fragments lower as far as they go: what cannot be resolved is left
 * out and noted.
 */
public final class PrismaLowering {

  private PrismaLowering() {}

  /**
   * Lowers the files of one schema.
   *
   * @param files in the order that decides over the order of the statements
   */
  public static LoweredSchema lower(List<PrismaFile> files) {
    Notes notes = new Notes();
    Declarations declarations = Declarations.of(files, notes);
    List<ModelTable> tables = new TableLowering(declarations).tables();
    Keys keys = new Keys(notes);
    RelationFields relations = new RelationFields(declarations, tables);
    List<JoinTable> joins = new ImplicitRelations(relations, keys).joinTables();
    ForeignKeys foreignKeys = new ForeignKeys(relations, declarations.foreignKeys(), notes);

    List<Part> parts = new ArrayList<>(new Namespaces(declarations).schemas());
    parts.addAll(new Namespaces(declarations).extensions());
    declarations.enums().forEach(e -> parts.add(new Part(Enums.lower(e.block()), e.file())));
    tables.forEach(t -> parts.add(new Part(t.statement(keys.primaryKey(t)), t.file())));
    joins.forEach(j -> parts.add(new Part(j.table(), j.file())));
    tables.forEach(t -> keys.indexes(t).forEach(index -> parts.add(new Part(index, t.file()))));
    joins.forEach(j -> parts.add(new Part(j.index(), j.file())));
    tables.forEach(t -> foreignKeys.of(t).forEach(key -> parts.add(new Part(key, t.file()))));
    joins.forEach(j -> j.foreignKeys(declarations.foreignKeys()).forEach(key -> parts.add(new Part(key, j.file()))));
    List<ModelTable> again = new TableLowering(declarations).again();
    List<Part> repeated = new ArrayList<>();
    again.forEach(t -> repeated.add(new Part(t.statement(keys.primaryKey(t)), t.file())));
    again.forEach(t -> keys.indexes(t).forEach(index -> repeated.add(new Part(index, t.file()))));
    return new LoweredSchema(parts, repeated, declarations.provider(), declarations.foreignKeys(), notes.all(),
        PrismaNames.of(Stream.concat(tables.stream(), again.stream()).toList()));
  }
}
