package hotshoe.cloudstack.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of programs that a script names, on a machine that has curl alone. */
class ProgramHintsTest {

  @TempDir Path folder;

  @BeforeEach
  void curlIsHere() throws IOException {
    Path curl = Files.writeString(folder.resolve("curl"), "");
    curl.toFile().setExecutable(true);
  }

  private List<String> missing(String script) throws IOException {
    Path file = Files.writeString(folder.resolve("script"), script);
    return new ProgramHints(folder.toString()).missing(file);
  }

  @Test
  void programsThatStandWhereACommandStandsAndAreNotHereAreNamed() throws IOException {
    assertEquals(
        List.of("jq", "virsh", "wget"),
        missing(
            """
            #!/bin/bash
            # wget is not meant here, nor is socat
            name=$(jq -r .name "$2")
            curl -s x | jq . > y
              if virsh list; then wget z; fi
            """));
  }

  @Test
  void whatIsNoCommandIsNotMeant() throws IOException {
    assertEquals(
        List.of(),
        missing(
            """
            #!/usr/bin/env bash
            echo "install jq and virsh first"
            case $1 in
              socat) echo no;;
            esac
            jq_path=/opt/jq
            ssh() { echo mine; }
            ssh there
            """));
  }

  @Test
  void onlyShellScriptsAreRead() throws IOException {
    assertEquals(List.of(), missing("#!/usr/bin/env python3\njq = 1\njq\n"));
    assertEquals(List.of(), missing("\u007fELF\njq x\n"));
    assertEquals(List.of("jq"), missing("#!/usr/bin/env -S bash -e\njq x\n"));
  }

  @Test
  void aHugeScriptOfNothingTakesNoTime() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> missing("#!/bin/sh\n" + " \n".repeat(500_000) + "jq x"));
  }
}
