package org.immunospan.format.cas;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunospan.format.write.DocumentWriter;

/** What the formats of a CAS share: a file for each document, and the types next to them. */
abstract class CasWriter implements DocumentWriter {

  @Override
  public final List<OneFile> files() {
    return List.of();
  }

  @Override
  public final Map<String, String> companions(Set<String> types) {
    return Map.of(CasElements.TYPE_SYSTEM, CasElements.typeSystem());
  }
}
