package org.immunospan.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class VersionProvider implements IVersionProvider {

  static String programVersion() {
    String version = VersionProvider.class.getPackage().getImplementationVersion();
    return "immunospan " + (version == null ? "(not from a jar)" : version);
  }

  @Override
  public String[] getVersion() {
    return new String[] {programVersion()};
  }
}
