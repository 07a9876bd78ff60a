package hotshoe.system;

import com.sun.management.UnixOperatingSystemMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.ThreadMXBean;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Reads from outside what a running host holds on to. */
final class Gauge implements AutoCloseable {
  private final JMXConnector connector;
  private final MBeanServerConnection server;

  /** Attaches to the process, which the test has started itself, so that its data is trusted. */
  @SuppressWarnings("BanJNDI")
  Gauge(long pid) throws IOException, AttachNotSupportedException {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
    try {
      connector =
          JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
      server = connector.getMBeanServerConnection();
    } finally {
      machine.detach();
    }
  }

  /**
   * What a process holds on to after garbage collection.
   *
   * @param heap bytes in use
   * @param metaspace bytes in use
   * @param classes loaded
   * @param threads alive
   * @param files open
   * @param bundles in memory, whether the framework still lists them or not
   */
  record Figures(long heap, long metaspace, long classes, long threads, long files, long bundles) {}

  Figures read() throws IOException {
    MemoryMXBean memory = bean(ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
    // Class loaders become free only after what they loaded; one collection is not always enough.
    for (int time = 0; time < 3; time++) {
      memory.gc();
      Home.pause(100);
    }
    return new Figures(
        memory.getHeapMemoryUsage().getUsed(),
        bean(
                ManagementFactory.MEMORY_POOL_MXBEAN_DOMAIN_TYPE + ",name=Metaspace",
                MemoryPoolMXBean.class)
            .getUsage()
            .getUsed(),
        bean(ManagementFactory.CLASS_LOADING_MXBEAN_NAME, ClassLoadingMXBean.class)
            .getLoadedClassCount(),
        bean(ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class).getThreadCount(),
        bean(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME, UnixOperatingSystemMXBean.class)
            .getOpenFileDescriptorCount(),
        instancesOf("org.apache.felix.framework.BundleImpl"));
  }

  /** How many there are, garbage left out. */
  private long instancesOf(String type) throws IOException {
    try {
      Object histogram =
          server.invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "gcClassHistogram",
              new Object[] {new String[0]},
              new String[] {String[].class.getName()});
      return String.valueOf(histogram)
          .lines()
          .map(line -> line.trim().split("\\s+"))
          .filter(columns -> columns.length > 3 && columns[3].equals(type))
          .mapToLong(columns -> Long.parseLong(columns[1]))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + type + " in the histogram"));
    } catch (JMException failure) {
      throw new IOException(failure);
    }
  }

  private <T extends java.lang.management.PlatformManagedObject> T bean(String name, Class<T> type)
      throws IOException {
    return ManagementFactory.newPlatformMXBeanProxy(server, name, type);
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
