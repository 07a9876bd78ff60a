package hotshoe.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class ProofRecorderTest {

  private static final String HERE = Fixtures.class.getName();

  @TempDir Path folder;

  @Test
  void everyEndingIsWrittenWithTheRowTheClassAndASentence() throws IOException {
    assertEquals(
        List.of(
            "# build b1",
            "ROW-1\t" + HERE + "$Endings\tIt stops (in time)\tpassed",
            "ROW-1\t" + HERE + "$Endings\ta slice in a thread reads YAML files\tpassed",
            "ROW-2\t" + HERE + "$Endings\ta slice in a thread reads YAML files\tpassed",
            "ROW-3\t" + HERE + "$Endings\tit fails\tfailed",
            "ROW-4\t" + HERE + "$Endings\tit gives up\tskipped",
            "ROW-5\t" + HERE + "$Endings\tit is disabled\tskipped",
            "ROW-6\t" + HERE + "$Endings\tsome numbers are odd\tpassed",
            "ROW-6\t" + HERE + "$Endings\tsome numbers are odd\tfailed"),
        run(Fixtures.Endings.class));
  }

  @Test
  void aRowOnAClassHoldsForItsTestsAndForThoseNestedInIt() throws IOException {
    assertEquals(
        List.of(
            "# build b1",
            "ROW-7\t" + HERE + "$Whole\tan outer test\tpassed",
            "ROW-7\t" + HERE + "$Whole$Inner\tan inner test\tpassed"),
        run(Fixtures.Whole.class));
  }

  @Test
  void aClassThatIsDisabledOrWhoseSetUpFailsTakesItsTestsWithIt() throws IOException {
    assertEquals(
        List.of(
            "# build b1",
            "ROW-8\t" + HERE + "$Asleep\tit would pass\tskipped",
            "ROW-9\t" + HERE + "$Unprepared\tit would pass\tfailed"),
        run(Fixtures.Asleep.class, Fixtures.Unprepared.class));
  }

  @Test
  void theTestsOfOtherEnginesAreRecordedToo() throws IOException {
    String here = OtherEngines.class.getName();
    assertEquals(
        List.of(
            "# build b1",
            "ROW-11\t" + here + "$JUnit4\tan old test\tpassed",
            "ROW-12\t" + here + "$Properties\ta property of all numbers\tpassed",
            "ROW-13\t" + here + "$Architecture\tfields can be rules\tpassed",
            "ROW-14\t" + here + "$Architecture\tmethods can be rules\tpassed"),
        run(
            OtherEngines.JUnit4.class,
            OtherEngines.Properties.class,
            OtherEngines.Architecture.class));
  }

  @Test
  void testsThatRunOnlyOnRequestAreLeftOut() throws IOException {
    assertEquals(List.of("# build b1"), run(Fixtures.Slow.class));
  }

  @Test
  void resultsOfAnotherBuildAreThrownAway() throws IOException {
    Files.writeString(folder.resolve("old.tsv"), "# build b0\nROW-1\tT\tt\tpassed\n");
    run(Fixtures.Slow.class);
    assertEquals(1, files().size());
  }

  @Test
  void resultsOfAnEarlierTestRunOfTheSameBuildAreKept() throws IOException {
    Files.writeString(folder.resolve("earlier.tsv"), "# build b1\nROW-1\tT\tt\tpassed\n");
    run(Fixtures.Slow.class);
    assertEquals(2, files().size());
  }

  private List<String> run(Class<?>... tests) throws IOException {
    var request = LauncherDiscoveryRequestBuilder.request();
    Stream.of(tests).forEach(test -> request.selectors(selectClass(test)));
    var quiet = LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
    var recorder = new ProofRecorder(Optional.of(folder), "b1");
    LauncherFactory.create(quiet).execute(request.build(), recorder);
    return Files.readAllLines(files().get(files().size() - 1));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
