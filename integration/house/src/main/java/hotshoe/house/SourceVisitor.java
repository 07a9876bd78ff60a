package hotshoe.house;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.lang.model.element.Modifier;

/** Walks through one parsed source and adds what it finds to the list it is given. */
final class SourceVisitor extends TreePathScanner<Void, List<Finding>> {

  private static final int METHOD_LIMIT = 60;

  /**
   * A comment that begins with this says why null is right there, mostly because somebody else's
   * API asks for it.
   */
  private static final String REASON = "// null:";

  private static final Set<String> MUTABLE =
      Set.of(
          "ArrayList",
          "LinkedList",
          "HashMap",
          "HashSet",
          "LinkedHashMap",
          "LinkedHashSet",
          "TreeMap",
          "TreeSet",
          "ConcurrentHashMap",
          "ConcurrentSkipListMap",
          "CopyOnWriteArrayList",
          "ConcurrentLinkedQueue",
          "ArrayDeque",
          "AtomicInteger",
          "AtomicLong",
          "AtomicBoolean",
          "AtomicReference",
          "LongAdder",
          "ThreadLocal",
          "StringBuilder");

  private final String where;
  private final String source;
  private final DocTrees trees;
  private final CompilationUnitTree unit;

  SourceVisitor(String where, String source, DocTrees trees, CompilationUnitTree unit) {
    this.where = where;
    this.source = source;
    this.trees = trees;
    this.unit = unit;
  }

  @Override
  public Void visitClass(ClassTree type, List<Finding> findings) {
    boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
    if (isPublic && trees.getDocComment(getCurrentPath()) == null) {
      findings.add(
          new Finding(
              type.getSimpleName() + " is public and not explained",
              place(type),
              "every public type says what it is, its units, errors and threads",
              "write its Javadoc, or make it package-private"));
    }
    return super.visitClass(type, findings);
  }

  @Override
  public Void visitMethod(MethodTree method, List<Finding> findings) {
    long lines = CodeLines.count(text(method));
    if (lines > METHOD_LIMIT) {
      findings.add(
          new Finding(
              method.getName() + " has " + lines + " lines of code",
              place(method),
              "a method has at most "
                  + METHOD_LIMIT
                  + ", and mostly 10: what needs more holds several steps",
              "give each step a name and a method of its own"));
    }
    return super.visitMethod(method, findings);
  }

  @Override
  public Void visitReturn(ReturnTree result, List<Finding> findings) {
    if (mayBeNull(result.getExpression()) && answersForAMethod() && !hasReason(result)) {
      findings.add(
          new Finding(
              "returns null",
              place(result),
              "null says nothing about what happened, and the caller forgets it",
              "return an Optional, an empty collection or a type that names the outcome; where somebody else's API asks for null, write \""
                  + REASON
                  + " why\" above"));
    }
    return super.visitReturn(result, findings);
  }

  @Override
  public Void visitCatch(CatchTree handler, List<Finding> findings) {
    if (handler.getBlock().getStatements().isEmpty()) {
      findings.add(
          new Finding(
              "an empty catch",
              place(handler),
              "what is swallowed is never found again",
              "report it, attach it to what is thrown, or turn it into an outcome"));
    }
    return super.visitCatch(handler, findings);
  }

  @Override
  public Void visitVariable(VariableTree variable, List<Finding> findings) {
    if (isStaticField(variable) && isMutable(variable)) {
      findings.add(
          new Finding(
              "the static " + variable.getName() + " can change",
              place(variable),
              "two hosts in one JVM, and two tests, must not meet in a static",
              "make it a final field of the object that owns it and pass that on"));
    }
    return super.visitVariable(variable, findings);
  }

  private boolean isStaticField(VariableTree variable) {
    boolean isField = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
    return isField && variable.getModifiers().getFlags().contains(Modifier.STATIC);
  }

  private static boolean isMutable(VariableTree variable) {
    boolean isFinal = variable.getModifiers().getFlags().contains(Modifier.FINAL);
    return !isFinal || createsMutable(variable.getInitializer());
  }

  private static boolean createsMutable(ExpressionTree value) {
    return value instanceof NewClassTree made
        && MUTABLE.contains(
            made.getIdentifier().toString().replaceAll("<.*", "").replaceAll(".*\\.", ""));
  }

  private static boolean mayBeNull(ExpressionTree value) {
    if (value instanceof ConditionalExpressionTree choice) {
      return mayBeNull(choice.getTrueExpression()) || mayBeNull(choice.getFalseExpression());
    }
    return value != null && value.getKind() == Kind.NULL_LITERAL;
  }

  /**
   * Not inside a lambda, whose type a parser does not know, and not in a method of type Void, which
   * has no other value.
   */
  private boolean answersForAMethod() {
    return StreamSupport.stream(getCurrentPath().spliterator(), false)
        .filter(tree -> tree instanceof MethodTree || tree instanceof LambdaExpressionTree)
        .findFirst()
        .filter(
            tree ->
                tree instanceof MethodTree method
                    && !"Void".equals(String.valueOf(method.getReturnType())))
        .isPresent();
  }

  /** In the line above, or in a line of the statement. */
  private boolean hasReason(Tree tree) {
    long first = Math.max(1, line(tree) - 1);
    long last =
        unit.getLineMap().getLineNumber(trees.getSourcePositions().getEndPosition(unit, tree));
    return source
        .lines()
        .skip(first - 1)
        .limit(last - first + 1)
        .anyMatch(line -> line.contains(REASON));
  }

  private String text(Tree tree) {
    int from = (int) trees.getSourcePositions().getStartPosition(unit, tree);
    int to = (int) trees.getSourcePositions().getEndPosition(unit, tree);
    return from < 0 || to < from ? "" : source.substring(from, to);
  }

  private long line(Tree tree) {
    return unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
  }

  private String place(Tree tree) {
    return where + ":" + line(tree);
  }
}
