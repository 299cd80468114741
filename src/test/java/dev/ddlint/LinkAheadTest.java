package dev.ddlint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What {@code build/LinkAhead.java} and {@code build/PlainLambdas.java} make of call sites does what they did, and nothing
 * of the product is left out.
 */
class LinkAheadTest {
  private static final String SWITCHES = "java/lang/runtime/SwitchBootstraps";
  private static final String RECORDS = "java/lang/runtime/ObjectMethods";
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

  /** One component of each kind that compares in its own way. */
  record Everything(boolean yes, byte small, char letter, short low, int number, long large, float part, double exact,
      String text, int[] list) {}

  record Nothing() {}

  sealed interface Shape {}

  record Circle(int radius) implements Shape {}

  record Box(int width) implements Shape {}

  record Line() implements Shape {}

  /** Guards, null, and a type that is no record. */
  static final class Namer implements Function<Object, String> {
    @Override
    public String apply(Object value) {
      return switch (value) {
        case null -> "none";
        case Circle c when c.radius() > 10 -> "large circle";
        case Circle c when c.radius() < 0 -> "no circle";
        case Circle(int radius) -> "circle " + radius;
        case Box box -> "box " + box.width();
        case Shape shape -> "another";
        case int[] numbers -> "numbers " + numbers.length;
        case String text -> text;
        default -> "unknown";
      };
    }
  }

  /** Lambdas and references of each kind, with and without something to hold. */
  static final class Lambdas implements Supplier<List<Object>> {
    private final int base;

    Lambdas() {
      this(7);
    }

    private Lambdas(int base) {
      this.base = base;
    }

    /** A functional interface of its own, with a type that is not {@code Object}. */
    interface Joined {
      String join(String a, long b, double c);
    }

    @Override
    public List<Object> get() {
      List<Object> all = new ArrayList<>();
      long wide = 1L << 40;
      double part = 0.5;
      boolean yes = true;
      char letter = 'c';
      String text = "held";
      int[] list = {4, 5};
      Joined joined = (a, b, c) -> a + b + c + wide + part + yes + letter + text + list.length + base;
      all.add(joined.join("a", 2, 3.5));
      all.add(Stream.of("b", "a").map(String::toUpperCase).sorted(Comparator.reverseOrder()).toList());
      all.add(Stream.of("bb", "a").mapToInt(String::length).sum());
      all.add(Stream.of(1, 2).mapToLong(Integer::intValue).sum());
      all.add(Stream.of(1, 2).reduce(0, Integer::sum));
      all.add(Stream.of('a', 'b').mapToInt(c -> c + base).sum());
      all.add(IntStream.range(0, 3).mapToObj(i -> i + text).toList());
      all.add(IntStream.range(0, 3).mapToObj(int[]::new).map(a -> a.length).toList());
      all.add(Stream.of("x").map(StringBuilder::new).map(StringBuilder::reverse).map(Object::toString).toList());
      all.add(Stream.of("x", "").filter(String::isEmpty).count());
      all.add(Stream.of(1).map(this::added).toList());
      all.add(Stream.of(1).map(Lambdas::new).map(made -> made.base).toList());
      List<String> taken = new ArrayList<>();
      Stream.of("p", "q").forEach(taken::add);
      all.add(taken);
      Function<Object, Supplier<Object>> nested = outer -> () -> outer + text;
      all.add(nested.apply("n").get());
      LongFunction<Object> boxed = value -> value;
      all.add(boxed.apply(3));
      ToLongFunction<Integer> widened = value -> value;
      all.add(widened.applyAsLong(9));
      Supplier<Runnable> nothing = () -> () -> taken.add("run");
      nothing.get().run();
      return all;
    }

    private Object added(Integer to) {
      return to + base;
    }
  }

  interface InAnInterface {
    static int lambda(int a) {
      IntUnaryOperator twice = b -> secret(b) + a;
      return twice.applyAsInt(a);
    }

    private static int secret(int b) {
      return 2 * b;
    }

    static String of(Shape shape) {
      return switch (shape) {
        case Circle c -> "c";
        case Box b -> "b";
        case Line l -> "l";
      };
    }
  }

  @TempDir
  private static Path folder;
  private static ClassLoader changed;

  @BeforeAll
  static void link() throws Exception {
    Path copy = folder.resolve("dev/ddlint");
    Files.createDirectories(copy);
    for (Class<?> type : all(LinkAheadTest.class)) {
      try (InputStream code = LinkAheadTest.class.getResourceAsStream(simple(type))) {
        Files.copy(code, copy.resolve(simple(type)));
      }
    }
    Process run = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-classpath",
        System.getProperty("java.class.path"), "build/LinkAhead.java", folder.toString()).redirectErrorStream(true)
        .start();
    String said = new String(run.getInputStream().readAllBytes());
    assertThat(run.waitFor()).as(said).isZero();
    changed = new URLClassLoader(new URL[]{folder.toUri().toURL()}, null);
  }

  @Test
  @SuppressWarnings("unchecked")
  void switchesGoWhereTheyWent() throws Exception {
    Function<Object, String> original = new Namer();
    Function<Object, String> linked = (Function<Object, String>) make("Namer");
    assertThat(linked.apply(null)).isEqualTo("none");
    for (Object value : new Object[]{"text", 7, new int[3]}) {
      assertThat(linked.apply(value)).isEqualTo(original.apply(value));
    }
    assertThat(Stream.of(20, -1, 5).map(r -> linked.apply(make("Circle", r)))).containsExactly("large circle",
        "no circle", "circle 5");
    assertThat(linked.apply(make("Box", 2))).isEqualTo("box 2");
    assertThat(linked.apply(make("Line"))).isEqualTo("another");
    Method ofInterface = type("InAnInterface").getDeclaredMethod("of", type("Shape"));
    ofInterface.setAccessible(true);
    assertThat(ofInterface.invoke(null, make("Line"))).isEqualTo("l");
  }

  @Test
  void recordsAreEqualAsBefore() throws Exception {
    int[] list = {1};
    Object[] components = {true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, 6d, "text", list};
    Object[] others = {false, (byte) 9, 'x', (short) 9, 9, 9L, -0f, Double.NaN, null, new int[]{1}};
    Object one = make("Everything", components);
    assertThat(one).isEqualTo(make("Everything", components)).isEqualTo(one).isNotEqualTo(null).isNotEqualTo("text")
        .hasSameHashCodeAs(new Everything(true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, 6d, "text", list));
    for (int i = 0; i < components.length; i++) {
      Object[] changedComponents = components.clone();
      changedComponents[i] = others[i];
      assertThat(one).as("component %d", i).isNotEqualTo(make("Everything", changedComponents));
      assertThat(make("Everything", changedComponents)).isEqualTo(make("Everything", changedComponents));
    }
    assertThat(make("Nothing")).isEqualTo(make("Nothing")).hasSameHashCodeAs(new Nothing());
  }

  @Test
  @SuppressWarnings("unchecked")
  void lambdasGiveWhatTheyGave() throws Exception {
    Class<?> lambdas = type("Lambdas");
    var constructor = lambdas.getDeclaredConstructor();
    constructor.setAccessible(true);
    assertThat(((Supplier<List<Object>>) constructor.newInstance()).get()).isEqualTo(new Lambdas().get()).hasSize(16);
    Method ofInterface = type("InAnInterface").getDeclaredMethod("lambda", int.class);
    ofInterface.setAccessible(true);
    assertThat(ofInterface.invoke(null, 5)).isEqualTo(15);
  }

  @Test
  void nothingOfTheProductIsLeft() throws IOException {
    List<String> left = new ArrayList<>();
    for (Path file : classes(Path.of("target/classes"))) {
      left.addAll(callSites(Files.readAllBytes(file)));
    }
    assertThat(left).as("what the build makes plain code of in the phase process-classes").isEmpty();
  }

  private static List<Path> classes(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  /** The call sites of a class that are linked when they first run, each time that the program starts. */
  private static List<String> callSites(byte[] code) {
    List<String> found = new ArrayList<>();
    ClassReader reader = new ClassReader(code);
    reader.accept(new ClassVisitor(Opcodes.ASM9) {
      @Override
      public MethodVisitor visitMethod(int access, String method, String shape, String signature, String[] thrown) {
        return new MethodVisitor(Opcodes.ASM9) {
          @Override
          public void visitInvokeDynamicInsn(String site, String shape, Handle bootstrap, Object... arguments) {
            boolean record = bootstrap.getOwner().equals(RECORDS) && !site.equals("toString");
            if (record || bootstrap.getOwner().equals(SWITCHES) || bootstrap.getOwner().equals(LAMBDAS)) {
              found.add(reader.getClassName() + "." + method + ": " + site);
            }
          }
        };
      }
    }, ClassReader.SKIP_FRAMES);
    return found;
  }

  private static List<Class<?>> all(Class<?> outer) {
    List<Class<?>> all = new ArrayList<>(List.of(outer));
    for (Class<?> nested : outer.getDeclaredClasses()) {
      all.addAll(all(nested));
    }
    return all;
  }

  private static String simple(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1) + ".class";
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return changed.loadClass(LinkAheadTest.class.getName() + "$" + name);
  }

  private static Object make(String name, Object... components) {
    try {
      var constructor = type(name).getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor.newInstance(components);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
