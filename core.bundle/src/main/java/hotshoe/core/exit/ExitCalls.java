package hotshoe.core.exit;

import java.util.Arrays;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds {@code System.exit}, {@code Runtime.exit} and {@code Runtime.halt} in the bytes of a class,
 * as calls and as method references, and puts a refusal in their place. A pure function.
 */
final class ExitCalls {

  private static final String REFUSAL = "hotshoe/host/ExitRefused";
  private static final String SYSTEM = "java/lang/System";
  private static final String RUNTIME = "java/lang/Runtime";
  private static final String TAKES_STATUS = "(I)V";
  private static final String TAKES_RUNTIME_AND_STATUS = "(Ljava/lang/Runtime;I)V";

  private ExitCalls() {}

  /** Replaces the calls of a small class that has them, so that all classes needed are loaded. */
  static void rehearse() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Rehearsal", null, "java/lang/Object", null);
    MethodVisitor method =
        writer.visitMethod(Opcodes.ACC_STATIC, "leave", TAKES_STATUS, null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ILOAD, 0);
    method.visitMethodInsn(Opcodes.INVOKESTATIC, SYSTEM, "exit", TAKES_STATUS, false);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(1, 1);
    method.visitEnd();
    writer.visitEnd();
    byte[] bytes = writer.toByteArray();
    if (!mayBeIn(bytes) || replaced(bytes).isEmpty()) {
      throw new IllegalStateException("calls of exit would not be found");
    }
  }

  /**
   * Whether the class mentions one of the names. Looks for the four letters behind the mark of a
   * four-letter text of the constant pool.
   */
  static boolean mayBeIn(byte[] bytes) {
    for (int i = 3; i < bytes.length - 3; i++) {
      byte first = bytes[i];
      if ((first == 'e' || first == 'h')
          && bytes[i - 1] == 4
          && bytes[i - 2] == 0
          && bytes[i - 3] == 1
          && (isHere("exit", bytes, i) || isHere("halt", bytes, i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHere(String word, byte[] bytes, int at) {
    return bytes[at] == word.charAt(0)
        && bytes[at + 1] == word.charAt(1)
        && bytes[at + 2] == word.charAt(2)
        && bytes[at + 3] == word.charAt(3);
  }

  /**
   * The class with the calls replaced; empty when there are none.
   *
   * @throws RuntimeException when the bytes are not a class or of a version that is not known
   */
  static Optional<byte[]> replaced(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    Replacement replacement = new Replacement(writer);
    reader.accept(replacement, 0);
    return replacement.done ? Optional.of(writer.toByteArray()) : Optional.empty();
  }

  private static boolean ends(String owner, String name, String descriptor) {
    return descriptor.equals(TAKES_STATUS)
        && ((owner.equals(SYSTEM) && name.equals("exit"))
            || (owner.equals(RUNTIME) && (name.equals("exit") || name.equals("halt"))));
  }

  private static String refusal(String owner) {
    return owner.equals(SYSTEM) ? TAKES_STATUS : TAKES_RUNTIME_AND_STATUS;
  }

  private static final class Replacement extends ClassVisitor {

    private boolean done;

    Replacement(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new Calls(super.visitMethod(access, name, descriptor, signature, exceptions));
    }

    private final class Calls extends MethodVisitor {

      Calls(MethodVisitor next) {
        super(Opcodes.ASM9, next);
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        if (ends(owner, name, descriptor)) {
          done = true;
          super.visitMethodInsn(Opcodes.INVOKESTATIC, REFUSAL, "exit", refusal(owner), false);
        } else {
          super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
        }
      }

      @Override
      public void visitInvokeDynamicInsn(
          String name, String descriptor, Handle bootstrap, Object... arguments) {
        Object[] harmless = Arrays.stream(arguments).map(this::harmless).toArray();
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, harmless);
      }

      private Object harmless(Object argument) {
        if (argument instanceof Handle handle
            && ends(handle.getOwner(), handle.getName(), handle.getDesc())) {
          done = true;
          return new Handle(
              Opcodes.H_INVOKESTATIC, REFUSAL, "exit", refusal(handle.getOwner()), false);
        }
        return argument;
      }
    }
  }
}
