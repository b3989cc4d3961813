package org.immunospan.cli;

import org.immunospan.run.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {ProgramVersion.get()};
  }
}
