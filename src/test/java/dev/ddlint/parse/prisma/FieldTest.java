package dev.ddlint.parse.prisma;

import static dev.ddlint.parse.prisma.Snippet.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {

  @ParameterizedTest
  @CsvSource({"a Int, REQUIRED", "a Int?, OPTIONAL", "a Int[], LIST", "a Int [ ], LIST"})
  void readsTheArity(String line, Arity arity) {
    assertThat(field(line).arity()).isEqualTo(arity);
  }

  @Test
  void readsNameAndType() {
    Field field = field("  authorId String @db.Uuid");

    assertThat(field.name().text()).isEqualTo("authorId");
    assertThat(field.type()).isInstanceOfSatisfying(FieldType.Named.class,
        named -> assertThat(named.name().text()).isEqualTo("String"));
  }

  @Test
  void readsUnsupported() {
    Field field = field("place Unsupported(\"geometry(Point, 4326)\")?");

    assertThat(field.arity()).isEqualTo(Arity.OPTIONAL);
    assertThat(field.type()).isInstanceOfSatisfying(FieldType.Unsupported.class,
        type -> assertThat(type.text()).isEqualTo("geometry(Point, 4326)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "enum", "type", "view", "datasource", "generator", "été", "x2"})
  void takesAnyWordForAName(String name) {
    assertThat(field(name + " String").name().text()).isEqualTo(name);
  }

  @Test
  void spansAreThoseOfTheSource() {
    PrismaFile file = readCleanly(inModel("  a  Int?  @default( 1 )  // one"));
    Field field = file.blocks(Model.class).getFirst().fields().getFirst();

    assertThat(text(file, field)).isEqualTo("a  Int?  @default( 1 )");
    assertThat(text(file, field.name())).isEqualTo("a");
    assertThat(text(file, field.type())).isEqualTo("Int");
    assertThat(text(file, field.attributes().getFirst())).isEqualTo("@default( 1 )");
    assertThat(text(file, field.attributes().getFirst().name())).isEqualTo("default");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"a: Int   | a field has no `:` between name and type        | remove the `:`",
      "a Int!    | a type has no `!`                               | write `Int`: fields are required by default",
      "a [Int]   | the brackets of a list stand behind its type    | write `Int[]`",
      "a Int[]?  | a list cannot be optional                       | write `Int[]`: a list may be empty",
      "a Int @@x | an attribute of a field begins with one `@`     | write `@x`"})
  void advisesOnWhatPrismaRefuses(String line, String message, String help) {
    PrismaFile file = read(inModel(line));

    assertThat(errors(file)).containsExactly("2: " + message);
    assertThat(file.errors().getFirst().help()).contains(help);
    assertThat(file.blocks(Model.class).getFirst().field("a")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"a            | expected a type, found the end of the line",
      "a @id         | expected a type, found `@`",
      "a Int b       | expected an attribute or the end of the line, found `b`",
      "a Int @       | expected a name, found the end of the line", "\"a\" Int   | expected a name, found `\"a\"`",
      "_a Int        | a name begins with a letter, found `_a`",
      "1a Int        | a name begins with a letter, found `1a`",
      "a-b Int       | a name has no `-`, found `a-b`",
      "a Foo(\"x\")  | only the type `Unsupported` takes an argument",
      "a Int > 0     | unexpected `>`, expected an attribute or the end of the line"})
  void saysWhatIsWrong(String line, String message) {
    assertThat(errors(read(inModel("id Int @id", line, "z Int")))).containsExactly("3: " + message);
  }

  @Test
  void aBadAttributeCostsNeitherTheFieldNorTheOtherAttributes() {
    PrismaFile file = read(inModel("total Decimal? @db.Decimal(10, 2) @check(total > 0) @map(\"sum\") /// ever"));
    Field field = file.blocks(Model.class).getFirst().fields().getFirst();

    assertThat(errors(file)).containsExactly("2: unexpected `>`, expected `,` or `)`");
    assertThat(field.arity()).isEqualTo(Arity.OPTIONAL);
    assertThat(field.documentation()).contains("ever");
    assertThat(field.attributes()).extracting(a -> a.name().text(), Attribute::malformed).containsExactly(
        Tuple.tuple("db.Decimal", false), Tuple.tuple("check", true),
        Tuple.tuple("map", false));
    assertThat(text(file, field.attribute("check").orElseThrow())).isEqualTo("@check(total > 0)");
  }

  @Test
  void aBadLineCostsNoOtherLine() {
    Model model = read(inModel("a Int", "this is no field", "b Int")).blocks(Model.class).getFirst();

    assertThat(model.fields()).extracting(f -> f.name().text()).containsExactly("a", "b");
  }
}
