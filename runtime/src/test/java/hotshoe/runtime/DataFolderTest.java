package hotshoe.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path parent;

  @Test
  void the_folder_is_made_for_the_owner_only() throws IOException {
    Path path = parent.resolve("a/b/data");
    try (DataFolder folder = DataFolder.take(path)) {
      assertEquals(path, folder.path());
      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }
  }

  @Test
  void a_second_host_is_told_the_process_that_owns_the_folder() {
    try (DataFolder folder = DataFolder.take(parent)) {
      assertTrue(folder.path().equals(parent));
      String message =
          assertThrows(ProblemException.class, () -> DataFolder.take(parent)).getMessage();
      assertEquals(
          "HS-HOST-002: another host uses the data folder (%s): it belongs to process %d; stop it, or give this host a folder of its own with --data"
              .formatted(parent, ProcessHandle.current().pid()),
          message);
    }
  }

  @Test
  void a_folder_that_was_given_back_can_be_taken_again() {
    DataFolder.take(parent).close();
    DataFolder.take(parent).close();
    assertFalse(Files.exists(parent.resolve("pid")));
  }

  @Test
  void a_file_in_the_place_of_the_folder_is_refused() throws IOException {
    Path file = Files.writeString(parent.resolve("data"), "");
    assertRefused(file, "a file is in the place of a folder");
    assertRefused(file.resolve("deeper"), "a file is in the place of a folder");
  }

  @Test
  void a_folder_that_was_refused_is_free_for_the_next_who_comes() throws IOException {
    Path inTheWay = Files.createDirectory(parent.resolve("pid"));
    String message =
        assertThrows(ProblemException.class, () -> DataFolder.take(parent)).getMessage();
    assertTrue(message.startsWith("HS-HOST-003"), message);
    Files.delete(inTheWay);
    DataFolder.take(parent).close();
  }

  @Test
  void a_folder_that_cannot_be_written_is_refused() {
    assertRefused(Path.of("/proc/hotshoe-data"), "");
  }

  @Test
  void the_mark_of_a_clean_end_holds_once_and_for_the_same_parts_only() {
    try (DataFolder first = DataFolder.take(parent)) {
      assertFalse(first.takeCleanMark("parts"));
      first.setCleanMark();
    }
    try (DataFolder second = DataFolder.take(parent)) {
      assertTrue(second.takeCleanMark("parts"));
      assertFalse(second.takeCleanMark("parts"));
      second.setCleanMark();
    }
    try (DataFolder third = DataFolder.take(parent)) {
      assertFalse(third.takeCleanMark("other parts"));
      third.setCleanMark();
    }
  }

  @Test
  void parts_that_cannot_be_told_apart_are_never_the_same() {
    try (DataFolder folder = DataFolder.take(parent)) {
      assertFalse(folder.takeCleanMark(""));
      folder.setCleanMark();
      assertFalse(folder.takeCleanMark(""));
    }
  }

  private static void assertRefused(Path path, String why) {
    String message = assertThrows(ProblemException.class, () -> DataFolder.take(path)).getMessage();
    assertTrue(
        message.startsWith("HS-HOST-003: the data folder cannot be used (" + path + "): " + why),
        message);
  }
}
