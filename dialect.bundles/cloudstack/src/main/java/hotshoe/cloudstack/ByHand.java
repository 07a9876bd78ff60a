package hotshoe.cloudstack;

import hotshoe.archive.DocumentReader;
import hotshoe.extension.ExportedArchive;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.Extensions;
import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.extension.Installer;
import hotshoe.extension.Outcome;
import hotshoe.host.Host;
import hotshoe.operation.Invocation;
import hotshoe.operation.OperationProvider;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.type.BytesValue;
import hotshoe.type.Type;
import hotshoe.type.Values;
import hotshoe.type.Values.Secrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Extensions of CloudStack that somebody imports by the address of a manifest, or makes by hand: a
 * program, and actions one after the other. Each change writes an archive in the next version and
 * installs it as any other, so it can be gone back from and exported. Changes are made one after
 * another.
 */
@Component
public final class ByHand implements OperationProvider {

  private static final int LARGEST = 16 << 20;

  private final Extensions extensions;
  private final Installer installer;
  private final DocumentReader reader;
  private final Object turn = new Object();

  /**
   * Installs what it makes with these.
   *
   * @param host is ready, so that nobody waits for this at the start
   */
  @Activate
  public ByHand(
      @Reference(target = "(hotshoe.ready=true)") Host host,
      @Reference Extensions extensions,
      @Reference Installer installer,
      @Reference DocumentReader reader) {
    this.extensions = extensions;
    this.installer = installer;
    this.reader = reader;
  }

  @Override
  public List<Offer> operations() {
    return List.of(
        new Offer(ByHandOperations.importing(), this::importAt),
        new Offer(ByHandOperations.register(), this::register),
        new Offer(ByHandOperations.addAction(), this::addAction),
        new Offer(ByHandOperations.removeAction(), this::removeAction));
  }

  /** What its home calls importExtension (row CS-24). */
  private Object importAt(Invocation call) {
    InstallRequest request = InstallRequest.of(new Given(call.arguments()).text("manifesturl"));
    return told(installer.install(request, InstallListener.NONE));
  }

  private Object register(Invocation call) throws IOException {
    Given wanted = new Given(call.arguments());
    ExtensionName name = name(wanted.text("name"));
    byte[] bytes = program(wanted);
    String program = name + ending(wanted);
    synchronized (turn) {
      if (extensions.find(name).isPresent()) {
        throw new ProblemException(CloudStackProblems.taken(name));
      }
      return installed(name, new HandMade(HandMadeManifest.first(wanted, program), program, bytes));
    }
  }

  private Object addAction(Invocation call) throws IOException {
    Given wanted = new Given(call.arguments());
    Map<String, Object> action = plain(ActionType.ACTION, call.arguments());
    ExtensionName name = name(wanted.text("extension"));
    synchronized (turn) {
      HandMade before = before(name);
      List<Object> actions = HandMadeManifest.actions(before.manifest());
      actions.add(action);
      return installed(name, next(before, actions));
    }
  }

  private Object removeAction(Invocation call) throws IOException {
    Given wanted = new Given(call.arguments());
    ExtensionName name = name(wanted.text("extension"));
    String gone = wanted.text("name");
    synchronized (turn) {
      HandMade before = before(name);
      List<Object> actions = HandMadeManifest.actions(before.manifest());
      if (!actions.removeIf(action -> HandMadeManifest.isNamed(action, gone))) {
        throw new ProblemException(CloudStackProblems.noAction(name, gone));
      }
      return installed(name, next(before, actions));
    }
  }

  /** Wrong names and types are told when the archive is installed, as those of any other. */
  private static ExtensionName name(String written) {
    try {
      return new ExtensionName(EntrypointPath.folder(written));
    } catch (IllegalArgumentException unfit) {
      throw new ProblemException(CloudStackProblems.noName(written));
    }
  }

  private static HandMade next(HandMade before, List<Object> actions) {
    return new HandMade(
        HandMadeManifest.next(before.manifest(), actions), before.program(), before.bytes());
  }

  private HandMade before(ExtensionName name) throws IOException {
    ExportedArchive archive =
        installer
            .export(name)
            .orElseThrow(() -> new ProblemException(CloudStackProblems.notByHand(name)));
    try (InputStream bytes = archive.bytes()) {
      return HandMade.read(reader, bytes)
          .orElseThrow(() -> new ProblemException(CloudStackProblems.notByHand(name)));
    }
  }

  private Object installed(ExtensionName name, HandMade made) {
    InstallRequest request = InstallRequest.of(name + ".zip");
    InputStream archive = new ByteArrayInputStream(made.archive());
    return told(installer.install(request, archive, InstallListener.NONE));
  }

  private static Object told(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      throw new ProblemException(refused.problems());
    }
    if (outcome instanceof Outcome.Failed failed) {
      throw new ProblemException(List.of(failed.cause()));
    }
    Extension extension = extension(outcome);
    return Map.of("name", extension.name().value(), "version", extension.version().toString());
  }

  /** Nothing else can come of an installation. */
  private static Extension extension(Outcome outcome) {
    if (outcome instanceof Outcome.Installed installed) {
      return installed.extension();
    }
    if (outcome instanceof Outcome.Upgraded upgraded) {
      return upgraded.extension();
    }
    return ((Outcome.AlreadyPresent) outcome).extension();
  }

  /** What is run: a file of this machine, bytes, or a scaffold that does nothing yet. */
  private static byte[] program(Given wanted) throws IOException {
    Optional<String> path = wanted.optional("path");
    Optional<byte[]> bytes = wanted.find("program").map(it -> ((BytesValue) it).toArray());
    if (path.isPresent() && bytes.isPresent()) {
      throw new ProblemException(CloudStackProblems.twoPrograms());
    }
    if (path.isPresent()) {
      return file(path.get());
    }
    return bytes.isPresent() ? bytes.get() : scaffold();
  }

  private static byte[] file(String path) {
    Path file = Path.of(path);
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] read = bytes.readNBytes(LARGEST + 1);
      if (read.length > LARGEST) {
        throw new IOException("it is larger than " + (LARGEST >> 20) + " MiB");
      }
      return read;
    } catch (IOException failure) {
      Problem problem = CloudStackProblems.noProgram(path, failure);
      throw new ProblemException(problem);
    }
  }

  private static byte[] scaffold() throws IOException {
    try (InputStream bytes = ByHand.class.getResourceAsStream("scaffold.sh")) {
      return bytes.readAllBytes();
    }
  }

  /** As at home, the program is called like the folder; a script keeps its ending. */
  private static String ending(Given wanted) {
    String path = wanted.optional("path").orElse("");
    int dot = path.lastIndexOf('.');
    String ending = dot > path.lastIndexOf('/') ? path.substring(dot) : ".sh";
    return ending.matches("\\.[A-Za-z0-9]{1,10}") ? ending : ".sh";
  }

  /** The part of the arguments that an action is, without what was not given. */
  private static Map<String, Object> plain(Type.Record type, Map<String, Object> arguments) {
    Map<String, Object> plain = new LinkedHashMap<>();
    type.fields()
        .forEach(
            field -> {
              Object value =
                  Values.plain(field.type(), arguments.get(field.name()), Secrets.HIDDEN);
              if (value != null) {
                plain.put(field.name(), value);
              }
            });
    return plain;
  }
}
