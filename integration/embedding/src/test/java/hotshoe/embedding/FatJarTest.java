package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars in a jar, as Spring Boot packs programs: nothing of the host is a file of its own. */
class FatJarTest {

  private static final Path PARTS = Path.of("target/parts");

  private static final List<String> LIBRARIES =
      List.of(
          "hotshoe.runtime.jar",
          "hotshoe.api.jar",
          "org.apache.felix.framework.jar",
          "org.osgi.service.log.jar",
          "slf4j-api.jar",
          "snakeyaml.jar");

  @TempDir Path folder;

  @Test
  void a_host_runs_out_of_a_jar_within_a_jar() throws IOException, InterruptedException {
    Path jar = pack(folder.resolve("program.jar"));
    Path hello = PARTS.resolve("hotshoe.example.hello.jar").toAbsolutePath();
    try (JavaProcess program =
        JavaProcess.start(folder, "-jar", jar.toString(), hello.toString())) {
      assertEquals(0, program.awaitEnd(), program.output());
      assertTrue(program.output().contains("hello ACTIVE"), program.output());
      assertTrue(program.output().contains("hello.greeter ACTIVE"), program.output());
      assertTrue(program.output().contains("closed"), program.output());
    }
  }

  private static Path pack(Path target) throws IOException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.put(Attributes.Name.MAIN_CLASS, "org.springframework.boot.loader.launch.JarLauncher");
    headers.putValue("Start-Class", Program.class.getName());
    headers.putValue("Spring-Boot-Classes", "BOOT-INF/classes/");
    headers.putValue("Spring-Boot-Lib", "BOOT-INF/lib/");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(target), manifest)) {
      unpack(PARTS.resolve("spring-boot-loader.jar"), jar);
      for (String inner : List.of("BOOT-INF/", "BOOT-INF/classes/", "BOOT-INF/lib/")) {
        jar.putNextEntry(new JarEntry(inner));
      }
      String program = Program.class.getName().replace('.', '/') + ".class";
      jar.putNextEntry(new JarEntry("BOOT-INF/classes/" + program));
      jar.write(Files.readAllBytes(Path.of("target/test-classes", program)));
      for (String library : LIBRARIES) {
        store(PARTS.resolve(library), "BOOT-INF/lib/" + library, jar);
      }
    }
    return target;
  }

  private static void unpack(Path source, JarOutputStream jar) throws IOException {
    try (JarFile file = new JarFile(source.toFile())) {
      for (JarEntry entry : file.stream().filter(it -> it.getName().endsWith(".class")).toList()) {
        jar.putNextEntry(new JarEntry(entry.getName()));
        file.getInputStream(entry).transferTo(jar);
      }
    }
  }

  /** Jars within are stored as they are, or their loader does not take them. */
  private static void store(Path source, String name, JarOutputStream jar) throws IOException {
    byte[] bytes = Files.readAllBytes(source);
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    JarEntry entry = new JarEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    jar.putNextEntry(entry);
    jar.write(bytes);
  }
}
