import dev.ddlint.rule.Category;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Option;
import dev.ddlint.rule.Options;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RuleKind;
import dev.ddlint.rule.RulePage;
import dev.ddlint.rule.TakesIn;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Makes the rule index of the rules' classes and pages, and fails the build where the two do
 * not fit. Run by Maven in the phase process-classes: {@code java build/RuleIndexBuilder.java rules target/classes}.
 */
final class RuleIndexBuilder {
  private final Path pages;
  private final Path classes;
  private final List<String> problems = new ArrayList<>();

  private RuleIndexBuilder(Path pages, Path classes) {
    this.pages = pages;
    this.classes = classes;
  }

  public static void main(String[] arguments) throws IOException {
    RuleIndexBuilder builder = new RuleIndexBuilder(Path.of(arguments[0]), Path.of(arguments[1]));
    builder.build();
    if (!builder.problems.isEmpty()) {
      System.err.println("The rules' classes and pages do not fit:");
      builder.problems.forEach(problem -> System.err.println("  " + problem));
      System.exit(1);
    }
  }

  private void build() throws IOException {
    Map<String, RulePage> read = readPages();
    Map<String, Class<?>> found = findClasses();
    for (String id : read.keySet()) {
      if (!found.containsKey(id)) {
        String file = "rules/" + read.get(id).category().word() + "/" + id + ".md";
        problems.add(file + ": no class is marked @Rule(\"" + id + "\")");
      }
    }
    List<RuleIndex.Entry> entries = new ArrayList<>();
    found.forEach((id, type) -> {
      RulePage page = read.get(id);
      if (page == null) {
        problems.add(type.getName() + ": the page rules/<category>/" + id + ".md is missing or malformed");
      } else {
        entry(page, type, entries);
      }
    });
    entries.forEach(this::checkTakesInItself);
    entries.forEach(entry -> checkTakesIn(entry, found));
    if (problems.isEmpty()) {
      entries.sort(Comparator.comparing(RuleIndex.Entry::category).thenComparing(RuleIndex.Entry::id));
      write(entries, found);
    }
  }

  private Map<String, RulePage> readPages() throws IOException {
    Map<String, RulePage> read = new TreeMap<>();
    for (Path file : files(pages, ".md")) {
      String id = file.getFileName().toString().replaceFirst("\\.md$", "");
      String folder = String.valueOf(file.getParent().getFileName());
      try {
        RulePage page = RulePage.parse(id, Files.readString(file));
        if (!page.category().word().equals(folder)) {
          problems.add(file + ": the category is `" + page.category().word() + "`, but the folder is `" + folder + "`");
        }
        checkAliases(file, page.aliases());
        if (read.put(id, page) != null) {
          problems.add(file + ": another page has the id `" + id + "`");
        }
      } catch (RulePage.Malformed e) {
        problems.add(file.getParent() + "/" + e.getMessage());
      }
    }
    return read;
  }

  private void checkAliases(Path file, List<String> aliases) {
    if (aliases.stream().distinct().count() < aliases.size()) {
      problems.add(file + ": an alias stands twice in " + aliases);
    }
    for (String alias : aliases) {
      if (!alias.matches("[a-z][a-z-]*:[A-Za-z0-9._/-]+")) {
        problems.add(file + ": the alias `" + alias + "` is not of the form tool:id");
      }
    }
  }

  private Map<String, Class<?>> findClasses() throws IOException {
    Map<String, Class<?>> found = new TreeMap<>();
    for (Path file : files(classes.resolve("dev/ddlint/rule"), ".class")) {
      String path = classes.relativize(file).toString().replace('\\', '/');
      String name = path.replaceFirst("\\.class$", "").replace('/', '.');
      if (name.contains("$") || name.endsWith("package-info")) {
        continue;
      }
      Class<?> type = load(name);
      Rule rule = type.getAnnotation(Rule.class);
      if (rule != null && found.put(rule.value(), type) != null) {
        problems.add(name + ": another class is marked @Rule(\"" + rule.value() + "\")");
      }
    }
    return found;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, RuleIndexBuilder.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private void entry(RulePage page, Class<?> type, List<RuleIndex.Entry> entries) {
    checkShape(page, type);
    Concerns concerns = type.getAnnotation(Concerns.class);
    if (concerns == null) {
      problems.add(type.getName() + ": says nothing of its effects, expected @Concerns(...)");
      return;
    }
    List<RuleKind> kinds =
        Arrays.stream(RuleKind.values()).filter(kind -> kind.contract().isAssignableFrom(type)).toList();
    if (kinds.size() != 1) {
      problems.add(type.getName() + ": implements " + kinds.size() + " of the rule interfaces, expected exactly one of "
          + Arrays.stream(RuleKind.values()).map(kind -> kind.contract().getSimpleName()).toList());
      return;
    }
    entries.add(new RuleIndex.Entry(page.id(), page.category(), page.level(), page.onByDefault(), page.aliases(),
        page.title(), kinds.get(0), subscribes(type, kinds.get(0)), List.of(concerns.value()), takesIn(type), options(type),
        options -> {
          throw new IllegalStateException("no rule is made while the index is");
        }));
  }

  private static List<RuleIndex.OptionEntry> options(Class<?> type) {
    return Arrays.stream(type.getAnnotationsByType(Option.class)).map(option -> new RuleIndex.OptionEntry(option.name(),
        option.kind(), option.value().isEmpty() ? List.of() : List.of(option.value().split(",")))).toList();
  }

  private static List<String> takesIn(Class<?> type) {
    TakesIn taken = type.getAnnotation(TakesIn.class);
    return taken == null ? List.of() : List.of(taken.value());
  }

  private void checkShape(RulePage page, Class<?> type) {
    List<Class<?>> parameters = options(type).isEmpty() ? List.of() : List.of(Options.class);
    boolean maker = Arrays.stream(type.getConstructors()).anyMatch(c -> parameters.equals(List.of(c.getParameterTypes())));
    if (!Modifier.isPublic(type.getModifiers()) || !Modifier.isFinal(type.getModifiers()) || !maker) {
      problems.add(type.getName() + ": a rule is a public final class with a public constructor "
          + (parameters.isEmpty() ? "without parameters" : "that takes its Options"));
    }
    if (!parameters.isEmpty() && !page.sections().containsKey(RulePage.OPTIONS)) {
      problems.add(page.id() + ": the class has an @Option, so its page has a section Options");
    }
    if (!type.getPackageName().equals("dev.ddlint.rule." + page.category().word())) {
      problems.add(type.getName() + ": belongs into the package dev.ddlint.rule." + page.category().word());
    }
    if (!type.getSimpleName().equals(camel(page.id()))) {
      problems.add(type.getName() + ": the class of " + page.id() + " is named " + camel(page.id()));
    }
  }

  private static String camel(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  private List<String> subscribes(Class<?> type, RuleKind kind) {
    if (kind.contract().getTypeParameters().length == 0) {
      return List.of();
    }
    On several = type.getAnnotation(On.class);
    if (several != null) {
      return Arrays.stream(several.value()).map(Class::getSimpleName).toList();
    }
    for (Type parent : type.getGenericInterfaces()) {
      if (parent instanceof ParameterizedType p && p.getRawType() == kind.contract()
          && p.getActualTypeArguments()[0] instanceof Class<?> subject) {
        return List.of(subject.getSimpleName());
      }
    }
    problems.add(type.getName() + ": must itself say `implements " + kind.contract().getSimpleName() + "<...>`");
    return List.of();
  }

  private void checkTakesInItself(RuleIndex.Entry entry) {
    if (entry.takesIn().contains(entry.id())) {
      problems.add(entry.id() + ": takes in itself");
    }
  }

  private void checkTakesIn(RuleIndex.Entry entry, Map<String, Class<?>> found) {
    entry.takesIn().stream().filter(id -> !found.containsKey(id)).forEach(
        id -> problems.add(entry.id() + ": takes in `" + id + "`, and no class is marked @Rule(\"" + id + "\")"));
  }

  /** Writes the index as a class, and compiles it; what is the same already is left as it is. */
  private void write(List<RuleIndex.Entry> entries, Map<String, Class<?>> found) throws IOException {
    String source = WrittenIndex.source(entries, found);
    String path = RuleIndex.WRITTEN.replace('.', '/');
    Path file = classes.resolveSibling("rule-index").resolve(path + ".java");
    if (Files.exists(classes.resolve(path + ".class")) && Files.exists(file) && Files.readString(file).equals(source)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "21", "-proc:none", "-nowarn",
        "-implicit:none", "-classpath", classes.toString(), "-d", classes.toString(), file.toString());
    if (failed != 0) {
      problems.add(file + ": does not compile");
    }
  }

  /** The index in Java. */
  private static final class WrittenIndex {
    private static final String ENTRY = "    all.add(new RuleIndex.Entry(%s, Category.%s, Level.%s, %s, %s, %s, RuleKind.%s,"
        + " %s, %s, %s, %s, options -> new %s(%s)));\n";

    /** A method a family: a method of Java's holds 64 KB. */
    static String source(List<RuleIndex.Entry> entries, Map<String, Class<?>> found) {
      StringBuilder calls = new StringBuilder();
      StringBuilder methods = new StringBuilder();
      for (Category category : Category.values()) {
        String method = "add" + category.name();
        calls.append("    ").append(method).append("(all);\n");
        methods.append("\n  private static void ").append(method).append("(List<RuleIndex.Entry> all) {\n");
        entries.stream().filter(entry -> entry.category() == category).forEach(entry -> methods.append(entry(entry, found.get(entry.id()))));
        methods.append("  }\n");
      }
      return """
          package dev.ddlint.rule;

          import dev.ddlint.finding.Level;
          import java.util.ArrayList;
          import java.util.List;
          import java.util.function.Supplier;

          public final class WrittenIndex implements Supplier<List<RuleIndex.Entry>> {
            @Override
            public List<RuleIndex.Entry> get() {
              List<RuleIndex.Entry> all = new ArrayList<>();
          %s    return all;
            }
          %s}
          """.formatted(calls, methods);
    }

    private static String entry(RuleIndex.Entry entry, Class<?> type) {
      return ENTRY.formatted(text(entry.id()), entry.category().name(), entry.level().name(), entry.onByDefault(),
          texts(entry.aliases()), text(entry.title()), entry.kind().name(),
          texts(entry.subscribes()), list(entry.effects().stream().map(effect -> "Effect." + effect.name())),
          texts(entry.takesIn()), list(entry.options().stream().map(option -> "new RuleIndex.OptionEntry("
              + text(option.name()) + ", Option.Kind." + option.kind().name() + ", " + texts(option.value()) + ")")),
          type.getName(), entry.options().isEmpty() ? "" : "options");
    }

    private static String texts(List<String> texts) {
      return list(texts.stream().map(WrittenIndex::text));
    }

    private static String list(Stream<String> elements) {
      return elements.collect(Collectors.joining(", ", "List.of(", ")"));
    }

    private static String text(String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
