package hotshoe.ansible;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.archive.Description;
import hotshoe.archive.Description.NotUnderstood;
import hotshoe.archive.Description.Understood;
import hotshoe.loader.content.Contents;
import hotshoe.loader.document.YamlDocuments;
import hotshoe.problem.Problem;
import hotshoe.translation.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of archives of Ansible inventories. */
class AnsibleDialectTest {

  private static final String SCRIPT = "#!/bin/sh\n[ \"$1\" = --list ] && echo '{}'\n";

  @TempDir Path above;

  private final AnsibleDialect dialect = new AnsibleDialect(new YamlDocuments());

  @Test
  void inventoryScriptsAloneAreOneInventoryNamedLikeTheirArchive() throws IOException {
    Folder folder =
        new Folder(above)
            .program("01-cloud", SCRIPT)
            .with("02-more.yml", "all:\n")
            .with("group_vars/all.yml", "a: 1\n")
            .with("README.md", "read me");
    golden("scripts", "deploy/my-hosts-1.2.tar.gz", folder);
  }

  @Test
  void aFolderAroundEverythingNamesTheExtensionAndItsArchiveTheVersion() throws IOException {
    Folder plain = new Folder(above).program("racks/hosts", SCRIPT);
    assertEquals(List.of("racks 1.2.0"), Golden.lines(described("deploy/racks-1.2.tar.gz", plain)));
    assertEquals(List.of("racks 0.0.0"), Golden.lines(described("deploy/upload-7.1.zip", plain)));
    Folder versioned = new Folder(above).program("racks-2.0.0/hosts", SCRIPT);
    assertEquals(List.of("racks 2.0.0"), Golden.lines(described("racks-1.2.tar.gz", versioned)));
  }

  @Test
  void aScriptThatIsNotMarkedIsMadeAProgramAndItsAuthorIsTold() throws IOException {
    golden("unmarked", "cloud-2.0.0.zip", new Folder(above).with("cloud.py", SCRIPT));
  }

  @Test
  void eachFolderOfInventoriesHasANameOfItsOwn() throws IOException {
    Folder folder =
        new Folder(above)
            .with("inventories/production/hosts", "web1\n")
            .with("inventories/Test Lab/hosts.ini", "test1\n")
            .with("ansible.cfg", "[defaults]\n");
    golden("folders", "sites-1.0.0.zip", folder);
  }

  @Test
  void aCollectionSaysWhoItIsAndItsPluginsHaveItsName() throws IOException {
    Folder folder =
        new Folder(above)
            .with(
                "galaxy.yml",
                "namespace: acme\nname: shelf\nversion: 1.4.0\ndescription: Shelves.\n")
            .with("plugins/inventory/racks.py", "class InventoryModule: pass\n")
            .with("plugins/inventory/__init__.py", "")
            .with("inventory/racks.yml", "plugin: acme.shelf.racks\n");
    golden("collection", "anything.zip", folder);
  }

  @Test
  void aCollectionThatWasBuiltSaysItInItsManifest() throws IOException {
    Folder folder =
        new Folder(above)
            .with(
                "MANIFEST.json",
                "{\"collection_info\": {\"namespace\": \"acme\", \"name\": \"shelf\", \"version\": \"1.4.0\"}}")
            .with("plugins/inventory/racks.py", "class InventoryModule: pass\n");
    assertEquals(
        List.of("acme.shelf 1.4.0"), Golden.lines(described("acme-shelf-1.4.0.tar.gz", folder)));
  }

  @Test
  void everyFaultOfACollectionOrANameIsToldWithWhatToDo() throws IOException {
    String plugin = "plugins/inventory/racks.py";
    List<String> lines = new ArrayList<>();
    for (String galaxy :
        List.of(
            "namespace: Acme\nname: shelf\nversion: 1.0.0\n",
            "namespace: acme\nversion: 1.0.0\n",
            "namespace: acme\nname: shelf\nversion: newest\n",
            "- no map\n",
            "namespace: [acme\n")) {
      Folder folder = new Folder(above).with("galaxy.yml", galaxy).with(plugin, "");
      lines.addAll(refused("shelf.zip", folder));
    }
    lines.addAll(refused("...zip", new Folder(above).program("x", SCRIPT)));
    Folder twins =
        new Folder(above).with("inventories/a b/h", "h\n").with("inventories/a:b/h", "h\n");
    lines.addAll(refused("sites.zip", twins));
    Golden.matches("faults.txt", lines);
  }

  @Test
  void archivesOfOtherKindsAreLeftToTheirDialects() throws IOException {
    assertTrue(isRecognised(new Folder(above).with("inventory/hosts", "web1\n")));
    assertTrue(isRecognised(new Folder(above).with("hosts", "web1\n").with("host_vars/web1", "")));
    assertTrue(isRecognised(new Folder(above).with("inventory_plugins/mine.py", "")));
    for (String foreign :
        List.of("manifest.yaml", "extension.yml", "calls.yaml", "META-INF/MANIFEST.MF")) {
      Folder folder = new Folder(above).with(foreign, "").with("inventory/hosts", "web1\n");
      assertFalse(isRecognised(folder), foreign);
    }
    assertFalse(isRecognised(new Folder(above).program("run.sh", "#!/bin/sh\necho hello\n")));
    assertFalse(isRecognised(new Folder(above).program("host.reboot", SCRIPT)));
    assertFalse(isRecognised(new Folder(above).with("galaxy.yml", "name: x\n")));
    assertFalse(isRecognised(new Folder(above).with("list.py", "the option --list\n")));
  }

  private boolean isRecognised(Folder folder) throws IOException {
    try (Contents contents = folder.open()) {
      return dialect.recognises(contents);
    }
  }

  private Description described(String origin, Folder folder) throws IOException {
    try (Contents contents = folder.open()) {
      assertTrue(dialect.recognises(contents));
      return dialect.describe(origin, contents);
    }
  }

  private List<String> refused(String origin, Folder folder) throws IOException {
    return ((NotUnderstood) described(origin, folder))
        .problems().stream().map(Problem::sentence).toList();
  }

  private void golden(String name, String origin, Folder folder) throws IOException {
    try (Contents contents = folder.open()) {
      assertTrue(dialect.recognises(contents));
      Description description = dialect.describe(origin, contents);
      Golden.matches(name + ".txt", Golden.lines(description));
      Golden.matches(
          name + ".bundle.txt",
          Golden.lines(
              dialect.translate(((Understood) description).descriptor(), contents),
              contents,
              above));
    }
  }
}
