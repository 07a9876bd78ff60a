package hotshoe.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The shape of sources: small files, small methods, no null results, no silent catches, no state
 * shared by all, every public type explained. The compiler's own parser reads them; nothing is
 * compiled.
 */
public final class SourceShape {

  private static final int FILE_LIMIT = 400;

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

  /** What is wrong with one source. */
  public List<Finding> check(String where, String source) throws IOException {
    List<Finding> findings = new ArrayList<>();
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null, null, null, List.of("-proc:none"), null, List.of(new Text(source)));
    for (CompilationUnitTree unit : task.parse()) {
      new SourceVisitor(where, source, DocTrees.instance(task), unit).scan(unit, findings);
    }
    long lines = CodeLines.count(source);
    if (lines > FILE_LIMIT) {
      findings.add(
          new Finding(
              lines + " lines of code",
              where,
              "a file has at most " + FILE_LIMIT + ": larger ones hold several ideas",
              "give each idea its own type"));
    }
    return findings;
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String source;

    Text(String source) {
      super(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }
}
