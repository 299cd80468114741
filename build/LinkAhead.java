import static org.objectweb.asm.Opcodes.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Replaces what the start-up archive cannot hold. javac compiles a pattern {@code switch} and a record's {@code equals}
 * and {@code hashCode} to call sites that Java links when they first run, each by making a class, at about half a
 * millisecond; an archive (JEP 483) holds linked call sites of lambdas and of strings, not these. Here each becomes a
 * call of a private method that does the same by plain instructions.
 *
 * <p>Run by Maven in the phase process-classes, so the tests run what is shipped: {@code java build/LinkAhead.java
 * target/classes}. A class that was done is not changed again.
 */
final class LinkAhead {
  private static final String SWITCHES = "java/lang/runtime/SwitchBootstraps";
  private static final String RECORDS = "java/lang/runtime/ObjectMethods";

  private LinkAhead() {}

  public static void main(String[] arguments) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        byte[] before = Files.readAllBytes(file);
        byte[] after = linked(before);
        if (!Arrays.equals(before, after)) {
          Files.write(file, after);
        }
      }
    }
  }

  private static byte[] linked(byte[] code) {
    ClassReader reader = new ClassReader(code);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    Rewritten rewritten = new Rewritten(writer);
    reader.accept(rewritten, 0);
    return rewritten.made == 0 ? code : writer.toByteArray();
  }

  /** A class whose call sites are replaced; the methods that they call are written at its end. */
  private static final class Rewritten extends ClassVisitor {
    private final List<Runnable> methods = new ArrayList<>();
    private String name = "";
    private boolean isInterface;
    private int made;

    Rewritten(ClassVisitor next) {
      super(ASM9, next);
    }

    @Override
    public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
      super.visit(version, access, name, signature, parent, interfaces);
      this.name = name;
      this.isInterface = (access & ACC_INTERFACE) != 0;
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] thrown) {
      return new MethodVisitor(ASM9, super.visitMethod(access, method, descriptor, signature, thrown)) {
        @Override
        public void visitInvokeDynamicInsn(String site, String shape, Handle bootstrap, Object... labels) {
          Consumer<MethodVisitor> body = body(site, bootstrap, labels);
          if (body == null) {
            super.visitInvokeDynamicInsn(site, shape, bootstrap, labels);
            return;
          }
          String called = "linked$" + site + "$" + made++;
          methods.add(() -> write(called, shape, body));
          super.visitMethodInsn(INVOKESTATIC, name, called, shape, isInterface);
        }
      };
    }

    @Override
    public void visitEnd() {
      methods.forEach(Runnable::run);
      super.visitEnd();
    }

    private void write(String method, String shape, Consumer<MethodVisitor> body) {
      MethodVisitor code = super.visitMethod(ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, method, shape, null, null);
      code.visitCode();
      body.accept(code);
      code.visitMaxs(0, 0);
      code.visitEnd();
    }

    /** What a call site does, or null where it stays: the archive holds it, or it is not worth it. */
    private Consumer<MethodVisitor> body(String site, Handle bootstrap, Object[] labels) {
      return switch (bootstrap.getOwner() + "." + site) {
        case SWITCHES + ".typeSwitch" -> code -> typeSwitch(code, labels);
        case RECORDS + ".equals" -> code -> equalRecords(code, components(labels));
        case RECORDS + ".hashCode" -> code -> hashOfRecord(code, components(labels));
        default -> null;
      };
    }

    /**
     * The first label from the one asked for on that the value is an instance of, their number where there is none, -1
     * for null: {@link java.lang.runtime.SwitchBootstraps#typeSwitch}.
     */
    private void typeSwitch(MethodVisitor code, Object[] labels) {
      Label notNull = new Label();
      code.visitVarInsn(ALOAD, 0);
      code.visitJumpInsn(IFNONNULL, notNull);
      code.visitInsn(ICONST_M1);
      code.visitInsn(IRETURN);
      frame(code, notNull);
      for (int i = 0; i < labels.length; i++) {
        Label next = new Label();
        code.visitVarInsn(ILOAD, 1);
        code.visitLdcInsn(i);
        code.visitJumpInsn(IF_ICMPGT, next);
        code.visitVarInsn(ALOAD, 0);
        code.visitTypeInsn(INSTANCEOF, type(labels[i]).getInternalName());
        code.visitJumpInsn(IFEQ, next);
        code.visitLdcInsn(i);
        code.visitInsn(IRETURN);
        frame(code, next);
      }
      code.visitLdcInsn(labels.length);
      code.visitInsn(IRETURN);
    }

    private Type type(Object label) {
      if (label instanceof Type type) {
        return type;
      }
      throw new IllegalStateException(name + ": a switch mixes types with the constant " + label
          + ", which LinkAhead does not know: write the case as a type with a condition");
    }

    /** The same object, or one of this record with equal components: {@link java.lang.runtime.ObjectMethods}. */
    private void equalRecords(MethodVisitor code, List<Handle> components) {
      Label other = new Label();
      Label differs = new Label();
      code.visitVarInsn(ALOAD, 0);
      code.visitVarInsn(ALOAD, 1);
      code.visitJumpInsn(IF_ACMPNE, other);
      code.visitInsn(ICONST_1);
      code.visitInsn(IRETURN);
      frame(code, other);
      code.visitVarInsn(ALOAD, 1);
      code.visitTypeInsn(INSTANCEOF, name);
      code.visitJumpInsn(IFEQ, differs);
      for (Handle component : components) {
        get(code, 0, component);
        get(code, 1, component);
        equalValues(code, Type.getType(component.getDesc()), differs);
      }
      code.visitInsn(ICONST_1);
      code.visitInsn(IRETURN);
      frame(code, differs);
      code.visitInsn(ICONST_0);
      code.visitInsn(IRETURN);
    }

    private static void equalValues(MethodVisitor code, Type type, Label differs) {
      if (type.getSort() >= Type.ARRAY) {
        code.visitMethodInsn(INVOKESTATIC, "java/util/Objects", "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z",
            false);
        code.visitJumpInsn(IFEQ, differs);
        return;
      }
      code.visitMethodInsn(INVOKESTATIC, box(type), "compare", "(" + type + type + ")I", false);
      code.visitJumpInsn(IFNE, differs);
    }

    private void hashOfRecord(MethodVisitor code, List<Handle> components) {
      code.visitInsn(ICONST_0);
      for (Handle component : components) {
        code.visitLdcInsn(31);
        code.visitInsn(IMUL);
        get(code, 0, component);
        Type type = Type.getType(component.getDesc());
        boolean object = type.getSort() >= Type.ARRAY;
        code.visitMethodInsn(INVOKESTATIC, object ? "java/util/Objects" : box(type), "hashCode",
            "(" + (object ? "Ljava/lang/Object;" : type) + ")I", false);
        code.visitInsn(IADD);
      }
      code.visitInsn(IRETURN);
    }

    /** The getters follow the record's class and its components' names. */
    private static List<Handle> components(Object[] labels) {
      return Arrays.stream(labels).skip(2).map(Handle.class::cast).toList();
    }

    private void get(MethodVisitor code, int variable, Handle component) {
      code.visitVarInsn(ALOAD, variable);
      code.visitTypeInsn(CHECKCAST, name);
      code.visitFieldInsn(GETFIELD, name, component.getName(), component.getDesc());
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

    private static void frame(MethodVisitor code, Label label) {
      code.visitLabel(label);
      code.visitFrame(F_SAME, 0, null, 0, null);
    }
  }
}
