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
import org.immunospan.lexicon.Table;
import org.immunospan.lexicon.build.CuratedNames.Action;
import org.immunospan.lexicon.build.CuratedNames.Name;
import org.immunospan.lexicon.build.MeshBranches.Use;
import org.immunospan.lexicon.build.MeshHeadings.Heading;
import org.immunospan.text.Curie;
import org.immunospan.text.Tokenizer;

/**
 * Makes the lexicon of therapies: drugs from DrugBank's open vocabulary with brand names from
 * public lists, drug classes and procedures from MeSH and MAxO, vaccines from the Vaccine Ontology,
 * and the table {@code therapy-names.tsv}, which takes precedence over all of them.
 *
 * <p>DrugBank holds all that was ever tested, so what a body, a laboratory or a kitchen holds is
 * left out: names that MeSH places among elements, amino acids, proteins, enzymes, hormones,
 * lipids, nucleotides or organisms, names of genes, experimental ligands, extracts, systematic
 * chemical names and short codes. What is a medicine all the same comes back by the curated table.
 */
public final class TherapyLexiconBuilder {

  /** Allergens, foods and antigens of vaccines hold these numbers of DrugBank. */
  private static final String FIRST_ALLERGEN = "DB10300";

  private static final String LAST_ALLERGEN = "DB10799";

  /** A name whose last word says no more than that it is a therapy. */
  private final Pattern withHead = withHead();

  /** A brand name of fewer letters is more often something else. */
  private static final int SHORTEST_BRAND = 5;

  private final Path terminologies;
  private final LexiconDraft draft;
  private final List<Heading> headings;
  private final MeshBranches branches;

  /** Keys of names that are not drugs by themselves. */
  private final Set<String> notDrugs = new HashSet<>();

  /** Keys of symbols and names of human genes. */
  private final Set<String> genes = new HashSet<>();

  /** Keys of names of organisms; a genus is enough. */
  private final Set<String> organisms = new HashSet<>();

  private TherapyLexiconBuilder(Path terminologies, Tokenizer tokenizer) throws IOException {
    this.terminologies = terminologies;
    this.draft = new LexiconDraft(tokenizer);
    this.headings = MeshHeadings.read(terminologies);
    this.branches = MeshBranches.read(headings);
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
    ActionOntology actions = ActionOntology.read(terminologies.resolve("maxo/maxo.obo.gz"));
    Map<String, String> subtypes = new HashMap<>();
    List<Name> fills = new ArrayList<>();
    // Of equal names the one with an identifier counts, and a name without a head before one with
    // it.
    List<Name> inOrderOfTrust = new ArrayList<>(curated);
    inOrderOfTrust.sort(
        Comparator.comparing((Name row) -> withHead.matcher(row.name()).matches())
            .thenComparing(row -> row.action() != Action.ADD || row.identifier().isEmpty()));
    for (Name row : inOrderOfTrust) {
      if (row.action() == Action.ADD && isNamedWithoutHead(row.name())) {
        continue;
      }
      switch (row.action()) {
        case ADD -> {
          draft.add(row);
          if (!row.identifier().isEmpty() && !row.subtype().isEmpty()) {
            subtypes.put(row.identifier(), row.subtype());
          }
        }
        case RELATED -> draft.related(row.identifier(), row.name());
        case DROP -> draft.drop(row.name());
        case NOT -> draft.stop(row.name());
        case FILL -> fills.add(row);
        case DOUBT -> draft.doubt(row.name(), row.subtype());
        case SUBTYPE -> subtypes.put(row.identifier(), row.subtype());
      }
    }
    findWhatIsNoDrug();
    addDrugs(subtypes);
    addHeadings(subtypes);
    addActions(actions, subtypes);
    addVaccines();
    addBrands();
    fills.forEach(fill -> draft.bare(fill.name(), fill.subtype()));
    addDoubtfulDrugs();
    addDoubtfulHeadings();
    linkToHeadings();
    Lexicon lexicon = draft.toLexicon(header(actions));
    IdentifierCheck.check(lexicon, curated);
    return lexicon;
  }

  private static Pattern withHead() throws IOException {
    Map<String, List<String>> forms = new HashMap<>();
    for (Table.Row row :
        Table.ofResource(TherapyLexiconBuilder.class, "therapy-heads.tsv", "use", "form", "why")
            .rows()) {
      row.required("why");
      forms.computeIfAbsent(row.get("use"), use -> new ArrayList<>()).add(row.required("form"));
    }
    return Pattern.compile(
        "(.+?)(?: (?:%s))? (?:%s)s?"
            .formatted(String.join("|", forms.get("before")), String.join("|", forms.get("noun"))));
  }

  /** By the guidelines {@code statin therapy} is marked as {@code statin}, which suffices. */
  private boolean isNamedWithoutHead(String name) {
    Matcher matcher = withHead.matcher(name);
    return matcher.matches()
        && draft.findOwner(matcher.group(1)).filter(owner -> !owner.isEmpty()).isPresent();
  }

  private void findWhatIsNoDrug() throws IOException {
    for (Heading heading : headings) {
      if (heading.isUnder("B")) {
        organisms.add(draft.key(heading.plainName()));
      }
      if (branches.has(heading, Use.NOT_A_DRUG)) {
        notDrugs.add(draft.key(heading.plainName()));
      }
    }
    Path file = terminologies.resolve("hgnc/hgnc_complete_set.txt.gz");
    for (CSVRecord row : TerminologyTable.read(file, "symbol", "name", "alias_symbol")) {
      genes.add(draft.key(row.get("symbol")));
      genes.add(draft.key(row.get("name")));
      for (String alias : row.get("alias_symbol").split("\\|", -1)) {
        genes.add(draft.key(alias));
      }
    }
    notDrugs.addAll(genes);
  }

  private void addDrugs(Map<String, String> subtypes) throws IOException {
    List<CSVRecord> kept = new ArrayList<>();
    for (CSVRecord row : drugs()) {
      String identifier = Curie.DRUGBANK + row.get("DrugBank ID");
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
          draft.synonym(Curie.DRUGBANK + row.get("DrugBank ID"), DrugNames.searched(name));
        }
      }
    }
  }

  /**
   * What DrugBank holds and is not a drug without evidence. Ligands, allergens, extracts,
   * organisms, genes and their products stay out.
   */
  private void addDoubtfulDrugs() throws IOException {
    for (CSVRecord row : drugs()) {
      String identifier = Curie.DRUGBANK + row.get("DrugBank ID");
      String name = row.get("Common name").strip();
      if (!draft.hasConcept(identifier) && isDoubtfulDrug(row, name)) {
        draft.doubt(name, "drug");
        draft.concept(identifier, name, "drug", List.of());
        for (String synonym : row.get("Synonyms").split(" \\| ", -1)) {
          if (isDoubtfulDrug(row, synonym.strip())
              && !DrugNames.isForeignForm(synonym.strip(), name)) {
            draft.doubtful(identifier, synonym.strip(), "drug");
          }
        }
      }
    }
  }

  private boolean isDoubtfulDrug(CSVRecord row, String name) {
    return DrugNames.isUsable(name)
        && !draft.isClaimed(name)
        && !genes.contains(draft.key(name))
        && !isLigandOnly(row.get("Accession Numbers"))
        && !isAllergenOrOrganism(row.get("DrugBank ID"), name)
        && !DrugNames.isExtract(name);
  }

  private void addDoubtfulHeadings() {
    for (Heading heading : headings) {
      String name = heading.plainName();
      Optional<String> subtype = branches.findSubtype(heading, Use.DOUBTFUL);
      if (subtype.isPresent()
          && !draft.isClaimed(name)
          && !draft.hasConcept(heading.identifier())
          && !branches.has(heading, Use.NEVER)) {
        draft.doubt(name, subtype.get());
        draft.concept(heading.identifier(), name, subtype.get(), List.of());
      }
    }
  }

  /** A curated name without an identifier belongs to the heading of that name, if there is one. */
  private void linkToHeadings() {
    Map<String, Heading> byName = new HashMap<>();
    Map<String, Heading> byKey = new HashMap<>();
    for (Heading heading : headings) {
      if (branches.has(heading, Use.SAME_NAME) && !branches.has(heading, Use.OTHER_SENSE)) {
        byName.put(heading.plainName().toLowerCase(Locale.ROOT), heading);
        byKey.putIfAbsent(draft.key(heading.plainName()), heading);
      }
    }
    for (String name : draft.withoutConcept()) {
      String written = name.startsWith("=") ? name.substring(1) : name;
      Heading same = byName.get(written.toLowerCase(Locale.ROOT));
      Heading heading = same != null ? same : byKey.get(draft.key(name));
      if (heading != null) {
        draft.adopt(name, heading.identifier(), heading.plainName());
      }
    }
  }

  private static boolean isLigandOnly(String accession) {
    return accession.startsWith("EXPT") && !accession.contains("|");
  }

  private boolean isAllergenOrOrganism(String number, String name) {
    boolean allergen =
        number.compareTo(FIRST_ALLERGEN) >= 0 && number.compareTo(LAST_ALLERGEN) <= 0;
    boolean organism = organisms.contains(draft.key(name.replaceAll(" .*", "")));
    return !name.toLowerCase(Locale.ROOT).contains("vaccine") && (allergen || organism);
  }

  private List<CSVRecord> drugs() throws IOException {
    return TerminologyTable.read(
        terminologies.resolve("drugbank-open/drugbank_vocabulary.csv.gz"),
        "DrugBank ID",
        "Accession Numbers",
        "Common name",
        "Synonyms");
  }

  private boolean isDrug(String number, String name, String accession) {
    return DrugNames.isUsable(name)
        && !isLigandOnly(accession)
        && !isAllergenOrOrganism(number, name)
        && !DrugNames.isExtract(name)
        && !draft.isClaimed(name)
        && !notDrugs.contains(draft.key(name));
  }

  private void addHeadings(Map<String, String> subtypes) {
    for (Heading heading : headings) {
      String subtype =
          Optional.ofNullable(subtypes.get(heading.identifier()))
              .or(() -> branches.findSubtype(heading, Use.TREATMENT))
              .orElse(null);
      boolean curated = draft.hasNames(heading.identifier());
      boolean treatment = !branches.has(heading, Use.NEVER);
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

  private void addActions(ActionOntology actions, Map<String, String> subtypes) throws IOException {
    ActionBranches actionBranches = ActionBranches.read(actions);
    for (ActionOntology.Action action : actions.actions()) {
      String identifier = Curie.MAXO + action.identifier().substring("MAXO:".length());
      boolean curated = draft.hasNames(identifier);
      if (!curated && !actionBranches.isTreatment(action)) {
        continue;
      }
      String subtype = actionBranches.subtype(action);
      Optional<String> owner = draft.findOwner(action.name());
      if (!curated && owner.isEmpty() && isNamedWithoutHead(action.name())) {
        Matcher matcher = withHead.matcher(action.name());
        owner = matcher.matches() ? draft.findOwner(matcher.group(1)) : owner;
      }
      String concept = curated ? identifier : owner.orElse(identifier);
      if (concept.equals(identifier)) {
        draft.concept(
            identifier, action.name(), subtypes.getOrDefault(identifier, subtype), List.of());
      }
      if (!concept.isEmpty()) {
        addNames(concept, action, actionBranches);
      }
    }
  }

  private void addNames(
      String concept, ActionOntology.Action action, ActionBranches actionBranches) {
    for (String synonym : action.synonyms()) {
      if (actionBranches.isName(synonym)
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
      String identifier = row.get(0).replace("\"", "").replace("VO_", Curie.VO);
      String label = row.get(1).replace("\"", "");
      if (identifier.startsWith(Curie.VO)
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
      draft.synonym(identifier, brand.indexOf('-') < 0 ? brand : "=" + brand);
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
        "command", "immunospan lexicon build therapy --terminologies ../shared/data/terminologies");
    return header;
  }
}
