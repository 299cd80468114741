package dev.ddlint.parse.prisma;

import static dev.ddlint.parse.prisma.Snippet.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoveryTest {
  private static final String NEXT = "\nmodel Next {\n  id Int @id\n}\n";

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "model A {\\n  id Int                 | 1: the block is not closed",
      "model A {                             | 1: the block is not closed",
      "extension x {\\n  a = 1\\n  b\\n}     | 1: 'extension' is no kind of block",
      "x {\\n  a\\n}                         | 1: 'x' is no kind of block",
      "Model A {\\n  id Int\\n}              | 1: 'Model' is no kind of block",
      "model {\\n  id Int\\n}                | 1: expected a name, found '{'",
      "model A extends B {\\n  id Int\\n}    | 1: expected '{', found 'extends'",
      "model \"A\" {\\n  id Int\\n}          | 1: expected a name, found '\"A\"'",
      "model A\\n{\\n  id Int\\n}            | 1: expected '{', found the end of the line",
      "model A                               | 1: expected '{', found the end of the line",
      "model A { id Int @id }                | 1: expected the end of the line after '{'",
      "model A { }                           | 1: expected the end of the line after '{'",
      "model A { id Int\\n  b Int\\n}        | 1: expected the end of the line after '{'",
      "model A {\\n  id Int }                | 2: the '}' of a block stands on its own line",
      "model A-b {\\n  id Int\\n}            | 1: a name has no '-', found 'A-b'",
      "type X = Int @id                      | 1: Prisma has no type aliases any more",
      "}                                     | 1: no block is open that this '}' could close",
      "name String?                          | 1: the line stands outside of a block",
      "@@index([a])                          | 1: the line stands outside of a block",
      "CREATE TABLE x (id int);              | 1: the line stands outside of a block",
      "@@unique([a], where: { b: null })     | 1: the line stands outside of a block",
      "enum E {\\n  A B\\n}                  | 2: expected an attribute or the end of the line, found 'B'",
      "enum E {\\n  A = 1\\n}                | 2: expected an attribute or the end of the line, found '='",
      "datasource db {\\n  url\\n}           | 2: expected '=', found the end of the line",
      "datasource db {\\n  url =\\n}         | 2: expected a value, found the end of the line",
      "datasource db {\\n  @@map(\"x\")\\n}  | 2: expected a name, found '@@'"})
  void oneErrorAndTheNextBlockIsRead(String text, String error) {
    PrismaFile file = read(text.replace("\\n", "\n") + NEXT);

    assertThat(errors(file)).containsExactly(error.replace('\'', '`'));
    assertThat(file.blocks().getLast().name().text()).isEqualTo("Next");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"model A {\\n  id Int", "Model A {\\n  id Int\\n}",
      "model A extends B {\\n  id Int\\n}",
      "model A\\n{\\n  id Int\\n}", "model A { id Int }", "model A {\\n  id Int }"})
  void aBlockThatIsClearEnoughIsKept(String text) {
    Model model = read(text.replace("\\n", "\n") + NEXT).blocks(Model.class).getFirst();

    assertThat(model.name().text()).isEqualTo("A");
    assertThat(model.field("id")).isPresent();
  }

  @Test
  void aBrokenFieldCalledAsAKeywordBeginsNoBlock() {
    PrismaFile file = read(inModel("type Che{ck", "b Int"));

    assertThat(errors(file)).hasSize(1);
    assertThat(file.blocks(Model.class).getFirst().field("b")).isPresent();
  }

  @Test
  void aFragmentOfFieldsGivesAnErrorForEach() {
    assertThat(errors(read("a Int\n// comment\nb Int\n"))).containsExactly("1: the line stands outside of a block",
        "3: the line stands outside of a block");
  }

  @Test
  void anUnclosedCommentHidesTheRestAndSaysSo() {
    PrismaFile file = read("model A {\n  id Int\n}\n/* oh\nmodel B {\n}\n");

    assertThat(errors(file)).containsExactly("4: the comment is not closed and hides the rest of the file");
    assertThat(file.blocks()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"(", "[", "{", "f("})
  void deepNestingIsAnErrorAndNoOverflow(String open) {
    String deep = open.repeat(5_000);
    PrismaFile file = read(
        inModel("@@index(" + deep, "b Int @default(" + deep + ")", deep, "c Int") + deep + "\nx = " + deep);
    Model model = file.blocks(Model.class).getFirst();

    assertThat(file.errors().getFirst().message()).isEqualTo("brackets are nested too deep to be read");
    assertThat(model.attribute("index")).get().matches(Attribute::malformed);
    assertThat(model.field("b").orElseThrow().attribute("default")).get().matches(Attribute::malformed);
    assertThat(model.field("c")).isPresent();
  }

  @Test
  void aLongFileOfOpenCommentsAndBracesTakesNoLongTime() {
    assertTimeout(Duration.ofSeconds(10), () -> {
      read("/*".repeat(200_000));
      read("model A {\n".repeat(20_000));
      read("a {\n".repeat(20_000));
      read("\"".repeat(100_001));
      read("@".repeat(100_000));
    });
  }
}
