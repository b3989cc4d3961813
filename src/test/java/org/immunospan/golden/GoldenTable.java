package org.immunospan.golden;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A test that runs once for each row of a table under {@code src/test/resources/golden}; its only
 * parameter is a {@link Row}. The name of each run shows file, line and the column <i>why</i>.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(GoldenRows.class)
public @interface GoldenTable {

  /** The file, such as {@code cell/phenotypes.tsv}. */
  String value();
}
