package org.immunospan.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.immunospan.evaluate.Scheme;
import org.immunospan.evaluate.SystemSpans;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a constant of an enum by its name in lower case. */
abstract class LowerCaseNames<E extends Enum<E>> implements ITypeConverter<E> {

  private final E[] constants;

  private LowerCaseNames(Class<E> type) {
    constants = type.getEnumConstants();
  }

  @Override
  public E convert(String value) {
    return Arrays.stream(constants)
        .filter(constant -> label(constant).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected one of %s, found '%s'"
                        .formatted(
                            Arrays.stream(constants)
                                .map(LowerCaseNames::label)
                                .collect(Collectors.joining(", ")),
                            value)));
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The schemes of matching. */
  static final class OfScheme extends LowerCaseNames<Scheme> {
    OfScheme() {
      super(Scheme.class);
    }
  }

  /** What offsets count. */
  static final class OfOffsets extends LowerCaseNames<SystemSpans.Offsets> {
    OfOffsets() {
      super(SystemSpans.Offsets.class);
    }
  }
}
