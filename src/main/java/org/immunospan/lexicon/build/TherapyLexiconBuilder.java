package org.immunospan.lexicon.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.lexicon.build.CuratedNames.Action;
import org.immunospan.lexicon.build.CuratedNames.Name;
import org.immunospan.lexicon.build.MeshHeadings.Heading;
import org.immunospan.text.Tokenizer;

/**
 * Makes the lexicon of therapies: drugs from DrugBank's open vocabulary with brand names from
 * public lists, drug classes and procedures from MeSH and MAxO, vaccines from the Vaccine Ontology,
 * and the table {@code therapy-names.tsv}, which comes first and has the last word.
 *
 * <p>DrugBank holds all that was ever tested, so what a body, a laboratory or a kitchen holds is
 * left out: names that MeSH places among elements, amino acids, proteins, enzymes, hormones,
 * lipids, nucleotides or organisms, names of genes, experimental ligands, extracts, systematic
 * chemical names and short codes. What is a medicine all the same comes back by the curated table.
 */
public final class TherapyLexiconBuilder {

  /** Places in MeSH whose headings are no therapies though DrugBank lists them. */
  private static final List<String> NOT_DRUGS =
      List.of(
          "B", "C", "A", "J", "D01.268", "D01.045", "D01.339", "D01.362", "D01.578", "D01.650",
          "D05", "D06", "D08", "D09.400", "D09.546", "D09.811", "D09.947", "D10", "D12.125",
          "D12.644", "D12.776", "D13.695", "D13.150", "D13.400", "D13.444", "D20.944", "D23",
          "D26.255");

  /** Places of which the headings are procedures, with the subtype. The first that fits counts. */
  private static final Map<String, String> PROCEDURES = new LinkedHashMap<>();

  static {
    PROCEDURES.put("E02.815", "radiation");
    PROCEDURES.put("E02.642", "diet or behaviour");
    PROCEDURES.put("E02.779", "diet or behaviour");
    PROCEDURES.put("E02.190.525", "diet or behaviour");
    PROCEDURES.put("F04.754", "diet or behaviour");
    PROCEDURES.put("E02.095.301", "gene therapy");
    PROCEDURES.put("E02.095.465.425.400", "vaccine");
    PROCEDURES.put("E02.095.147", "cell therapy");
    PROCEDURES.put("E04.936.225", "cell therapy");
    PROCEDURES.put("E02.095.465", "regimen");
    PROCEDURES.put("E02.186", "regimen");
    PROCEDURES.put("E02.095", "procedure");
    PROCEDURES.put("E02.120", "procedure");
    PROCEDURES.put("E02.870", "procedure");
    PROCEDURES.put("E02.912", "procedure");
    PROCEDURES.put("E02.565", "procedure");
    PROCEDURES.put("E02.594", "procedure");
    PROCEDURES.put("E02.041", "procedure");
    PROCEDURES.put("E02.148", "procedure");
    PROCEDURES.put("E02.831", "procedure");
    PROCEDURES.put("E02.880", "procedure");
    PROCEDURES.put("E02.190", "procedure");
    PROCEDURES.put("E02.718", "procedure");
    PROCEDURES.put("E02.331", "procedure");
    PROCEDURES.put("E04", "procedure");
  }

  private static final List<String> DRUG_CLASSES =
      List.of("D27.505.519", "D27.505.696", "D27.505.954");

  private static final String VACCINES = "D20.215.894";

  private static final String THERAPEUTIC = "MAXO:0000002";
  private static final String PREVENTIVE = "MAXO:0000118";
  private static final String ALTERNATIVE = "MAXO:0000013";

  private static final Map<String, String> ACTION_SUBTYPES = new LinkedHashMap<>();

  static {
    ACTION_SUBTYPES.put("MAXO:0000058", "drug class");
    ACTION_SUBTYPES.put("MAXO:0000014", "radiation");
    ACTION_SUBTYPES.put("MAXO:0001001", "gene therapy");
    ACTION_SUBTYPES.put("MAXO:0001002", "regimen");
    ACTION_SUBTYPES.put("MAXO:0000118", "vaccine");
    ACTION_SUBTYPES.put("MAXO:0000009", "diet or behaviour");
    ACTION_SUBTYPES.put("MAXO:0001298", "diet or behaviour");
    ACTION_SUBTYPES.put("MAXO:0000013", "diet or behaviour");
  }

  private static final Pattern NO_ACTION =
      Pattern.compile(
          ".*(avoidance|avoid |recommendation|examination|evaluation|assessment|screening|imaging|"
              + "biopsy|monitoring|specialist|procedure|by site|by body|test|testing|services|"
              + "administration|collection|measurement|endoscopy|scopy|tomography|treatment (of|for|with)|surgery by|intake\\b.*|care"
              + "|counseling|consultation).*");

  /**
   * Headings that are no treatment though they stand among treatments: diagnosis, what happens
   * around an operation, what happens in the mind.
   */
  private static final List<String> NO_TREATMENTS =
      List.of(
          "E01",
          "E04.604",
          "E04.614",
          "E04.928.600",
          "E05",
          "N02",
          "F02",
          "C",
          "G",
          "F04.754.864.581",
          "E02.760",
          "E02.319.267",
          "E02.319.310",
          "E02.831.067");

  /** Allergens, foods and antigens of vaccines hold these numbers of DrugBank. */
  private static final String FIRST_ALLERGEN = "DB10300";

  private static final String LAST_ALLERGEN = "DB10799";

  private static final Pattern WITH_HEAD =
      Pattern.compile("(.+?)(?: agent)? (?:therapy|treatment|medication|supplementation)s?");

  /** A brand name of fewer letters is more often something else. */
  private static final int SHORTEST_BRAND = 5;

  private final Path terminologies;
  private final LexiconDraft draft;

  /** Keys of names that are no drugs by themselves. */
  private final Set<String> notDrugs = new HashSet<>();

  /** Keys of names of organisms; a genus is enough. */
  private final Set<String> organisms = new HashSet<>();

  private TherapyLexiconBuilder(Path terminologies, Tokenizer tokenizer) {
    this.terminologies = terminologies;
    this.draft = new LexiconDraft(tokenizer);
  }

  /**
   * Builds the lexicon.
   *
   * @param terminologies the folder that holds {@code drugbank-open/}, {@code drug-names/}, {@code
   *     hgnc/}, {@code maxo/}, {@code mesh/} and {@code vo/}
   */
  public static Lexicon build(Path terminologies, Tokenizer tokenizer) throws IOException {
    return new TherapyLexiconBuilder(terminologies, tokenizer)
        .build(CuratedNames.read("therapy-names.tsv"));
  }

  private Lexicon build(List<Name> curated) throws IOException {
    List<Heading> headings = MeshHeadings.read(terminologies);
    ActionOntology actions = ActionOntology.read(terminologies.resolve("maxo/maxo.obo.gz"));
    Map<String, String> subtypes = new HashMap<>();
    List<Name> headsFirst = new ArrayList<>(curated);
    headsFirst.sort(Comparator.comparing(row -> WITH_HEAD.matcher(row.name()).matches()));
    for (Name row : headsFirst) {
      if (row.action() == Action.ADD && isNamedWithoutHead(row.name())) {
        continue;
      }
      switch (row.action()) {
        case ADD -> {
          if (row.identifier().isEmpty()) {
            draft.bare(row.name(), row.subtype());
          } else {
            draft.synonym(row.identifier(), row.name());
            if (!row.subtype().isEmpty()) {
              subtypes.put(row.identifier(), row.subtype());
            }
          }
        }
        case DROP -> draft.drop(row.name());
        case NOT -> draft.stop(row.name());
        case SUBTYPE -> subtypes.put(row.identifier(), row.subtype());
      }
    }
    findWhatIsNoDrug(headings);
    addDrugs(subtypes);
    addHeadings(headings, subtypes);
    addActions(actions, subtypes);
    addVaccines();
    addBrands();
    return draft.toLexicon(header(actions));
  }

  /** By the guidelines {@code statin therapy} is marked as {@code statin}, which suffices. */
  private boolean isNamedWithoutHead(String name) {
    Matcher matcher = WITH_HEAD.matcher(name);
    return matcher.matches()
        && draft.findOwner(matcher.group(1)).filter(owner -> !owner.isEmpty()).isPresent();
  }

  private void findWhatIsNoDrug(List<Heading> headings) throws IOException {
    for (Heading heading : headings) {
      if (heading.isUnder("B")) {
        organisms.add(draft.key(heading.plainName()));
      }
      if (NOT_DRUGS.stream().anyMatch(heading::isUnder)) {
        notDrugs.add(draft.key(heading.plainName()));
      }
    }
    Path genes = terminologies.resolve("hgnc/hgnc_complete_set.txt.gz");
    for (CSVRecord row : TerminologyTable.read(genes, "symbol", "name", "alias_symbol")) {
      notDrugs.add(draft.key(row.get("symbol")));
      notDrugs.add(draft.key(row.get("name")));
      for (String alias : row.get("alias_symbol").split("\\|", -1)) {
        notDrugs.add(draft.key(alias));
      }
    }
  }

  private void addDrugs(Map<String, String> subtypes) throws IOException {
    Path path = terminologies.resolve("drugbank-open/drugbank_vocabulary.csv.gz");
    List<CSVRecord> rows =
        TerminologyTable.read(path, "DrugBank ID", "Accession Numbers", "Common name", "Synonyms");
    List<CSVRecord> kept = new ArrayList<>();
    for (CSVRecord row : rows) {
      String identifier = "drugbank:" + row.get("DrugBank ID");
      String name = row.get("Common name").strip();
      boolean curated = draft.hasNames(identifier);
      if (curated || isDrug(row.get("DrugBank ID"), name, row.get("Accession Numbers"))) {
        String accession = row.get("Accession Numbers");
        String subtype =
            DrugNames.subtype(
                name,
                accession.contains("BIOD") || accession.contains("BTD"),
                accession.contains("NUTR"));
        draft.concept(identifier, name, subtypes.getOrDefault(identifier, subtype), List.of());
        kept.add(row);
      }
    }
    for (CSVRecord row : kept) {
      for (String synonym : row.get("Synonyms").split(" \\| ", -1)) {
        String name = synonym.strip();
        if (DrugNames.isUsable(name)
            && !DrugNames.isForeignForm(name, row.get("Common name").strip())
            && !DrugNames.isExtract(name)
            && !notDrugs.contains(draft.key(name))) {
          draft.synonym("drugbank:" + row.get("DrugBank ID"), name);
        }
      }
    }
  }

  private boolean isDrug(String number, String name, String accession) {
    boolean allergen =
        number.compareTo(FIRST_ALLERGEN) >= 0 && number.compareTo(LAST_ALLERGEN) <= 0;
    boolean organism = organisms.contains(draft.key(name.replaceAll(" .*", "")));
    if (!name.toLowerCase(Locale.ROOT).contains("vaccine") && (allergen || organism)) {
      return false;
    }
    boolean ligandOnly = accession.startsWith("EXPT") && !accession.contains("|");
    return DrugNames.isUsable(name)
        && !ligandOnly
        && !DrugNames.isExtract(name)
        && !draft.isClaimed(name)
        && !notDrugs.contains(draft.key(name));
  }

  private void addHeadings(List<Heading> headings, Map<String, String> subtypes) {
    for (Heading heading : headings) {
      String subtype = subtypes.get(heading.identifier());
      if (subtype == null && DRUG_CLASSES.stream().anyMatch(heading::isUnder)) {
        subtype = "drug class";
      } else if (subtype == null && heading.isUnder(VACCINES)) {
        subtype = "vaccine";
      } else if (subtype == null) {
        subtype =
            PROCEDURES.keySet().stream()
                .filter(heading::isUnder)
                .findFirst()
                .map(PROCEDURES::get)
                .orElse(null);
      }
      boolean curated = draft.hasNames(heading.identifier());
      boolean treatment = NO_TREATMENTS.stream().noneMatch(heading::isUnder);
      if (subtype != null
          && (curated || treatment || subtype.equals("drug class"))
          && (curated || !draft.isClaimed(heading.plainName()))) {
        draft.concept(heading.identifier(), heading.plainName(), subtype, List.of());
        addClassVariants(heading.identifier(), heading.plainName());
      }
    }
  }

  /** {@code Antiviral Agents} are also antiviral drugs, medication, therapy and treatment. */
  private void addClassVariants(String identifier, String name) {
    if (name.endsWith(" Agents")) {
      String stem = name.substring(0, name.length() - "Agents".length());
      for (String head : List.of("drugs", "medications", "therapy", "treatment", "compounds")) {
        addUnlessNamed(identifier, (stem + head).toLowerCase(Locale.ROOT));
      }
    }
  }

  private void addUnlessNamed(String identifier, String name) {
    if (!isNamedWithoutHead(name)) {
      draft.related(identifier, name);
    }
  }

  private void addActions(ActionOntology actions, Map<String, String> subtypes) {
    for (ActionOntology.Action action : actions.actions()) {
      String identifier = "maxo:" + action.identifier().substring("MAXO:".length());
      boolean curated = draft.hasNames(identifier);
      boolean therapeutic =
          actions.isA(action, THERAPEUTIC)
              || actions.isA(action, PREVENTIVE)
              || actions.isA(action, ALTERNATIVE);
      if (!curated && (!therapeutic || NO_ACTION.matcher(action.name()).matches())) {
        continue;
      }
      String subtype =
          ACTION_SUBTYPES.keySet().stream()
              .filter(ancestor -> actions.isA(action, ancestor))
              .findFirst()
              .map(ACTION_SUBTYPES::get)
              .orElse("procedure");
      Optional<String> owner = draft.findOwner(action.name());
      if (!curated && owner.isEmpty() && isNamedWithoutHead(action.name())) {
        Matcher matcher = WITH_HEAD.matcher(action.name());
        owner = matcher.matches() ? draft.findOwner(matcher.group(1)) : owner;
      }
      String concept = curated ? identifier : owner.orElse(identifier);
      if (concept.equals(identifier)) {
        draft.concept(
            identifier, action.name(), subtypes.getOrDefault(identifier, subtype), List.of());
      }
      if (!concept.isEmpty()) {
        addNames(concept, action);
      }
    }
  }

  private void addNames(String concept, ActionOntology.Action action) {
    for (String synonym : action.synonyms()) {
      if (!NO_ACTION.matcher(synonym).matches()
          && DrugNames.isUsable(synonym)
          && !isNamedWithoutHead(synonym)) {
        draft.synonym(concept, synonym);
      }
    }
    if (action.name().endsWith(" agent therapy")) {
      String stem = action.name().substring(0, action.name().length() - "agent therapy".length());
      for (String head : List.of("agent", "drug", "therapy", "treatment", "medication")) {
        addUnlessNamed(concept, stem + head);
      }
    }
  }

  private void addVaccines() throws IOException {
    for (CSVRecord row : TerminologyTable.read(terminologies.resolve("vo/vo_terms.tsv"))) {
      String identifier = row.get(0).replace("\"", "").replace("VO_", "vo:");
      String label = row.get(1).replace("\"", "");
      if (identifier.startsWith("vo:")
          && label.matches("[A-Za-z0-9 .'/-]{3,40} vaccine")
          && label.split(" ", -1).length <= 4
          && !draft.isClaimed(label)) {
        draft.concept(identifier, label, "vaccine", List.of());
      }
    }
  }

  private void addBrands() throws IOException {
    for (String file :
        List.of("drugs_dictionary_medlineplus.csv", "drugs_dictionary_wikipedia.csv")) {
      Path path = terminologies.resolve("drug-names").resolve(file);
      for (CSVRecord row : TerminologyTable.read(path, "Common name", "Synonyms")) {
        String generic =
            row.get("Common name")
                .replaceAll("(?i) (injection|topical|oral.*|ophthalmic|nasal.*)$", "");
        Optional<String> owner = draft.findOwner(generic);
        if (owner.isPresent() && !owner.get().isEmpty()) {
          for (String brand : row.get("Synonyms").split("\\|", -1)) {
            addBrand(owner.get(), brand.replaceAll("\\(.*?\\)|[®™]", "").strip());
          }
        }
      }
    }
  }

  private void addBrand(String identifier, String brand) {
    if (brand.length() >= SHORTEST_BRAND
        && DrugNames.isUsable(brand)
        && !notDrugs.contains(draft.key(brand))) {
      draft.synonym(identifier, brand);
    }
  }

  private static Map<String, String> header(ActionOntology actions) {
    Map<String, String> header = new LinkedHashMap<>();
    header.put("title", "Therapies: drugs, drug classes, biologics, vaccines, procedures");
    header.put("name", "therapies");
    header.put("type", "THERAPY");
    header.put("version", "2026.1");
    header.put(
        "origin",
        "DrugBank open vocabulary; MeSH "
            + MeshHeadings.VERSION
            + " headings; MAxO "
            + actions.version()
            + "; Vaccine Ontology labels; brand names from drug_named_entity_recognition"
            + " (MedlinePlus, Wikipedia); the project's own therapy-names.tsv");
    header.put(
        "licence",
        "CC0 (DrugBank vocabulary), NLM terms (MeSH), CC BY 4.0 (MAxO, VO), MIT (brand names)");
    header.put("changes", "names selected, variants and subtypes added; see the card");
    header.put(
        "command",
        "immunospan lexicon build therapy --terminologies ../shared/data/terminologies");
    return header;
  }
}
