package hotshoe.shell;

import hotshoe.shell.command.ArchiveCommands;
import hotshoe.shell.command.AuditCommands;
import hotshoe.shell.command.EnvironmentCommands;
import hotshoe.shell.command.ExtensionCommands;
import hotshoe.shell.command.FlowCommands;
import hotshoe.shell.command.HelpCommand;
import hotshoe.shell.command.HostCommands;
import hotshoe.shell.command.InventoryChangeCommands;
import hotshoe.shell.command.InventoryCommands;
import hotshoe.shell.command.OperationCommands;
import hotshoe.shell.command.ResourceCommands;
import hotshoe.shell.command.RoleCommands;
import hotshoe.shell.command.SettingCommands;
import hotshoe.shell.command.SliceCommands;
import hotshoe.shell.command.TaskCommands;
import hotshoe.shell.command.TextCommands;
import hotshoe.shell.command.TokenCommands;
import hotshoe.shell.command.UserCommands;
import hotshoe.shell.text.ValueConverter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A real command processor with the shell's own commands, in front of services that are fakes. */
public final class Shell implements AutoCloseable {

  public final CommandProcessorImpl processor = new CommandProcessorImpl(null);
  public final FakeExtensions extensions = new FakeExtensions();
  public final FakeSlices slices = new FakeSlices();
  public final FakeHost host = new FakeHost();
  public final FakeOperations operations = new FakeOperations();
  public final FakeSettings settings = new FakeSettings();
  public final FakeUsers users = new FakeUsers();
  public final FakeAudit audit = new FakeAudit();
  public final FakeConfiguration configuration;
  public final Framework framework;

  public Shell(Path folder) throws BundleException {
    configuration = FakeConfiguration.of(folder);
    framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    folder.resolve("framework").toString(),
                    "felix.log.level",
                    "0"));
    framework.start();
    processor.addConverter(new ValueConverter());
    add(
        "ext",
        new ExtensionCommands(
            extensions, extensions, slices, configuration, framework.getBundleContext()),
        "list info enable disable");
    add(
        "ext",
        new ArchiveCommands(extensions, extensions),
        "plan install rollback versions export uninstall");
    add("slice", new SliceCommands(slices), "list info graph");
    add("hotshoe", new HostCommands(host, configuration, host, slices), "status config stop dump");
    add("hotshoe", new HelpCommand(), "help");
    FakeResources resources = new FakeResources();
    FakeRoles roles = new FakeRoles();
    add("op", new OperationCommands(operations, resources), "list info call");
    add("task", new TaskCommands(new FakeTasks(operations)), "list show cancel");
    add("setting", new SettingCommands(settings), "list get set reset orphans forget");
    add("env", new EnvironmentCommands(settings), "list create clear delete");
    add("res", new ResourceCommands(resources), "list show");
    FakeInventories inventories = new FakeInventories();
    add(
        "inv",
        new InventoryCommands(inventories, operations),
        "list show hosts host graph explain changes watch plugins plugin");
    add(
        "inv",
        new InventoryChangeCommands(inventories, operations),
        "refresh addhost groupby forget put remove");
    add("user", new UserCommands(users, roles), "list add remove password roles");
    add("token", new TokenCommands(users), "list add remove");
    add("role", new RoleCommands(roles, users), "list info");
    add("audit", new AuditCommands(audit), "tail");
    add("gogo", new TextCommands(processor), "cat echo grep sleep");
    add("gogo", new FlowCommands(), "each throw while");
  }

  private void add(String scope, Object target, String functions) {
    Arrays.stream(functions.split(" "))
        .forEach(function -> processor.addCommand(scope, target, function));
  }

  @Override
  public void close() throws BundleException, InterruptedException {
    processor.stop();
    framework.stop();
    framework.waitForStop(5_000);
  }
}
