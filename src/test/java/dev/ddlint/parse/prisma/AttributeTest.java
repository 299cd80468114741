package dev.ddlint.parse.prisma;

import static dev.ddlint.parse.prisma.Snippet.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeTest {

  @Test
  void readsARelation() {
    Attribute relation = field("a U @relation(\"Posts\", fields: [x, y], references: [id, no], onDelete: Cascade)")
        .attribute(
            "relation")
        .orElseThrow();

    assertThat(string(relation.argument("name", 0).orElseThrow())).isEqualTo("Posts");
    assertThat(references(relation.argument("fields").orElseThrow())).containsExactly("x", "y");
    assertThat(references(relation.argument("references").orElseThrow())).containsExactly("id", "no");
    assertThat(relation.argument("onUpdate")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"@@unique([a, b])", "@@unique(fields: [a, b])", "@@unique(name: \"n\", fields: [a, b])",
      "@@unique(name: \"n\", [a, b])", "@@ unique ( [ a , b ] )"})
  void findsAnArgumentByNameOrByPlace(String line) {
    assertThat(references(attribute(line).argument("fields", 0).orElseThrow())).containsExactly("a", "b");
  }

  @Test
  void readsAnIndexWithoutBrackets() {
    assertThat(attribute("@@index(authorId)").argument("fields", 0).orElseThrow()).isInstanceOfSatisfying(
        Expression.Reference.class, field -> assertThat(field.path()).isEqualTo("authorId"));
  }

  @Test
  void readsOptionsOfAFieldInAnIndex() {
    Attribute index = attribute("@@index([a(sort: Desc, ops: raw(\"x\")), b.c], type: Gin, map: \"i\")");
    var fields = (Expression.ArrayLiteral) index.argument("fields", 0).orElseThrow();

    assertThat(fields.elements().getFirst()).isInstanceOfSatisfying(Expression.FunctionCall.class, call -> {
      assertThat(call.name().text()).isEqualTo("a");
      assertThat(call.argument("sort")).get().isInstanceOf(Expression.Reference.class);
      assertThat(call.argument("ops")).get().isInstanceOf(Expression.FunctionCall.class);
    });
    assertThat(fields.elements().getLast()).isInstanceOfSatisfying(Expression.Reference.class,
        path -> assertThat(path.path()).isEqualTo("b.c"));
  }

  @Test
  void readsThePredicateOfAPartialIndex() {
    Attribute unique = attribute("@@unique([a], where: { deletedAt: null, kind: { not: \"x\" } })");
    var where = (Expression.ObjectLiteral) unique.argument("where").orElseThrow();

    assertThat(where.members()).extracting(m -> m.name().text()).containsExactly("deletedAt", "kind");
    assertThat(where.members().getLast().value()).isInstanceOf(Expression.ObjectLiteral.class);
  }

  @ParameterizedTest
  @CsvSource({"a Int @db.VarChar(20), db.VarChar", "a Int @mydb.Text, mydb.Text", "a Int @ db . Text, db.Text"})
  void readsNativeTypesOfAnyDatasource(String line, String name) {
    assertThat(field(line).attributes().getFirst().name().text()).isEqualTo(name);
  }

  @Test
  void anEmptyListOfArgumentsIsOne() {
    assertThat(attribute("@@ignore()").malformed()).isFalse();
  }

  @Test
  void keepsNameAndPlaceOfACheck() {
    String line = "@@check(total > 0, name: \"x\")";
    PrismaFile file = read(inModel("total Int", "  " + line + " // really"));
    Attribute check = file.blocks(Model.class).getFirst().attribute("check").orElseThrow();

    assertThat(check.malformed()).isTrue();
    assertThat(check.arguments()).isEmpty();
    assertThat(text(file, check)).isEqualTo(line);
    assertThat(text(file, check.name())).isEqualTo("check");
    assertThat(errors(file)).containsExactly("3: unexpected `>`, expected `,` or `)`");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"@@check(a IS NULL)  | expected ',' or ')', found 'IS'",
      "@@index([a, b)      | expected ',' or ']', found ')'",
      "@@index([a             | expected ',' or ']', found the end of the line",
      "@@index(a, map:)       | the argument 'map' has no value",
      "@@index(a, f(b:))      | the argument 'b' has no value",
      "@@index(a, \"x\": 1)   | the name of an argument is a single word",
      "@@map(\"x)             | the string is not closed on this line",
      "@@index([,])           | expected a value, found ','",
      "@@index([a]) b         | expected the end of the line, found 'b'",
      "@index([a])            | an attribute of a block begins with '@@'",
      "@@x(where: {a: 1)      | expected ',' or '}', found ')'"})
  void malformedAttributesKeepTheirName(String line, String message) {
    PrismaFile file = read(inModel(line, "z Int"));
    Model model = file.blocks(Model.class).getFirst();

    assertThat(errors(file)).containsExactly("2: " + message.replace('\'', '`'));
    assertThat(model.attributes()).singleElement().satisfies(a -> {
      assertThat(a.malformed()).isTrue();
      assertThat(line).contains(a.name().text());
      assertThat(text(file, a)).isEqualTo(line.strip());
    });
    assertThat(model.field("z")).isPresent();
  }

  @Test
  void aTrailingCommaIsAnErrorButTheArgumentsAreClear() {
    PrismaFile file = read(inModel("@@index([a],)"));

    assertThat(errors(file)).containsExactly("2: expected an argument after `,`");
    assertThat(file.blocks(Model.class).getFirst().attributes().getFirst().arguments()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"@@index([_a])", "@@index(_a)", "@@_index(a)", "@@index(a, _b: 1)", "@@index(f._a)"})
  void wordsBeginWithALetter(String line) {
    assertThat(read(inModel(line)).errors()).singleElement().extracting(PrismaError::message).asString().startsWith(
        "a name begins with a letter");
  }

  @Test
  void anAttributeWithoutANameIsOnlyAnError() {
    PrismaFile file = read(inModel("@@(a)"));

    assertThat(errors(file)).containsExactly("2: expected a name, found `(`");
    assertThat(file.blocks(Model.class).getFirst().attributes()).isEmpty();
  }

  @Test
  void findsAllAttributesOfAName() {
    Model model = model("@@index([a])", "@@map(\"x\")", "@@index([b])");

    assertThat(model.attributes("index")).hasSize(2);
    assertThat(model.attribute("map")).isPresent();
    assertThat(model.attribute("ignore")).isEmpty();
  }

  private static String string(Expression expression) {
    return ((Expression.StringLiteral) expression).value();
  }

  private static List<String> references(Expression array) {
    return ((Expression.ArrayLiteral) array).elements().stream().map(e -> ((Expression.Reference) e).path()).toList();
  }
}
