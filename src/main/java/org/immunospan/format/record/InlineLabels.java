package org.immunospan.format.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.immunospan.text.Section;
import org.immunospan.text.Span;

/**
 * Finds the parts of a structured abstract that came as one string: {@code BACKGROUND: We … .
 * METHODS: Cells …}. A label is a run of capitals before a colon, made of the words that journals
 * use, at the very start or after the end of a sentence. The label stays in the text and belongs to
 * its section.
 *
 * <p>Misses labels without a colon and words that are not in the list; {@code DNA: } and the like
 * are therefore no labels. The words were collected from 46,000 abstracts of PubMed, where these
 * make up all labels seen more than a few times.
 */
public final class InlineLabels {

  private static final int LONGEST = 80;

  /** Words that carry the meaning of a label. */
  private static final Set<String> WORDS =
      Set.of(
          ("ABSTRACT ACQUISITION AIM AIMS ANALYSES ANALYSIS ANIMALS APPRAISAL APPROACH"
                  + " AUTHORS AVAILABILITY BACKGROUND BENEFITS CASE CASES CLASSIFICATION COLLECTION"
                  + " COMMENTARY CONCLUSION CONCLUSIONS CONSENSUS CONTEXT COSTS COVERED CRITERIA DATA"
                  + " DESCRIPTION DESIGN DIAGNOSIS DISCUSSION DISSEMINATION ETHICS EVALUATION"
                  + " EVIDENCE EXPOSURE EXPOSURES EXTRACTION FINDINGS FUNDING GOAL GOALS HARMS"
                  + " HIGHLIGHTS HYPOTHESES HYPOTHESIS IDENTIFICATION IMPLEMENTATION IMPLICATIONS"
                  + " IMPORTANCE INFORMATION INTERPRETATION INTERVENTION INTERVENTIONS INTRODUCTION"
                  + " KNOWN LIMITATION LIMITATIONS MATERIAL MATERIALS MEASURE MEASUREMENT"
                  + " MEASUREMENTS MEASURES MESSAGE MESSAGES METHOD METHODOLOGY METHODS MOTIVATION"
                  + " OBJECT OBJECTIVE OBJECTIVES OBSERVATION OBSERVATIONS OPTIONS OUTCOME OUTCOMES"
                  + " OVERVIEW PARTICIPANTS PATIENTS PERSPECTIVE POINTS POPULATION PROBLEM PROCEDURE"
                  + " PROCEDURES PROTOCOL PURPOSE PURPOSES QUESTION QUESTIONS RATIONALE"
                  + " RECOMMENDATION RECOMMENDATIONS REGISTRATION REGISTRATIONS RELEVANCE RESULT"
                  + " RESULTS REVIEWED SAMPLE SELECTION SETTING SETTINGS SIGNIFICANCE SOURCE SOURCES"
                  + " SPONSOR SPONSORS SPONSORSHIP STATISTICS STRATEGY SUBJECTS SUMMARY SYNTHESIS"
                  + " TRIAL UNASSIGNED UNLABELLED VALIDATION VALUES")
              .split(" "));

  /** Further words that a label may hold. */
  private static final Set<String> COMPANIONS =
      Set.of(
          ("A ALREADY AND ANSWER AREAS ART ARTICLE BASE BASIC BEING CAUTION CHANCE CLINICAL"
                  + " COMPETING DURATION ELECTRONIC ELIGIBILITY EXCLUSION EXPERIMENTAL EXPERT FOLLOW"
                  + " FOR FROM FUTURE HISTORY IN INCLUSION INTEGRATION INTERESTS IS KEY LEARNING"
                  + " LEVEL LITERATURE MAIN NUMBER NUMBERS NURSING OF ON OPINION OR PATIENT"
                  + " PERFORMING PLACE POTENTIAL PRACTICAL PRACTICE PRESENTATION PRIMARY PRINCIPAL"
                  + " PROSPERO QUALITY REASONS RECENT REPORT RESEARCH REVIEW REVIEWER REVIEWERS ROLE"
                  + " S SEARCH SECONDARY SIZE STATE STATEMENT STATISTICAL STUDIES STUDY SUPPLEMENTARY"
                  + " SYSTEM SYSTEMATIC TABULATION THE TO TOPIC TRANSLATIONAL TRIALS TYPE TYPES UP"
                  + " USED VARIABLES WHAT WIDER")
              .split(" "));

  private InlineLabels() {}

  /**
   * The sections of an abstract, sorted and disjoint; {@code abstract} for what comes before the
   * first label, and for all of it when there is none. Empty only for a blank text.
   */
  public static List<Section> sections(String text) {
    List<Section> sections = new ArrayList<>();
    String label = Section.ABSTRACT;
    int begin = 0;
    for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
      int labelBegin = labelBegin(text, colon);
      if (labelBegin >= begin) {
        add(sections, label, text, begin, labelBegin);
        label = sectionLabel(text.substring(labelBegin, colon));
        begin = labelBegin;
      }
    }
    if (sections.isEmpty() && begin == 0 && !text.isEmpty()) {
      return List.of(new Section(label, new Span(0, text.length())));
    }
    add(sections, label, text, begin, text.length());
    return sections;
  }

  /** What a label is called among sections: lowercase, one space between words. */
  public static String sectionLabel(String label) {
    String lower = label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    boolean plain = lower.isEmpty() || lower.equals("unlabelled") || lower.equals(Section.TITLE);
    return plain ? Section.ABSTRACT : lower;
  }

  /** Whether these words are a label, whatever their case. */
  public static boolean isLabel(String words) {
    boolean meaning = false;
    for (String word :
        words.toUpperCase(Locale.ROOT).replace("(S)", "").split("[ \n&/,'’-]+", -1)) {
      if (WORDS.contains(word)) {
        meaning = true;
      } else if (!word.isEmpty() && !COMPANIONS.contains(word)) {
        return false;
      }
    }
    return meaning;
  }

  /** Where the label before a colon begins, or -1. */
  private static int labelBegin(String text, int colon) {
    int begin = colon;
    while (begin > 0 && colon - begin < LONGEST && belongsToLabel(text.charAt(begin - 1))) {
      begin--;
    }
    while (begin < colon && !isCapital(text.charAt(begin))) {
      begin++;
    }
    return colon - begin > 2
            && followsSentence(text, begin)
            && isLabel(text.substring(begin, colon))
        ? begin
        : -1;
  }

  private static boolean belongsToLabel(char c) {
    return isCapital(c) || " \n&/,()'’-".indexOf(c) >= 0;
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean followsSentence(String text, int begin) {
    int last = begin - 1;
    while (last >= 0 && Character.isWhitespace(text.charAt(last))) {
      last--;
    }
    boolean apart = last < begin - 1;
    while (last >= 0 && ")]\"'”’".indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return last < 0 || (apart && ".?!".indexOf(text.charAt(last)) >= 0);
  }

  private static void add(List<Section> sections, String label, String text, int begin, int end) {
    int trimmed = end;
    while (trimmed > begin && Character.isWhitespace(text.charAt(trimmed - 1))) {
      trimmed--;
    }
    if (trimmed > begin) {
      sections.add(new Section(label, new Span(begin, trimmed)));
    }
  }
}
