package org.immunospan.run;

/** The name and version of the program. */
public final class ProgramVersion {

  private ProgramVersion() {}

  /** For example {@code immunospan 0.1.0}; the version comes from the manifest of the jar. */
  public static String get() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return "immunospan " + (version == null ? "(not from a jar)" : version);
  }
}
