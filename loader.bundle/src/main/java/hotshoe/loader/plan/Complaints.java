package hotshoe.loader.plan;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;

/** The sentences of those who tell why somebody cannot be wired whose needs are all offered. */
public interface Complaints {

  /** The resolver finds no way. */
  Problem conflict(ExtensionName who, String why);

  /** It is to become a part of the host itself. */
  Problem hostStays(ExtensionName who, String host);
}
