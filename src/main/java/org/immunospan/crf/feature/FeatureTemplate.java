package org.immunospan.crf.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says which values of which neighbours make one feature: {@code w[0]} is the attribute {@code w}
 * of the token itself, {@code w[-1]|shape[0]} the attribute {@code w} of the token before together
 * with the shape of the token itself. An attribute with several values gives a feature for each
 * (for each combination). The feature's text is the template's text, {@code =}, and the values
 * joined by {@code |}. Immutable.
 *
 * @param terms one or more
 */
public record FeatureTemplate(List<Term> terms) {

  /** The attribute of that name at {@code offset} tokens to the right, negative for the left. */
  public record Term(String attribute, int offset) {
    @Override
    public String toString() {
      return attribute + "[" + offset + "]";
    }
  }

  private static final Pattern TERM =
      Pattern.compile("([^\\[\\]|=\\s]+)\\[(-?\\d+)(?:\\.\\.(-?\\d+))?]");

  public FeatureTemplate {
    terms = List.copyOf(terms);
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("a template needs a term");
    }
  }

  /**
   * Reads templates, one or more a line, separated by white space; {@code #} begins a comment.
   * {@code w[-2..2]} means five templates; with a range in a conjunction all its terms move
   * together: {@code w[-1..0]|w[0..1]} means {@code w[-1]|w[0]} and {@code w[0]|w[1]}.
   *
   * @throws IllegalArgumentException with the line number, if a template cannot be understood
   */
  public static List<FeatureTemplate> parseAll(String text) {
    List<FeatureTemplate> templates = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      for (String word : line.replaceFirst("#.*", "").split("\\s+", -1)) {
        if (!word.isEmpty()) {
          templates.addAll(parse(word, number));
        }
      }
    }
    return List.copyOf(templates);
  }

  private static List<FeatureTemplate> parse(String word, int line) {
    List<Term> first = new ArrayList<>();
    int copies = -1;
    for (String part : word.split("\\|", -1)) {
      Matcher matcher = TERM.matcher(part);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "templates:%s: found \"%s\", expected terms such as w[0] or w[-2..2], joined by |"
                .formatted(line, word));
      }
      int from = Integer.parseInt(matcher.group(2));
      int to = matcher.group(3) == null ? from : Integer.parseInt(matcher.group(3));
      if (to < from || (copies >= 0 && copies != to - from)) {
        throw new IllegalArgumentException(
            "templates:%s: found \"%s\", expected rising ranges of one length"
                .formatted(line, word));
      }
      copies = to - from;
      first.add(new Term(matcher.group(1), from));
    }
    List<FeatureTemplate> templates = new ArrayList<>();
    for (int shift = 0; shift <= copies; shift++) {
      int by = shift;
      templates.add(
          new FeatureTemplate(
              first.stream().map(t -> new Term(t.attribute(), t.offset() + by)).toList()));
    }
    return templates;
  }

  /** As it is written in a file of templates, without ranges. */
  @Override
  public String toString() {
    return String.join("|", terms.stream().map(Term::toString).toList());
  }
}
