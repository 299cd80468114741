package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Advice.Step;
import dev.ddlint.ir.Deferral;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Reference;
import dev.ddlint.ir.ReferentialAction;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.ir.TypeName;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.OnlineIndex;
import dev.ddlint.rule.PrismaText;
import dev.ddlint.rule.Schema;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How to give a table that is in use a tenant, in stages that block nobody, in the schema's own language. */
final class ColumnAdvice {
  private final Schema schema;
  private final TenantModel model;

  ColumnAdvice(Schema schema, TenantModel model) {
    this.schema = schema;
    this.model = model;
  }

  Advice of(Table table) {
    return new Advice(Advice.Kind.STAGED, schema.kind() == Schema.Kind.PRISMA ? prisma(table) : sql(table));
  }

  // ---- SQL

  private List<Step> sql(Table table) {
    ObjectName name = Compose.object(table.schema(), table.name());
    String key = model.key();
    String check = Names.chosen(table.name() + "_" + key, "not_null");
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("in a migration", List.of(alter(name, Compose.addColumn(key, type())))));
    steps.add(new Step("with the deploy",
        List.of("-- write " + Names.of(key) + " in all code that inserts, and fill the old rows"
            + " in batches")));
    steps.add(OnlineIndex.step(schema, table, List.of(key)));
    List<String> constraints = new ArrayList<>();
    List<String> validations = new ArrayList<>();
    TenantPlaces.root(schema, model).ifPresent(root -> addForeignKey(table, root, constraints, validations));
    constraints.add(alter(name, Compose.notNullCheck(check, key)));
    validations.add(alter(name, Compose.validate(check)));
    validations.add(alter(name, Compose.setNotNull(key)));
    validations.add(alter(name, Compose.dropConstraint(check)));
    steps.add(new Step("after the deploy", constraints));
    steps.add(new Step("in the next one", validations));
    return steps;
  }

  private void addForeignKey(Table table, Table root, List<String> constraints, List<String> validations) {
    ObjectName name = Compose.object(table.schema(), table.name());
    String foreign = Names.chosen(table.name() + "_" + model.key(), "fkey");
    Reference reference = new Reference(Compose.object(root.schema(), root.name()),
        Compose.names(model.rootKey().map(Column::name).stream().toList()), "SIMPLE", ReferentialAction.CASCADE,
        ReferentialAction.NO_ACTION, List.of(), Span.NONE);
    TableConstraint.ForeignKey key = new TableConstraint.ForeignKey(Optional.empty(),
        Compose.names(List.of(model.key())), reference, false, Deferral.NONE, false, false, Span.NONE);
    if (table.kind() == Table.Kind.PARTITIONED) {
      constraints
          .add("-- on each partition, then on " + Names.of(name) + ": a foreign key of a partitioned table cannot"
              + " be NOT VALID before PostgreSQL 18");
    }
    constraints.add(alter(name, Compose.notValid(key, foreign)));
    validations.add(alter(name, Compose.validate(foreign)));
  }

  private static String alter(ObjectName table, TableAction action) {
    return SqlPrinter.print(Compose.alter(table, action));
  }

  /** The root's own type, else the one that the other tables give the key. */
  private TypeName type() {
    return model.rootKey().flatMap(Column::type)
        .or(() -> model.scopes().values().stream().flatMap(scope -> scope.key().stream())
            .flatMap(key -> key.type().stream()).findFirst())
        .map(DataType::name).orElse(TypeName.of("uuid"));
  }

  // ---- Prisma

  private List<Step> prisma(Table table) {
    PrismaText prisma = new PrismaText(schema);
    Optional<Table> holder = holder();
    String key = holder.map(other -> prisma.field(other, keyOf(other))).orElse(model.key());
    String type = holder.map(other -> prisma.type(other, keyOf(other))).orElse("String");
    List<String> first = fields(prisma, key, type, "?");
    first.add("@@index([" + key + "])");
    List<Step> steps = new ArrayList<>(List.of(new Step("in the model, first", first)));
    TenantPlaces.root(schema, model).ifPresent(root -> steps.add(new Step("in `" + prisma.model(root) + "`",
        List.of(camel(prisma.model(table)) + "s " + prisma.model(table) + "[]"))));
    steps.add(new Step("when all rows have it", fields(prisma, key, type, "")));
    return steps;
  }

  private List<String> fields(PrismaText prisma, String key, String type, String mark) {
    List<String> lines = new ArrayList<>(List.of(key + " " + type + mark));
    TenantPlaces.root(schema, model).ifPresent(root -> lines.add(camel(prisma.model(root)) + " " + prisma.model(root)
        + mark + " @relation(fields: [" + key + "], references: ["
        + model.rootKey().map(column -> prisma.field(root, column)).orElse("id") + "], onDelete: Cascade)"));
    return lines;
  }

  /** Another table with the usual key: its name and type are the project's own. */
  private Optional<Table> holder() {
    return schema.tables().stream().filter(table -> model.scope(table).flatMap(TenantModel.Scope::key)
        .filter(key -> key.name().equals(model.key())).isPresent()).findFirst();
  }

  private Column keyOf(Table holder) {
    return model.scope(holder).flatMap(TenantModel.Scope::key).orElseThrow();
  }

  private static String camel(String model) {
    return model.substring(0, 1).toLowerCase(Locale.ROOT) + model.substring(1);
  }
}
