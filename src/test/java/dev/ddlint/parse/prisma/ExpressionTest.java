package dev.ddlint.parse.prisma;

import static dev.ddlint.parse.prisma.Snippet.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "3.14", "-0.50", "12345678901234567890"})
  void numbersKeepTheirText(String number) {
    assertThat(value(number)).isInstanceOfSatisfying(Expression.NumberLiteral.class,
        literal -> assertThat(literal.text()).isEqualTo(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "ADMIN", "a.b.c", "null"})
  void wordsAreReferences(String word) {
    assertThat(value(word)).isInstanceOfSatisfying(Expression.Reference.class,
        reference -> assertThat(reference.path()).isEqualTo(word));
  }

  @Test
  void stringsResolveEscapes() {
    assertThat(value("\"a\\\"b\\\\c\\n\\u00e9\\/\\ud83d\\ude00 ☃\"")).isInstanceOfSatisfying(
        Expression.StringLiteral.class, string -> assertThat(string.value()).isEqualTo("a\"b\\c\né/😀 ☃"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\q", "\\u12", "\\u12g4", "C:\\dir"})
  void anUnknownEscapeIsAnErrorAndKeptAsItIs(String inner) {
    PrismaFile file = read(inModel("a String @default(\"" + inner + "\")"));
    Field field = file.blocks(Model.class).getFirst().fields().getFirst();

    assertThat(errors(file)).containsExactly("2: the string has an unknown escape");
    assertThat(field.attributes().getFirst().arguments().getFirst().value()).isInstanceOfSatisfying(
        Expression.StringLiteral.class, string -> assertThat(string.value()).isEqualTo(inner));
  }

  @Test
  void functionsHaveArguments() {
    assertThat(value("dbgenerated(\"gen_random_uuid()\")")).isInstanceOfSatisfying(Expression.FunctionCall.class,
        call -> {
          assertThat(call.name().text()).isEqualTo("dbgenerated");
          assertThat(call.arguments()).hasSize(1);
        });
    assertThat(value("now()")).isInstanceOfSatisfying(Expression.FunctionCall.class,
        call -> assertThat(call.arguments()).isEmpty());
  }

  @Test
  void arraysNest() {
    assertThat(value("[[1, 2], []]")).isInstanceOfSatisfying(Expression.ArrayLiteral.class,
        array -> assertThat(array.elements()).hasSize(2).allMatch(e -> e instanceof Expression.ArrayLiteral));
  }

  @Test
  void commentMarkersInStringsAreText() {
    assertThat(value("\"// no /* comment\"")).isInstanceOfSatisfying(Expression.StringLiteral.class,
        string -> assertThat(string.value()).isEqualTo("// no /* comment"));
  }
}
