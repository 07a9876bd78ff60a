package hotshoe.runtime.framework;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.launch.Framework;

class UninstalledBundlesTest {

  @TempDir Path folder;

  @Test
  void a_bundle_that_used_a_service_is_not_remembered_once_it_is_uninstalled() throws Exception {
    Framework framework =
        new FrameworkFactory()
            .newFramework(Map.of("org.osgi.framework.storage", folder.toString()));
    framework.start();
    try {
      UninstalledBundles.forgetIn(framework);
      framework.getBundleContext().registerService(Runnable.class, () -> {}, null);
      WeakReference<Bundle> gone = new WeakReference<>(useAndUninstall(framework));
      assertTrue(isCollected(gone));
    } finally {
      framework.stop();
      framework.waitForStop(10_000);
    }
  }

  private static Bundle useAndUninstall(Framework framework) throws Exception {
    Bundle bundle = framework.getBundleContext().installBundle("memory:user", emptyBundle());
    bundle.start();
    BundleContext user = bundle.getBundleContext();
    var reference = user.getServiceReference(Runnable.class);
    assertFalse(user.getService(reference) == null);
    user.ungetService(reference);
    bundle.uninstall();
    return bundle;
  }

  private static InputStream emptyBundle() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
    manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
    manifest.getMainAttributes().putValue("Bundle-SymbolicName", "user");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JarOutputStream(bytes, manifest).close();
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static boolean isCollected(WeakReference<Bundle> reference) throws InterruptedException {
    for (int i = 0; i < 100 && reference.get() != null; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return reference.get() == null;
  }
}
