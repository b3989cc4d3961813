package org.immunospan.crf;

import java.util.List;

/**
 * A property of one word form whatever stands around it: its lower-case form, its affixes, its
 * shape, the cluster it belongs to. Must be a pure function, safe for use by several threads: the
 * decoder computes it once per word form and keeps what follows from it.
 */
@FunctionalInterface
public interface WordAttribute {

  /** The distinct values of {@code form}, in a fixed order; empty where it has none. */
  List<String> values(String form);
}
