package org.immunospan.uima;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.cas.text.AnnotationIndex;
import org.apache.uima.jcas.JCas;
import org.apache.uima.jcas.cas.FSArray;
import org.apache.uima.jcas.cas.StringArray;
import org.apache.uima.jcas.tcas.Annotation;
import org.immunospan.text.Abbreviation;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Bibliography;
import org.immunospan.text.CellDetails;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.Forms;
import org.immunospan.text.Marker;
import org.immunospan.text.MarkerLevel;
import org.immunospan.text.Markup;
import org.immunospan.text.Mention;
import org.immunospan.text.Section;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;
import org.immunospan.uima.types.DocumentAnnotation;
import org.immunospan.uima.types.MarkerAnnotation;
import org.immunospan.uima.types.MentionAnnotation;
import org.immunospan.uima.types.SectionAnnotation;
import org.immunospan.uima.types.SentenceAnnotation;
import org.immunospan.uima.types.TokenAnnotation;

/**
 * Translates between a CAS and the plain values of {@code text}: the only class that creates or
 * reads annotations, hence the only one that must be right about types, features and ranges (UIMA
 * itself accepts an annotation that leaves the text and fails only when its text is asked for). An
 * empty value is stored as null. Not thread-safe, since a CAS is not.
 */
public final class CasText {

  private static final String ABBREVIATION = "org.immunospan.uima.types.AbbreviationAnnotation";
  private static final String MARKUP = "org.immunospan.uima.types.MarkupAnnotation";

  private CasText() {}

  /** Fills an empty CAS with a document. A CAS needs no document: plain text is enough. */
  public static void setDocument(JCas jcas, Document document) {
    jcas.setDocumentText(document.text());
    DocumentAnnotation annotation = new DocumentAnnotation(jcas, 0, document.text().length());
    annotation.setDocId(document.id());
    annotation.setSourceFile(orNull(document.sourceFile()));
    Bibliography bibliography = document.bibliography();
    annotation.setYear(orNull(bibliography.year()));
    annotation.setJournal(orNull(bibliography.journal()));
    annotation.setDoi(orNull(bibliography.doi()));
    annotation.setPublicationLanguage(orNull(bibliography.language()));
    annotation.setPublicationTypes(orNull(jcas, bibliography.publicationTypes()));
    annotation.setFeatureValue(meshHeadings(annotation), orNull(jcas, bibliography.meshHeadings()));
    annotation.addToIndexes();
    for (Section section : document.sections()) {
      SectionAnnotation sectionAnnotation =
          new SectionAnnotation(jcas, section.span().begin(), section.span().end());
      sectionAnnotation.setLabel(section.label());
      sectionAnnotation.addToIndexes();
    }
    addMarkup(jcas.getCas(), document.markup());
  }

  /**
   * The document in a CAS. Where another program filled the CAS with text alone, the document has
   * no identifier and one section {@code abstract}.
   */
  public static Document document(JCas jcas) {
    String text = jcas.getDocumentText() == null ? "" : jcas.getDocumentText();
    List<Section> sections = new ArrayList<>();
    for (SectionAnnotation section : jcas.getAnnotationIndex(SectionAnnotation.class)) {
      sections.add(new Section(section.getLabel(), span(section, text)));
    }
    Iterator<DocumentAnnotation> found =
        jcas.getAnnotationIndex(DocumentAnnotation.class).iterator();
    if (!found.hasNext()) {
      if (sections.isEmpty() && !text.isEmpty()) {
        sections.add(new Section(Section.ABSTRACT, new Span(0, text.length())));
      }
      return new Document("", text, sections, markup(jcas), Bibliography.UNKNOWN, "");
    }
    DocumentAnnotation annotation = found.next();
    Bibliography bibliography =
        new Bibliography(
            orEmpty(annotation.getYear()),
            orEmpty(annotation.getJournal()),
            orEmpty(annotation.getDoi()),
            orEmpty(annotation.getPublicationLanguage()),
            orEmpty(annotation.getPublicationTypes()),
            orEmpty((StringArray) annotation.getFeatureValue(meshHeadings(annotation))));
    return new Document(
        orEmpty(annotation.getDocId()),
        text,
        sections,
        markup(jcas),
        bibliography,
        orEmpty(annotation.getSourceFile()));
  }

  private static Feature meshHeadings(DocumentAnnotation annotation) {
    return annotation.getType().getFeatureByBaseName("meshHeadings");
  }

  private static Markup markup(JCas jcas) {
    Type type = jcas.getTypeSystem().getType(MARKUP);
    AnnotationIndex<AnnotationFS> index = jcas.getCas().getAnnotationIndex(type);
    if (index.size() == 0) {
      return Markup.NONE;
    }
    Feature style = type.getFeatureByBaseName("style");
    List<Markup.Mark> marks = new ArrayList<>();
    for (AnnotationFS mark : index) {
      Markup.Style value = Markup.Style.valueOf(mark.getStringValue(style));
      marks.add(new Markup.Mark(value, mark.getBegin(), mark.getEnd()));
    }
    return new Markup(marks);
  }

  private static void addMarkup(CAS cas, Markup markup) {
    Type type = cas.getTypeSystem().getType(MARKUP);
    for (Markup.Mark mark : markup.marks()) {
      AnnotationFS annotation = cas.createAnnotation(type, mark.begin(), mark.end());
      annotation.setStringValue(type.getFeatureByBaseName("style"), mark.style().name());
      cas.addFsToIndexes(annotation);
    }
  }

  /** Adds sentences without their tokens. */
  public static void addSentences(JCas jcas, List<Span> sentences) {
    int number = 0;
    for (Span span : sentences) {
      check(span, jcas);
      SentenceAnnotation annotation = new SentenceAnnotation(jcas, span.begin(), span.end());
      annotation.setNumber(++number);
      annotation.addToIndexes();
    }
  }

  /** The spans of the sentences, sorted. */
  public static List<Span> sentenceSpans(JCas jcas) {
    String text = jcas.getDocumentText();
    List<Span> spans = new ArrayList<>();
    for (SentenceAnnotation sentence : jcas.getAnnotationIndex(SentenceAnnotation.class)) {
      spans.add(span(sentence, text));
    }
    return spans;
  }

  /** Adds the tokens of one sentence. */
  public static void addTokens(JCas jcas, Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      new TokenAnnotation(jcas, tokens.begin(i), tokens.end(i)).addToIndexes();
    }
  }

  /** Adds definitions of abbreviations; each annotation covers the short form. */
  public static void addAbbreviations(JCas jcas, List<Abbreviation> abbreviations) {
    CAS cas = jcas.getCas();
    Type type = cas.getTypeSystem().getType(ABBREVIATION);
    for (Abbreviation abbreviation : abbreviations) {
      check(abbreviation.shortForm(), jcas);
      check(abbreviation.longForm(), jcas);
      AnnotationFS annotation =
          cas.createAnnotation(
              type, abbreviation.shortForm().begin(), abbreviation.shortForm().end());
      annotation.setIntValue(
          type.getFeatureByBaseName("longBegin"), abbreviation.longForm().begin());
      annotation.setIntValue(type.getFeatureByBaseName("longEnd"), abbreviation.longForm().end());
      cas.addFsToIndexes(annotation);
    }
  }

  private static List<Abbreviation> abbreviations(JCas jcas) {
    Type type = jcas.getTypeSystem().getType(ABBREVIATION);
    Feature longBegin = type.getFeatureByBaseName("longBegin");
    Feature longEnd = type.getFeatureByBaseName("longEnd");
    List<Abbreviation> abbreviations = new ArrayList<>();
    AnnotationIndex<AnnotationFS> index = jcas.getCas().getAnnotationIndex(type);
    for (AnnotationFS annotation : index) {
      abbreviations.add(
          new Abbreviation(
              new Span(annotation.getIntValue(longBegin), annotation.getIntValue(longEnd)),
              new Span(annotation.getBegin(), annotation.getEnd())));
    }
    return abbreviations;
  }

  /** The document with its sentences, tokens and abbreviations, as a tagger reads it. */
  public static SegmentedDocument segmented(JCas jcas) {
    return new SegmentedDocument(document(jcas), sentences(jcas, null), abbreviations(jcas));
  }

  /** The same, with tokens that share the strings of their forms with other documents. */
  static SegmentedDocument segmented(JCas jcas, Forms forms) {
    return new SegmentedDocument(document(jcas), sentences(jcas, forms), abbreviations(jcas));
  }

  /** How many sentences, tokens and abbreviations there are. */
  static int countOfSegments(JCas jcas) {
    Type abbreviation = jcas.getTypeSystem().getType(ABBREVIATION);
    return jcas.getAnnotationIndex(SentenceAnnotation.class).size()
        + jcas.getAnnotationIndex(TokenAnnotation.class).size()
        + jcas.getCas().getAnnotationIndex(abbreviation).size();
  }

  /**
   * The document with all mentions: the result of a pipeline.
   *
   * @param read the document, its sentences and tokens, as they were read before
   */
  static AnnotatedDocument annotated(JCas jcas, SegmentedDocument read) {
    return new AnnotatedDocument(read.document(), read.sentences(), mentions(jcas));
  }

  /** Adds a mention. */
  public static void addMention(JCas jcas, Mention mention) {
    check(mention.span(), jcas);
    MentionAnnotation annotation =
        new MentionAnnotation(jcas, mention.span().begin(), mention.span().end());
    annotation.setEntityType(mention.type().name());
    annotation.setSubtype(orNull(mention.subtype()));
    annotation.setScore(mention.score());
    annotation.setSource(orNull(mention.source()));
    annotation.setLongForm(orNull(mention.longForm()));
    annotation.setLineage(orNull(mention.lineage()));
    CasGrounding.set(jcas, annotation, mention.grounding());
    CasGene.set(annotation, mention.gene());
    CasGene.setTargets(annotation, mention.targets());
    List<Marker> markers = mention.markers();
    if (!markers.isEmpty()) {
      FSArray<MarkerAnnotation> annotations = new FSArray<>(jcas, markers.size());
      for (int i = 0; i < markers.size(); i++) {
        annotations.set(i, newMarker(jcas, markers.get(i)));
      }
      annotation.setMarkers(annotations);
    }
    annotation.addToIndexes();
  }

  private static MarkerAnnotation newMarker(JCas jcas, Marker marker) {
    check(marker.span(), jcas);
    MarkerAnnotation annotation =
        new MarkerAnnotation(jcas, marker.span().begin(), marker.span().end());
    annotation.setName(marker.name());
    annotation.setLevel(orNull(marker.level().sign()));
    annotation.setIdentifier(orNull(marker.identifier()));
    return annotation;
  }

  /** All mentions, sorted by {@link Mention#ORDER}. */
  public static List<Mention> mentions(JCas jcas) {
    String text = jcas.getDocumentText();
    List<Mention> mentions = new ArrayList<>();
    for (MentionAnnotation annotation : jcas.getAnnotationIndex(MentionAnnotation.class)) {
      mentions.add(mention(annotation, text));
    }
    mentions.sort(Mention.ORDER);
    return mentions;
  }

  /** Puts other mentions in the place of those in the CAS. */
  public static void replaceMentions(JCas jcas, List<Mention> mentions) {
    jcas.select(MentionAnnotation.class).toList().forEach(MentionAnnotation::removeFromIndexes);
    mentions.forEach(mention -> addMention(jcas, mention));
  }

  private static Mention mention(MentionAnnotation annotation, String text) {
    List<Marker> markers = new ArrayList<>();
    if (annotation.getMarkers() != null) {
      for (MarkerAnnotation marker : annotation.getMarkers()) {
        markers.add(
            new Marker(
                span(marker, text),
                marker.getName(),
                MarkerLevel.ofSign(orEmpty(marker.getLevel())),
                orEmpty(marker.getIdentifier())));
      }
    }
    return new Mention(
        span(annotation, text),
        EntityType.valueOf(annotation.getEntityType()),
        orEmpty(annotation.getSubtype()),
        CasGrounding.of(annotation),
        annotation.getScore(),
        orEmpty(annotation.getSource()),
        orEmpty(annotation.getLongForm()),
        new CellDetails(orEmpty(annotation.getLineage()), markers),
        CasGene.of(annotation),
        CasGene.targets(annotation));
  }

  private static List<Sentence> sentences(JCas jcas, Forms forms) {
    String text = jcas.getDocumentText();
    AnnotationIndex<TokenAnnotation> index = jcas.getAnnotationIndex(TokenAnnotation.class);
    int[] begins = new int[index.size()];
    int[] ends = new int[begins.length];
    int count = 0;
    for (TokenAnnotation token : index) {
      begins[count] = token.getBegin();
      ends[count++] = token.getEnd();
    }
    List<Sentence> sentences = new ArrayList<>();
    int first = 0;
    for (SentenceAnnotation sentence : jcas.getAnnotationIndex(SentenceAnnotation.class)) {
      Span span = span(sentence, text);
      int after = first;
      while (after < count && ends[after] <= span.end()) {
        after++;
      }
      int[] ownBegins = Arrays.copyOfRange(begins, first, after);
      int[] ownEnds = Arrays.copyOfRange(ends, first, after);
      Tokens tokens =
          forms == null
              ? new Tokens(text, ownBegins, ownEnds, after - first)
              : new Tokens(text, ownBegins, ownEnds, after - first, forms);
      sentences.add(new Sentence(sentence.getNumber(), span, tokens));
      first = after;
    }
    return sentences;
  }

  private static Span span(Annotation annotation, String text) {
    Span span = new Span(annotation.getBegin(), annotation.getEnd());
    check(span, text);
    return span;
  }

  private static void check(Span span, JCas jcas) {
    check(span, jcas.getDocumentText());
  }

  private static void check(Span span, String text) {
    if (span.end() > text.length()) {
      throw new IllegalArgumentException(
          "annotation " + span + " leaves the text of length " + text.length());
    }
  }

  private static String orNull(String value) {
    return value.isEmpty() ? null : value;
  }

  private static StringArray orNull(JCas jcas, List<String> values) {
    return values.isEmpty() ? null : StringArray.create(jcas, values.toArray(String[]::new));
  }

  private static String orEmpty(String value) {
    return value == null ? "" : value;
  }

  private static List<String> orEmpty(StringArray values) {
    return values == null ? List.of() : List.of(values.toArray());
  }
}
