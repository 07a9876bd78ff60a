package hotshoe.conformance;

import static org.junit.Assert.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.Test;

/** One test for each engine but Jupiter; only {@link ProofRecorderTest} runs them. */
public final class OtherEngines {

  private OtherEngines() {}

  /** JUnit 4, as Pax Exam uses it. */
  public static class JUnit4 {
    @Test
    @Proves("ROW-11")
    public void anOldTest() {
      assertEquals(2, 1 + 1);
    }
  }

  static class Properties {
    @Property(tries = 3)
    @Proves("ROW-12")
    boolean aPropertyOfAllNumbers(@ForAll int number) {
      return (number ^ -1) == ~number;
    }
  }

  @AnalyzeClasses(packagesOf = OtherEngines.class)
  static class Architecture {
    @ArchTest
    @Proves("ROW-13")
    static final ArchRule fieldsCanBeRules =
        ArchRuleDefinition.classes().that().haveSimpleName("Proof").should().bePackagePrivate();

    @ArchTest
    @Proves("ROW-14")
    static void methodsCanBeRules(JavaClasses classes) {
      ArchRuleDefinition.noClasses().should().haveSimpleName("Nobody").check(classes);
    }
  }
}
