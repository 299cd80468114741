import static org.objectweb.asm.Opcodes.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Makes plain classes of lambdas and method references: one for all of a class that implement the same interface, where
 * Java makes one for each when it first runs. A start-up archive can hold Java's, but each of two thousand costs every
 * start some microseconds, and half a millisecond where the archive was made without it.
 *
 * <p>Run by Maven in the phase process-classes, so the tests run what is shipped: {@code java build/PlainLambdas.java
 * target/classes}. A class that was done is not changed again; serializable lambdas are left as they are.
 */
final class PlainLambdas {
  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
  private static final String OBJECT = "java/lang/Object";
  private static final String NUMBER = "n";

  private final Path classes;
  /** The files to write, by name of their class. */
  private final Map<String, byte[]> changed = new TreeMap<>();
  /** What was made, by the class whose nest it belongs to. */
  private final Map<String, List<String>> members = new TreeMap<>();

  private PlainLambdas(Path classes) {
    this.classes = classes;
  }

  public static void main(String[] arguments) throws IOException {
    PlainLambdas lambdas = new PlainLambdas(Path.of(arguments[0]));
    try (Stream<Path> files = Files.walk(lambdas.classes)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        lambdas.change(Files.readAllBytes(file));
      }
    }
    for (String host : lambdas.members.keySet()) {
      lambdas.addMembers(host);
    }
    for (Map.Entry<String, byte[]> entry : lambdas.changed.entrySet()) {
      Files.write(lambdas.file(entry.getKey()), entry.getValue());
    }
  }

  private Path file(String name) {
    return classes.resolve(name + ".class");
  }

  private void change(byte[] code) {
    ClassReader reader = new ClassReader(code);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    Host host = new Host(writer);
    reader.accept(host, 0);
    if (host.plain.isEmpty()) {
      return;
    }
    changed.put(host.name, writer.toByteArray());
    for (PlainClass plain : host.plain.values()) {
      changed.put(plain.name, plain.code());
      members.computeIfAbsent(host.nest, nest -> new ArrayList<>()).add(plain.name);
    }
  }

  /** What was made may use private methods: it belongs to the nest of its class (JVMS, 4.7.28 and 4.7.29). */
  private void addMembers(String host) throws IOException {
    byte[] code = changed.containsKey(host) ? changed.get(host) : Files.readAllBytes(file(host));
    ClassWriter writer = new ClassWriter(0);
    List<String> added = new ArrayList<>(members.get(host));
    new ClassReader(code).accept(new ClassVisitor(ASM9, writer) {
      @Override
      public void visitNestMember(String member) {
        added.remove(member);
        super.visitNestMember(member);
      }

      @Override
      public void visitEnd() {
        added.forEach(super::visitNestMember);
        super.visitEnd();
      }
    }, 0);
    changed.put(host, writer.toByteArray());
  }

  /** A class with lambdas. */
  private static final class Host extends ClassVisitor {
    private final Map<String, PlainClass> plain = new LinkedHashMap<>();
    private String name = "";
    private String nest = "";

    Host(ClassVisitor next) {
      super(ASM9, next);
    }

    @Override
    public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
      super.visit(version, access, name, signature, parent, interfaces);
      this.name = name;
      this.nest = name;
    }

    @Override
    public void visitNestHost(String host) {
      super.visitNestHost(host);
      nest = host;
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] thrown) {
      return new MethodVisitor(ASM9, super.visitMethod(access, method, descriptor, signature, thrown)) {
        @Override
        public void visitInvokeDynamicInsn(String site, String shape, Handle bootstrap, Object... arguments) {
          if (!bootstrap.getOwner().equals(FACTORY) || !bootstrap.getName().equals("metafactory")) {
            super.visitInvokeDynamicInsn(site, shape, bootstrap, arguments);
            return;
          }
          Lambda lambda = new Lambda(Type.getArgumentTypes(shape), (Handle) arguments[1], (Type) arguments[2]);
          PlainClass of = plainClass(site, Type.getReturnType(shape), (Type) arguments[0]);
          super.visitMethodInsn(INVOKESTATIC, of.name, of.add(lambda), shape, false);
        }
      };
    }

    private PlainClass plainClass(String method, Type kind, Type shape) {
      String simple = kind.getInternalName().replaceFirst(".*[/$]", "");
      return plain.computeIfAbsent(kind.getInternalName() + "." + method + shape,
          key -> new PlainClass(name + "$$" + simple + plain.size(), nest, kind.getInternalName(), method, shape));
    }
  }

  /**
   * A lambda or a method reference.
   *
   * @param captured what it holds
   * @param code what it runs
   * @param shape what it takes and gives, where the interface says {@code Object}
   */
  private record Lambda(Type[] captured, Handle code, Type shape) {}

  /** The lambdas of a class that implement one interface, told apart by a number. */
  private static final class PlainClass {
    private final String name;
    private final String nest;
    private final String kind;
    private final String method;
    private final Type shape;
    private final List<Lambda> lambdas = new ArrayList<>();

    PlainClass(String name, String nest, String kind, String method, Type shape) {
      this.name = name;
      this.nest = nest;
      this.kind = kind;
      this.method = method;
      this.shape = shape;
    }

    /** Takes a lambda in, and answers the name of the method that gives it, whose parameters are what it holds. */
    String add(Lambda lambda) {
      lambdas.add(lambda);
      return maker(lambdas.size() - 1);
    }

    private static String maker(int number) {
      return "lambda" + number;
    }

    byte[] code() {
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      writer.visit(V21, ACC_FINAL | ACC_SYNTHETIC | ACC_SUPER, name, null, OBJECT, new String[]{kind});
      writer.visitNestHost(nest);
      writer.visitField(ACC_PRIVATE | ACC_FINAL, NUMBER, "I", null, null).visitEnd();
      fields().forEach((field, type) -> writer.visitField(ACC_PRIVATE, field, type, null, null).visitEnd());
      constructor(writer);
      for (int i = 0; i < lambdas.size(); i++) {
        maker(writer, i);
      }
      constants(writer);
      run(writer);
      writer.visitEnd();
      return writer.toByteArray();
    }

    /** One for each place and kind of value that any of the lambdas holds. */
    private Map<String, String> fields() {
      Map<String, String> fields = new TreeMap<>();
      for (Lambda lambda : lambdas) {
        for (int i = 0; i < lambda.captured().length; i++) {
          fields.put(field(lambda, i), kept(lambda.captured()[i]));
        }
      }
      return fields;
    }

    private static String field(Lambda lambda, int place) {
      Type type = lambda.captured()[place];
      return (isObject(type) ? "o" : type.getDescriptor().toLowerCase(java.util.Locale.ROOT)) + place;
    }

    private static String kept(Type type) {
      return isObject(type) ? "L" + OBJECT + ";" : type.getDescriptor();
    }

    private void constructor(ClassWriter writer) {
      MethodVisitor code = begin(writer, ACC_PRIVATE, "<init>", "(I)V");
      code.visitVarInsn(ALOAD, 0);
      code.visitMethodInsn(INVOKESPECIAL, OBJECT, "<init>", "()V", false);
      code.visitVarInsn(ALOAD, 0);
      code.visitVarInsn(ILOAD, 1);
      code.visitFieldInsn(PUTFIELD, name, NUMBER, "I");
      end(code, RETURN);
    }

    /** Without anything to hold there is one object for all, as Java does it. */
    private void maker(ClassWriter writer, int number) {
      Lambda lambda = lambdas.get(number);
      MethodVisitor code = begin(writer, ACC_STATIC, maker(number),
          Type.getMethodDescriptor(Type.getObjectType(kind), lambda.captured()));
      if (lambda.captured().length == 0) {
        code.visitFieldInsn(GETSTATIC, name, maker(number), "L" + name + ";");
        end(code, ARETURN);
        return;
      }
      make(code, number);
      int variable = 0;
      for (int i = 0; i < lambda.captured().length; i++) {
        Type type = lambda.captured()[i];
        code.visitInsn(DUP);
        code.visitVarInsn(type.getOpcode(ILOAD), variable);
        code.visitFieldInsn(PUTFIELD, name, field(lambda, i), kept(type));
        variable += type.getSize();
      }
      end(code, ARETURN);
    }

    private void make(MethodVisitor code, int number) {
      code.visitTypeInsn(NEW, name);
      code.visitInsn(DUP);
      code.visitLdcInsn(number);
      code.visitMethodInsn(INVOKESPECIAL, name, "<init>", "(I)V", false);
    }

    private void constants(ClassWriter writer) {
      MethodVisitor code = begin(writer, ACC_STATIC, "<clinit>", "()V");
      for (int i = 0; i < lambdas.size(); i++) {
        if (lambdas.get(i).captured().length == 0) {
          writer.visitField(ACC_PRIVATE | ACC_STATIC | ACC_FINAL, maker(i), "L" + name + ";", null, null).visitEnd();
          make(code, i);
          code.visitFieldInsn(PUTSTATIC, name, maker(i), "L" + name + ";");
        }
      }
      end(code, RETURN);
    }

    /** The method of the interface: goes by the number. */
    private void run(ClassWriter writer) {
      MethodVisitor code = begin(writer, ACC_PUBLIC, method, shape.getDescriptor());
      Label[] cases = new Label[lambdas.size()];
      Arrays.setAll(cases, i -> new Label());
      if (cases.length > 1) {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, name, NUMBER, "I");
        code.visitTableSwitchInsn(0, cases.length - 2, cases[cases.length - 1],
            Arrays.copyOf(cases, cases.length - 1));
      }
      for (int i = 0; i < cases.length; i++) {
        if (cases.length > 1) {
          code.visitLabel(cases[i]);
          code.visitFrame(F_SAME, 0, null, 0, null);
        }
        call(code, lambdas.get(i));
      }
      code.visitMaxs(0, 0);
      code.visitEnd();
    }

    private void call(MethodVisitor code, Lambda lambda) {
      Handle target = lambda.code();
      boolean makes = target.getTag() == H_NEWINVOKESPECIAL;
      boolean has = target.getTag() != H_INVOKESTATIC && !makes;
      List<Type> wanted = new ArrayList<>(has ? List.of(Type.getObjectType(target.getOwner())) : List.of());
      wanted.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
      if (makes) {
        code.visitTypeInsn(NEW, target.getOwner());
        code.visitInsn(DUP);
      }
      int held = lambda.captured().length;
      for (int i = 0; i < held; i++) {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, name, field(lambda, i), kept(lambda.captured()[i]));
        cast(code, Type.getType(kept(lambda.captured()[i])), lambda.captured()[i], wanted.get(i));
      }
      Type[] taken = shape.getArgumentTypes();
      Type[] meant = lambda.shape().getArgumentTypes();
      int variable = 1;
      for (int i = 0; i < taken.length; i++) {
        code.visitVarInsn(taken[i].getOpcode(ILOAD), variable);
        cast(code, taken[i], meant[i], wanted.get(held + i));
        variable += taken[i].getSize();
      }
      code.visitMethodInsn(opcode(target), target.getOwner(), target.getName(), target.getDesc(),
          target.isInterface());
      give(code, makes ? Type.getObjectType(target.getOwner()) : Type.getReturnType(target.getDesc()),
          shape.getReturnType());
    }

    private static int opcode(Handle target) {
      return switch (target.getTag()) {
        case H_INVOKESTATIC -> INVOKESTATIC;
        case H_INVOKEINTERFACE -> INVOKEINTERFACE;
        case H_NEWINVOKESPECIAL -> INVOKESPECIAL;
        // A private method of the nest, as a special one is here, is called like any other (JVMS, 5.4.6).
        default -> target.isInterface() ? INVOKEINTERFACE : INVOKEVIRTUAL;
      };
    }

    private static void give(MethodVisitor code, Type from, Type to) {
      if (to.getSort() == Type.VOID) {
        if (from.getSort() != Type.VOID) {
          code.visitInsn(from.getSize() == 2 ? POP2 : POP);
        }
        code.visitInsn(RETURN);
        return;
      }
      cast(code, from, from, to);
      code.visitInsn(to.getOpcode(IRETURN));
    }

    /**
     * Makes a value what is wanted.
     *
     * @param meant its type where the interface says {@code Object}
     */
    private static void cast(MethodVisitor code, Type from, Type meant, Type to) {
      if (isObject(from) && isObject(to)) {
        if (!to.getInternalName().equals(OBJECT) && !to.equals(from)) {
          code.visitTypeInsn(CHECKCAST, to.getInternalName());
        }
      } else if (isObject(from)) {
        Type unboxed = isObject(meant) ? unboxed(meant, to) : meant;
        code.visitTypeInsn(CHECKCAST, box(unboxed));
        code.visitMethodInsn(INVOKEVIRTUAL, box(unboxed), unboxed.getClassName() + "Value", "()" + unboxed, false);
        widen(code, unboxed, to);
      } else if (isObject(to)) {
        code.visitMethodInsn(INVOKESTATIC, box(from), "valueOf", "(" + from + ")L" + box(from) + ";", false);
      } else {
        widen(code, from, to);
      }
    }

    private static Type unboxed(Type boxed, Type otherwise) {
      for (Type type : List.of(Type.BOOLEAN_TYPE, Type.CHAR_TYPE, Type.BYTE_TYPE, Type.SHORT_TYPE, Type.INT_TYPE,
          Type.LONG_TYPE, Type.FLOAT_TYPE, Type.DOUBLE_TYPE)) {
        if (box(type).equals(boxed.getInternalName())) {
          return type;
        }
      }
      return otherwise;
    }

    private static void widen(MethodVisitor code, Type from, Type to) {
      if (from.equals(to) || from.getOpcode(ILOAD) == to.getOpcode(ILOAD)) {
        return;
      }
      switch (from.getDescriptor() + to.getDescriptor()) {
        case "JF" -> code.visitInsn(L2F);
        case "JD" -> code.visitInsn(L2D);
        case "FD" -> code.visitInsn(F2D);
        default -> code.visitInsn(switch (to.getSort()) {
          case Type.LONG -> I2L;
          case Type.FLOAT -> I2F;
          default -> I2D;
        });
      }
    }

    private static boolean isObject(Type type) {
      return type.getSort() >= Type.ARRAY;
    }

    private static String box(Type type) {
      return switch (type.getSort()) {
        case Type.BOOLEAN -> "java/lang/Boolean";
        case Type.CHAR -> "java/lang/Character";
        case Type.BYTE -> "java/lang/Byte";
        case Type.SHORT -> "java/lang/Short";
        case Type.INT -> "java/lang/Integer";
        case Type.LONG -> "java/lang/Long";
        case Type.FLOAT -> "java/lang/Float";
        default -> "java/lang/Double";
      };
    }

    private static MethodVisitor begin(ClassWriter writer, int access, String name, String shape) {
      MethodVisitor code = writer.visitMethod(access, name, shape, null, null);
      code.visitCode();
      return code;
    }

    private static void end(MethodVisitor code, int last) {
      code.visitInsn(last);
      code.visitMaxs(0, 0);
      code.visitEnd();
    }
  }
}
