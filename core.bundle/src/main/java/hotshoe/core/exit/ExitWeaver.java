package hotshoe.core.exit;

import hotshoe.extension.ExtensionName;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites calls that would end the host. A class that does not mention {@code exit} or {@code
 * halt} costs one look at its bytes.
 */
final class ExitWeaver implements WeavingHook {

  private static final Logger LOG = LoggerFactory.getLogger(ExitWeaver.class);
  private static final String REFUSAL = "hotshoe.host";

  private final Bundle own;

  /**
   * Guards every bundle but its own. What it needs to look at a class is loaded here: loaded later,
   * in the middle of loading another class of this bundle, it would wait for itself.
   */
  ExitWeaver(Bundle own) {
    this.own = own;
    ExitCalls.rehearse();
  }

  @Override
  public void weave(WovenClass woven) {
    if (own.equals(woven.getBundleWiring().getBundle())) {
      return;
    }
    byte[] bytes = woven.getBytes();
    if (ExitCalls.mayBeIn(bytes) && !isOfTheHost(woven.getBundleWiring().getBundle())) {
      rewrite(woven, bytes);
    }
  }

  private static boolean isOfTheHost(Bundle bundle) {
    return ExtensionName.HOST.value().equals(bundle.getHeaders("").get(ExtensionName.HEADER));
  }

  /** A class that cannot be read is left as it is: this guards against accidents only. */
  private static void rewrite(WovenClass woven, byte[] bytes) {
    try {
      Optional<byte[]> guarded = ExitCalls.replaced(bytes);
      if (guarded.isPresent()) {
        woven.setBytes(guarded.get());
        woven.getDynamicImports().add(REFUSAL);
        LOG.debug("{} may not end the host", woven.getClassName());
      }
    } catch (RuntimeException e) {
      LOG.debug("{} is not guarded", woven.getClassName(), e);
    }
  }
}
