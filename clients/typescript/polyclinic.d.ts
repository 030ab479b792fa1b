// Written by `make openapi` from docs/api/openapi.json. Do not edit.

/** What the condition is. */
export interface AboutSection {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  what_it_is: RichText;
  signs: Array<string>;
  causes: RichText | null;
  risk_factors: Array<RiskFactor>;
  skin_tone_note: string;
}

/** What to do and what to leave alone afterwards. */
export interface Aftercare {
  /** Only if it is not the section's: show these texts with this language. */
  language?: string;
  direction?: "ltr" | "rtl";
  id: string;
  do: Array<string>;
  dont: Array<string>;
  hours: Hours | null;
}

/** Something else that one could do. */
export interface Alternative {
  label: string;
  link: Card | null;
}

/** An amount from ``min`` to ``max``, in the unit that the member's name says. */
export interface Amount {
  /** `null`: not known. */
  min: number | null;
  /** `null`: not known. */
  max: number | null;
  /** The amount with its unit, in the language of the document. */
  display: string;
}

/** A yes or no with its name for people. */
export interface Answer {
  value: boolean;
  display: string;
}

export type AnyCategoriesDocument = Category | Withdrawn | DocumentPart | Draft;

export type AnyConditionsDocument = Condition | Withdrawn | DocumentPart | Draft;

export type AnyDocument = Category | Condition | GlossaryTerm | Home | Index | Person | PlainPage | Treatment | Withdrawn;

export type AnyGlossaryDocument = GlossaryTerm | Withdrawn | DocumentPart | Draft;

export type AnyPage = Category | Condition | GlossaryTerm | Index | Home | PlainPage | Person | Treatment | Withdrawn;

export type AnyPagesDocument = Index | Home | PlainPage | Withdrawn | DocumentPart | Draft;

export type AnyPeopleDocument = Person | Withdrawn | DocumentPart | Draft;

export type AnyTreatmentsDocument = Treatment | Withdrawn | DocumentPart | Draft;

/** Whom to name, and where to link to, wherever this content is shown. */
export interface Attribution {
  /** The organisation that publishes it. */
  name: string;
  /** The page; of what has no page, the home page of the language. */
  url: string;
  /** The same as a paragraph of HTML with a link. */
  html: string;
  /** For how many seconds a copy may be shown at most without asking whether it still holds. */
  max_cache_seconds: number;
  /** Ready to be shown, in the language of the document: the organisation, and the address below. */
  text: string;
}

/** The text of a plain page, block by block. */
export interface BodySection {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  items: Array<PageBlock>;
}

/** Something that is set off from the text. */
export interface Callout {
  /** Only if it is not the section's: show these texts with this language. */
  language?: string;
  direction?: "ltr" | "rtl";
  id: string;
  type: "callout";
  tone: Code;
  heading: string;
  text: RichText;
}

/** A picture among the text. */
export interface CaptionedImage {
  id: string;
  /** Empty if the picture is decoration. */
  alt: string;
  decorative: boolean;
  /** Of the original, in pixels. */
  width: number;
  /** Of the original, in pixels. */
  height: number;
  /** The sizes that can be fetched, the smallest first. */
  renditions: Array<Rendition>;
  /** Only if it is not the section's: show these texts with this language. */
  language?: string;
  direction?: "ltr" | "rtl";
  caption: string;
}

/** The short form of a document. Types add members of their own, such as the job title of a person. */
export interface Card {
  id: string;
  /** The type of the document, such as `treatment`. */
  type: string;
  /** May differ from the language of the document that shows the card. */
  language: string;
  direction: "ltr" | "rtl";
  title: string;
  summary: string;
  /** Where the page is on this site. `null`: it has none. */
  path: string | null;
  /** The same, absolute. */
  url: string | null;
  /** Where the document is in this API. `null`: it is not served. */
  api_path: string | null;
  image: Image | null;
}

/** Looking after oneself, and when to see a doctor. */
export interface CareSection {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  self_care: RichText | null;
  when_to_see_doctor: Array<SeekHelp>;
}

/** One page of a list. */
export interface CategoriesList {
  /** How many entries all pages have together. */
  count: number;
  /** The language of the list. */
  language: string;
  direction: "ltr" | "rtl";
  results: Array<CategoryCard>;
  links: Links;
}

/** A category of treatments in one language. */
export interface Category {
  /** The shape of this document and its version, such as `treatment/1`. */
  schema: string;
  type: "category";
  /** The same in every language. */
  id: string;
  /** The language of the document. */
  language: string;
  direction: "ltr" | "rtl";
  /** The language that the content was written in. */
  source_language: string;
  status: "live" | "withdrawn";
  withdrawn: Withdrawal | null;
  path: string | null;
  url: string | null;
  api_path: string | null;
  slug: string | null;
  title: string;
  summary: string;
  dates: Dates;
  /** Who signed the sections; empty unless every section is reviewed. */
  reviewers: Array<ReviewerName>;
  /** This language included. */
  available_translations: Array<Translation>;
  /** Null for what was withdrawn. */
  attribution: Attribution | null;
  /** From the home page down, without this page. */
  breadcrumbs: Array<Crumb>;
  /** schema.org data that a page about this content should carry. */
  json_ld: Record<string, unknown> | null;
  sections: CategorySections;
}

/** The short form of a category of treatments. */
export interface CategoryCard {
  id: string;
  /** The type of the document, such as `treatment`. */
  type: string;
  /** May differ from the language of the document that shows the card. */
  language: string;
  direction: "ltr" | "rtl";
  title: string;
  summary: string;
  /** Where the page is on this site. `null`: it has none. */
  path: string | null;
  /** The same, absolute. */
  url: string | null;
  /** Where the document is in this API. `null`: it is not served. */
  api_path: string | null;
  image: Image | null;
  /** The same in every language. */
  slug: string;
}

/** What the treatments of the category have in common. */
export interface CategoryOverview {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  title: string;
  intro: RichText | null;
}

/** The sections of a category, by kind. */
export interface CategorySections {
  overview: CategoryOverview;
}

/** Which document has changed. No content: fetch it, or synchronise. */
export interface ChangedDocument {
  /** The same in every language. */
  id: string;
  type: string;
  language: string;
  /** Rises with every change. Messages arrive in any order: one with a lower number than you have seen of this `id` and `language` is old news. */
  sequence: number;
  /** Where the document, or the reason why it is gone, is now. */
  url: string;
}

/** A code for programs with its name for people. */
export interface Code {
  /** Stable, the same in every language. */
  code: string;
  /** In the language of the document. */
  display: string;
}

/** Weighing it up. */
export interface ConclusionSection {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  summary: RichText;
  may_suit: Array<string>;
  may_not_suit: Array<string>;
  alternatives: Array<Alternative>;
  cooling_off_note: string;
  cta: Invitation | null;
}

/** A condition in one language. */
export interface Condition {
  /** The shape of this document and its version, such as `treatment/1`. */
  schema: string;
  type: "condition";
  /** The same in every language. */
  id: string;
  /** The language of the document. */
  language: string;
  direction: "ltr" | "rtl";
  /** The language that the content was written in. */
  source_language: string;
  status: "live" | "withdrawn";
  withdrawn: Withdrawal | null;
  path: string | null;
  url: string | null;
  api_path: string | null;
  slug: string | null;
  title: string;
  summary: string;
  dates: Dates;
  /** Who signed the sections; empty unless every section is reviewed. */
  reviewers: Array<ReviewerName>;
  /** This language included. */
  available_translations: Array<Translation>;
  /** Null for what was withdrawn. */
  attribution: Attribution | null;
  /** From the home page down, without this page. */
  breadcrumbs: Array<Crumb>;
  /** schema.org data that a page about this content should carry. */
  json_ld: Record<string, unknown> | null;
  also_known_as: Array<string>;
  authors: Array<PersonCard>;
  hero: Image | null;
  codes: Array<MedicalCode>;
  treatments: Array<TreatmentCard>;
  /** Show it with the content. */
  disclaimer: string;
  sections: ConditionSections;
}

/** The sections of a condition, by kind. */
export interface ConditionSections {
  overview: Overview;
  about: AboutSection;
  care: CareSection;
  faqs: FaqsSection;
  sources: SourcesSection;
}

/** One page of a list. */
export interface ConditionsList {
  /** How many entries all pages have together. */
  count: number;
  /** The language of the list. */
  language: string;
  direction: "ltr" | "rtl";
  results: Array<Card>;
  links: Links;
}

/** What the treatment is used for. */
export interface ConditionsSection {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  intro: RichText | null;
  items: Array<TreatedCondition>;
}

/** One reason not to have the treatment. */
export interface Contraindication {
  /** Only if it is not the section's: show these texts with this language. */
  language?: string;
  direction?: "ltr" | "rtl";
  id: string;
  kind: Code | null;
  label: string;
  detail: RichText | null;
}

/** A page above this one. */
export interface Crumb {
  title: string;
  path: string;
}

/** When the content changed and was reviewed. */
export interface Dates {
  first_published: string | null;
  /** When what a reader reads last changed. */
  updated: string;
  /** When the section that was reviewed longest ago was signed; `null` unless every section is reviewed. */
  last_reviewed: string | null;
  /** When the first of these reviews ends. */
  review_due: string | null;
}

/** Remove what you have of this `id` and `language`, if you have anything. */
export interface Delete {
  op: "delete";
  id: string;
  type: string;
  language: string;
  reason: "deleted" | "unpublished" | "expired" | "restricted" | "refused" | "recalled";
  /** When it was taken down. */
  at: string | null;
  /** The id of what stands in its place. */
  replaced_by: string | null;
}

/** A document was published, changed or moved, withdrawn, recalled, or is gone for another reason. */
export interface DocumentChanged {
  type: "document.published" | "document.unpublished" | "document.withdrawn" | "document.recalled";
  /** When it happened. */
  timestamp: string;
  data: ChangedDocument;
}

/** A part of a document: what was asked for, and what must be shown with it. Members that were asked for by ``fields`` stand beside those named here. */
export interface DocumentPart {
  /** The shape of the whole document. */
  schema: string;
  type: string;
  id: string;
  language: string;
  direction: "ltr" | "rtl";
  source_language: string;
  status: "live";
  withdrawn: Withdrawal | null;
  /** Where the whole document is. */
  api_path: string | null;
  title: string;
  attribution: Attribution | null;
  /** Show it with the content. */
  disclaimer?: string;
  /** By kind. */
  sections?: Record<string, Section>;
  /** Sections that nobody asked for and that must be shown all the same: what speaks of benefits never stands without the risks. */
  brought_along: Array<string>;
}

/** The latest draft (`preview`), as readers would get it if it were published now. Sections and further members are those of the type, as `schema` says. */
export interface Draft {
  /** The shape of this document and its version, such as `treatment/1`. */
  schema: string;
  type: string;
  /** The same in every language. */
  id: string;
  /** The language of the document. */
  language: string;
  direction: "ltr" | "rtl";
  /** The language that the content was written in. */
  source_language: string;
  status: "draft";
  withdrawn: Withdrawal | null;
  path: string | null;
  url: string | null;
  api_path: string | null;
  slug: string | null;
  title: string;
  summary: string;
  dates: Dates;
  /** Who signed the sections; empty unless every section is reviewed. */
  reviewers: Array<ReviewerName>;
  /** This language included. */
  available_translations: Array<Translation>;
  /** Null for what was withdrawn. */
  attribution: Attribution | null;
  /** From the home page down, without this page. */
  breadcrumbs: Array<Crumb>;
  /** schema.org data that a page about this content should carry. */
  json_ld: Record<string, unknown> | null;
  draft: DraftNote;
  /** By kind. */
  sections: Record<string, Section>;
}

/** Something that stands against publishing a draft, or that its editor is warned of. */
export interface DraftFinding {
  /** The kind of the section; `null`: the whole content. */
  section: string | null;
  /** Which rule of the site: a stable code. */
  rule: string;
  severity: "refuse" | "warn";
}

/** Which draft this is. */
export interface DraftNote {
  /** Another one whenever the draft was saved again. */
  revision: string;
  saved_at: string;
  /** Whether readers have this very revision. */
  is_published: boolean;
  /** Kinds of sections for which publication would be refused as things stand. */
  refused_sections: Array<string>;
  findings: Array<DraftFinding>;
  /** Until when the link holds, unless it is revoked before. */
  link_expires_at: string;
}

/** Somebody has pressed the test button. */
export interface EndpointTest {
  type: "endpoint.test";
  timestamp: string;
}

/** Why a document was found, in its own language. What a treatment is used for, or how it is done, never stands alone: a line of its risks comes along. */
export interface Excerpt {
  /** Escaped; the only element is `mark`. */
  html: string;
  /** The same without markup. */
  text: string;
  /** The kinds of the sections it is from; an empty text for the summary. */
  sections: Array<string>;
}

/** Questions and answers. */
export interface FaqsSection {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  items: Array<Question>;
}

/** What the editors put forward. */
export interface FeaturedSection {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  treatments: Array<TreatmentCard>;
  conditions: Array<Card>;
}

/** A picture among the text. */
export interface Figure {
  /** Only if it is not the section's: show these texts with this language. */
  language?: string;
  direction?: "ltr" | "rtl";
  id: string;
  /** Empty if the picture is decoration. */
  alt: string;
  decorative: boolean;
  /** Of the original, in pixels. */
  width: number;
  /** Of the original, in pixels. */
  height: number;
  /** The sizes that can be fetched, the smallest first. */
  renditions: Array<Rendition>;
  type: "figure";
  caption: string;
}

/** A text in a language of its own. */
export interface ForeignText {
  value: string;
  language: string;
  direction: "ltr" | "rtl";
}

/** How often a risk happens. */
export interface Frequency {
  /** Stable, the same in every language. */
  code: string;
  /** In the language of the document. */
  display: string;
  /** It happens to about 1 in this many people. `null`: only the class is known. */
  per_n: number | null;
  /** The class starts at this share of people. */
  lower: number | null;
  /** The class ends below this share of people. */
  upper: number | null;
}

/** One page of a list. */
export interface GlossaryList {
  /** How many entries all pages have together. */
  count: number;
  /** The language of the list. */
  language: string;
  direction: "ltr" | "rtl";
  results: Array<TermCard>;
  links: Links;
}

/** A glossary term in one language. */
export interface GlossaryTerm {
  /** The shape of this document and its version, such as `treatment/1`. */
  schema: string;
  type: "glossary-term";
  /** The same in every language. */
  id: string;
  /** The language of the document. */
  language: string;
  direction: "ltr" | "rtl";
  /** The language that the content was written in. */
  source_language: string;
  status: "live" | "withdrawn";
  withdrawn: Withdrawal | null;
  path: string | null;
  url: string | null;
  api_path: string | null;
  slug: string | null;
  title: string;
  summary: string;
  dates: Dates;
  /** Who signed the sections; empty unless every section is reviewed. */
  reviewers: Array<ReviewerName>;
  /** This language included. */
  available_translations: Array<Translation>;
  /** Null for what was withdrawn. */
  attribution: Attribution | null;
  /** From the home page down, without this page. */
  breadcrumbs: Array<Crumb>;
  /** schema.org data that a page about this content should carry. */
  json_ld: Record<string, unknown> | null;
  sections: TermSections;
}

/** A heading among the text. */
export interface Heading {
  /** Only if it is not the section's: show these texts with this language. */
  language?: string;
  direction?: "ltr" | "rtl";
  id: string;
  type: "heading";
  text: string;
}

/** What stands at the top. */
export interface HeroSection {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  text: string;
  figure: Image | null;
}

/** The home page of one language. */
export interface Home {
  /** The shape of this document and its version, such as `treatment/1`. */
  schema: string;
  type: "home";
  /** The same in every language. */
  id: string;
  /** The language of the document. */
  language: string;
  direction: "ltr" | "rtl";
  /** The language that the content was written in. */
  source_language: string;
  status: "live" | "withdrawn";
  withdrawn: Withdrawal | null;
  path: string | null;
  url: string | null;
  api_path: string | null;
  slug: string | null;
  title: string;
  summary: string;
  dates: Dates;
  /** Who signed the sections; empty unless every section is reviewed. */
  reviewers: Array<ReviewerName>;
  /** This language included. */
  available_translations: Array<Translation>;
  /** Null for what was withdrawn. */
  attribution: Attribution | null;
  /** From the home page down, without this page. */
  breadcrumbs: Array<Crumb>;
  /** schema.org data that a page about this content should carry. */
  json_ld: Record<string, unknown> | null;
  /** Those that have treatments in this language. */
  categories: Array<CategoryCard>;
  sections: HomeSections;
}

/** Title and texts for search engines. */
export interface HomeOverview {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  title: string;
  /** Empty: use the title. */
  seo_title: string;
  search_description: string;
}

/** The sections of a home page, by kind. */
export interface HomeSections {
  overview: HomeOverview;
  hero: HeroSection;
  featured: FeaturedSection;
  promise: PromiseSection;
}

/** A number of hours. */
export interface Hours {
  value: number;
  display: string;
}

/** A picture with its alternative text. */
export interface Image {
  id: string;
  /** Empty if the picture is decoration. */
  alt: string;
  decorative: boolean;
  /** Of the original, in pixels. */
  width: number;
  /** Of the original, in pixels. */
  height: number;
  /** The sizes that can be fetched, the smallest first. */
  renditions: Array<Rendition>;
}

/** A page that lists all treatments or all conditions; ask the collection itself for the entries. */
export interface Index {
  /** The shape of this document and its version, such as `treatment/1`. */
  schema: string;
  type: "treatment-index" | "condition-index";
  /** The same in every language. */
  id: string;
  /** The language of the document. */
  language: string;
  direction: "ltr" | "rtl";
  /** The language that the content was written in. */
  source_language: string;
  status: "live" | "withdrawn";
  withdrawn: Withdrawal | null;
  path: string | null;
  url: string | null;
  api_path: string | null;
  slug: string | null;
  title: string;
  summary: string;
  dates: Dates;
  /** Who signed the sections; empty unless every section is reviewed. */
  reviewers: Array<ReviewerName>;
  /** This language included. */
  available_translations: Array<Translation>;
  /** Null for what was withdrawn. */
  attribution: Attribution | null;
  /** From the home page down, without this page. */
  breadcrumbs: Array<Crumb>;
  /** schema.org data that a page about this content should carry. */
  json_ld: Record<string, unknown> | null;
  sections: IndexSections;
}

/** What stands above the list. */
export interface IndexOverview {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  title: string;
  summary: string;
  /** Empty: use the title. */
  seo_title: string;
  /** Empty: use the summary. */
  search_description: string;
  intro: RichText | null;
}

/** The sections of a page that lists a collection. */
export interface IndexSections {
  overview: IndexOverview;
}

/** What the page invites readers to do. */
export interface Invitation {
  kind: Code | null;
  label: string;
  link: Card | null;
  /** Elsewhere. At most one of `link` and `url` is given. */
  url: string | null;
}

/** A code that may not be known, with what to show in either case. */
export interface KnownCode {
  /** `null`: not known. */
  code: string | null;
  display: string;
}

/** How many days a risk lasts. */
export interface Lasting {
  /** `null`: not known. */
  min: number | null;
  /** `null`: not known. */
  max: number | null;
  /** The amount with its unit, in the language of the document. */
  display: string;
  /** Whether it can stay for good. */
  permanent: boolean;
}

/** Where this page and the next one are. */
export interface Links {
  self: string;
  /** `null`: this is the last page. */
  next: string | null;
}

/** The languages of the site, in its order. */
export interface LocaleListing {
  count: number;
  results: Array<SiteLanguage>;
}

/** One document. */
export interface ManifestEntry {
  id: string;
  type: string;
  language: string;
  status: "live" | "withdrawn";
  /** The `ETag` of the document: unchanged, if your copy has the same. */
  etag: string;
  first_published: string;
  updated: string;
  api_path: string;
}

/** A part of the list of all documents, by id and language. */
export interface ManifestPage {
  /** How many documents all pages have together. */
  count: number;
  results: Array<ManifestEntry>;
  links: Links;
}

/** The code of the condition in a classification. */
export interface MedicalCode {
  system: "icd10" | "icd11" | "snomed";
  code: string;
}

/** What is told of a page that has moved (301). */
export interface Moved {
  moved_to: NewPlace;
}

/** Where a page is now. */
export interface NewPlace {
  id: string;
  type: string;
  language: string;
  path: string;
  url: string;
  api_path: string;
}

/** Names, summary and texts for search engines. */
export interface Overview {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  title: string;
  summary: string;
  also_known_as: Array<string>;
  /** Empty: use the title. */
  seo_title: string;
  /** Empty: use the summary. */
  search_description: string;
}

export type PageBlock = Heading | Paragraph | Callout | Figure;

/** Title, summary and texts for search engines. */
export interface PageOverview {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  title: string;
  summary: string;
  /** Empty: use the title. */
  seo_title: string;
  /** Empty: use the summary. */
  search_description: string;
}

/** One page of a list. */
export interface PagesList {
  /** How many entries all pages have together. */
  count: number;
  /** The language of the list. */
  language: string;
  direction: "ltr" | "rtl";
  results: Array<Card>;
  links: Links;
}

/** A paragraph, or several. */
export interface Paragraph {
  /** Only if it is not the section's: show these texts with this language. */
  language?: string;
  direction?: "ltr" | "rtl";
  /** A safe subset of HTML: `p`, `h3`, `h4`, `ol`, `ul`, `li`, `b`, `i`, `br`, `a`. Links are absolute; those to content of this site carry `data-entity` with type and id. */
  html: string;
  /** The same without markup, for search, speech and plain text. */
  text: string;
  id: string;
  type: "paragraph";
}

/** One page of a list. */
export interface PeopleList {
  /** How many entries all pages have together. */
  count: number;
  /** The language of the list. */
  language: string;
  direction: "ltr" | "rtl";
  results: Array<PersonCard>;
  links: Links;
}

/** An author or medical reviewer in one language. */
export interface Person {
  /** The shape of this document and its version, such as `treatment/1`. */
  schema: string;
  type: "person";
  /** The same in every language. */
  id: string;
  /** The language of the document. */
  language: string;
  direction: "ltr" | "rtl";
  /** The language that the content was written in. */
  source_language: string;
  status: "live" | "withdrawn";
  withdrawn: Withdrawal | null;
  path: string | null;
  url: string | null;
  api_path: string | null;
  slug: string | null;
  title: string;
  summary: string;
  dates: Dates;
  /** Who signed the sections; empty unless every section is reviewed. */
  reviewers: Array<ReviewerName>;
  /** This language included. */
  available_translations: Array<Translation>;
  /** Null for what was withdrawn. */
  attribution: Attribution | null;
  /** From the home page down, without this page. */
  breadcrumbs: Array<Crumb>;
  /** schema.org data that a page about this content should carry. */
  json_ld: Record<string, unknown> | null;
  /** Whether the person has a medical profession. */
  is_medical: boolean;
  /** Whether the person is made up for demonstration. */
  is_demo: boolean;
  registrations: Array<Registration>;
  /** Tags of the languages that the person speaks. */
  languages: Array<string>;
  photo: Image | null;
  sections: PersonSections;
}

/** The short form of a person. */
export interface PersonCard {
  id: string;
  /** The type of the document, such as `treatment`. */
  type: string;
  /** May differ from the language of the document that shows the card. */
  language: string;
  direction: "ltr" | "rtl";
  title: string;
  summary: string;
  /** Where the page is on this site. `null`: it has none. */
  path: string | null;
  /** The same, absolute. */
  url: string | null;
  /** Where the document is in this API. `null`: it is not served. */
  api_path: string | null;
  image: Image | null;
  job_title: string;
  /** Whether the person has a medical profession. */
  is_medical: boolean;
  /** Whether the person is made up for demonstration. */
  is_demo: boolean;
}

/** The sections of a person, by kind. */
export interface PersonSections {
  profile: ProfileSection;
}

/** Whom to call. */
export interface Phone {
  /** `null`: do not make one up; show `display`. */
  number: string | null;
  display: string;
}

/** A plain page in one language, such as the privacy notice. */
export interface PlainPage {
  /** The shape of this document and its version, such as `treatment/1`. */
  schema: string;
  type: "page";
  /** The same in every language. */
  id: string;
  /** The language of the document. */
  language: string;
  direction: "ltr" | "rtl";
  /** The language that the content was written in. */
  source_language: string;
  status: "live" | "withdrawn";
  withdrawn: Withdrawal | null;
  path: string | null;
  url: string | null;
  api_path: string | null;
  slug: string | null;
  title: string;
  summary: string;
  dates: Dates;
  /** Who signed the sections; empty unless every section is reviewed. */
  reviewers: Array<ReviewerName>;
  /** This language included. */
  available_translations: Array<Translation>;
  /** Null for what was withdrawn. */
  attribution: Attribution | null;
  /** From the home page down, without this page. */
  breadcrumbs: Array<Crumb>;
  /** schema.org data that a page about this content should carry. */
  json_ld: Record<string, unknown> | null;
  sections: PlainPageSections;
}

/** The sections of a plain page, by kind. */
export interface PlainPageSections {
  overview: PageOverview;
  body: BodySection;
}

/** What went wrong (RFC 9457). Some problems have further members, which their `detail` explains. */
export interface ProblemDocument {
  /** Where the problem is described. */
  type: string;
  /** In the reader's language. */
  title: string;
  status: number;
  /** In the reader's language: what happened and what to do. */
  detail: string;
  code: "not_found" | "unknown_address" | "locale_not_available" | "unknown_locale" | "invalid_parameter" | "repeated_parameter" | "unknown_parameter" | "gone" | "resync_required" | "requirement_not_met" | "unknown_section" | "unknown_path" | "key_required" | "key_not_accepted" | "outside_scope" | "unknown_recall" | "too_many_requests" | "preview_refused" | "preview_ended" | "method_not_allowed" | "not_acceptable" | "internal_error";
  /** The languages in which there is an answer. */
  available_locales: Array<string>;
}

/** What happens. */
export interface ProcessSection {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  overview: RichText | null;
  steps: Array<Step>;
  aftercare: Aftercare | null;
  choosing_provider: RichText | null;
  figures: Array<CaptionedImage>;
}

/** Who the person is. */
export interface ProfileSection {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  name: string;
  /** Comes before the name, such as `Dr`. */
  honorific: string;
  job_title: string;
  bio: RichText | null;
}

/** One promise to readers. */
export interface PromiseItem {
  /** Only if it is not the section's: show these texts with this language. */
  language?: string;
  direction?: "ltr" | "rtl";
  id: string;
  title: string;
  text: RichText;
}

/** What is promised to readers. */
export interface PromiseSection {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  items: Array<PromiseItem>;
}

/** A question that readers ask. */
export interface Question {
  /** Only if it is not the section's: show these texts with this language. */
  language?: string;
  direction?: "ltr" | "rtl";
  id: string;
  question: string;
  answer: RichText;
}

/** The treatment in numbers. */
export interface QuickFacts {
  sessions: Amount;
  session_minutes: Amount;
  interval_days: Amount;
  downtime_days: Amount;
  results_visible_weeks: Amount;
  results_last_months: Amount;
  anaesthesia: KnownCode;
  performed_by: KnownCode;
  medical_assessment_required: Answer;
}

/** One recall that stands, and how it stands with the key that asks. */
export interface RecallEntry {
  /** The number of the recall. */
  recall: number;
  /** What was recalled. */
  id: string;
  /** What readers get: the notice of a withdrawal, or nothing. */
  kind: "withdrawn" | "gone";
  recalled_at: string;
  /** What stands in its place. */
  replaced_by: string | null;
  /** In which the key is asked to take notice. */
  languages: Array<string>;
  /** Those of them of which no notice was taken yet. */
  open: Array<string>;
  /** When nothing was open any more. */
  noticed_at: string | null;
  /** When it was acknowledged. */
  acknowledged_at: string | null;
}

/** The recalls that stand and concern the key, the newest first. */
export interface RecallList {
  count: number;
  results: Array<RecallEntry>;
}

/** Where the person is registered, so that readers can check it. */
export interface Registration {
  /** The register. */
  body: string;
  number: string;
  url: string | null;
}

/** One size of a picture. */
export interface Rendition {
  url: string;
  width: number;
  height: number;
  /** Its media type. */
  type: string;
}

/** What stands in for a content that was withdrawn, in the document's language or that of its original. */
export interface Replacement {
  id: string;
  type: string;
  language: string;
  direction: "ltr" | "rtl";
  title: string;
  path: string | null;
  url: string | null;
  api_path: string | null;
}

/** A medical review that holds for the very words and values of the section. */
export interface Reviewed {
  /** When it was signed. */
  at: string;
  /** When it ends. From then on, `reviewed` is `null`. */
  due: string;
  reviewer: ReviewerName;
}

/** The medical professional who answers for a review. */
export interface ReviewerName {
  /** The person, the same in every language. */
  id: string;
  /** With the title in front of it. */
  name: string;
  job_title: string;
  /** The language of name and job title; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** Invented for a demonstration. Tell your readers so. */
  is_demo: boolean;
}

/** A formatted text, twice. */
export interface RichText {
  /** Only if it is not the section's: show these texts with this language. */
  language?: string;
  direction?: "ltr" | "rtl";
  /** A safe subset of HTML: `p`, `h3`, `h4`, `ol`, `ul`, `li`, `b`, `i`, `br`, `a`. Links are absolute; those to content of this site carry `data-entity` with type and id. */
  html: string;
  /** The same without markup, for search, speech and plain text. */
  text: string;
}

/** One thing that can go wrong. Show the number with the word, and what to do with the risk. */
export interface Risk {
  /** Only if it is not the section's: show these texts with this language. */
  language?: string;
  direction?: "ltr" | "rtl";
  id: string;
  name: string;
  description: RichText;
  what_to_do: RichText | null;
  frequency: Frequency;
  severity: Code | null;
  onset: Code | null;
  lasts_days: Lasting | null;
  skin_tone_note: string;
  /** Numbers of entries in the section `sources`. */
  sources: Array<number>;
}

/** Something that makes the condition likelier. */
export interface RiskFactor {
  /** Only if it is not the section's: show these texts with this language. */
  language?: string;
  direction?: "ltr" | "rtl";
  id: string;
  label: string;
  /** Whether the reader can change it. */
  modifiable: boolean;
}

/** Risks and safety. Whoever shows benefits shows this, too. */
export interface RisksSection {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  intro: RichText | null;
  items: Array<Risk>;
  contraindications: Array<Contraindication>;
  seek_help: Array<SeekHelp>;
}

/** One page of what was found, the best first. */
export interface SearchAnswer {
  /** How many entries all pages have together. */
  count: number;
  /** What was sought. */
  query: string;
  /** The language in which it was sought. */
  language: string;
  direction: "ltr" | "rtl";
  results: Array<SearchHit>;
  links: Links;
}

/** A document that was found: its card, and why it was found. */
export interface SearchHit {
  id: string;
  /** The type of the document, such as `treatment`. */
  type: string;
  /** May differ from the language of the document that shows the card. */
  language: string;
  direction: "ltr" | "rtl";
  title: string;
  summary: string;
  /** Where the page is on this site. `null`: it has none. */
  path: string | null;
  /** The same, absolute. */
  url: string | null;
  /** Where the document is in this API. `null`: it is not served. */
  api_path: string | null;
  image: Image | null;
  snippet: Excerpt;
  /** Where the words of the query, or other names for them, stand. */
  matched: Array<"title" | "names" | "summary" | "headings" | "body">;
}

/** Which language a section is really in, and whether it still says what the original says. */
export interface Section {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
}

export type SectionOrWithdrawn = DocumentPart | Withdrawn;

/** When somebody should seek help, and how urgently. */
export interface SeekHelp {
  /** Only if it is not the section's: show these texts with this language. */
  language?: string;
  direction?: "ltr" | "rtl";
  id: string;
  level: Code;
  when: Array<string>;
  action: string;
  phone: Phone | null;
}

/** One language of the site. */
export interface SiteLanguage {
  language: string;
  direction: "ltr" | "rtl";
  /** In the language itself. */
  name: string;
  /** Whether readers get it who ask for no language that there is. */
  default: boolean;
  /** The number of live documents in each collection. */
  documents: Record<string, number>;
}

/** What a statement rests on. */
export interface Source {
  /** Only if it is not the section's: show these texts with this language. */
  language?: string;
  direction?: "ltr" | "rtl";
  id: string;
  /** The number that items of other sections name it by. */
  n: number;
  kind: Code | null;
  title: ForeignText;
  publisher: string;
  authors: string;
  year: number | null;
  doi: string | null;
  url: string | null;
  accessed: string | null;
  note: string;
}

/** What the content rests on. */
export interface SourcesSection {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  items: Array<Source>;
}

/** One step, from consultation to follow-up. */
export interface Step {
  /** Only if it is not the section's: show these texts with this language. */
  language?: string;
  direction?: "ltr" | "rtl";
  id: string;
  /** From 1. */
  position: number;
  phase: Code | null;
  title: string;
  body: RichText;
  minutes: Amount | null;
  performed_by: Code | null;
}

/** A name that a reader may be typing, and the document that has it. */
export interface Suggested {
  /** As it is written; `title`, or another name for it. */
  name: string;
  id: string;
  type: string;
  /** Of the document. */
  title: string;
  /** Where the page is on this site. `null`: it has none. */
  path: string | null;
  /** Where the document is in this API. `null`: it is not served. */
  api_path: string | null;
}

/** Names that start as typed, the best first. */
export interface SuggestionList {
  query: string;
  language: string;
  direction: "ltr" | "rtl";
  results: Array<Suggested>;
}

export type SyncItem = Upsert | Delete;

/** A page of a snapshot or of changes. One of `next_page` and `next_sync` is there, the other `null`. */
export interface SyncPage {
  language: string;
  direction: "ltr" | "rtl";
  items: Array<SyncItem>;
  /** What belongs to this synchronisation and is still to come. */
  next_page: string | null;
  /** You have everything. Come back here for what changes. */
  next_sync: string | null;
}

/** The short form of a glossary term; ``summary`` is its definition. */
export interface TermCard {
  id: string;
  /** The type of the document, such as `treatment`. */
  type: string;
  /** May differ from the language of the document that shows the card. */
  language: string;
  direction: "ltr" | "rtl";
  title: string;
  summary: string;
  /** Where the page is on this site. `null`: it has none. */
  path: string | null;
  /** The same, absolute. */
  url: string | null;
  /** Where the document is in this API. `null`: it is not served. */
  api_path: string | null;
  image: Image | null;
  abbreviation: string;
}

/** The term and what it means. */
export interface TermOverview {
  /** The language of the texts in this section; show them with it if it is not the document's. */
  language: string;
  direction: "ltr" | "rtl";
  /** `current`: a person has confirmed these texts against the original as it is now. `behind`: the original has changed since. `partial`, `missing`: not everything is translated. */
  state: "current" | "behind" | "partial" | "missing";
  /** Since when the original is ahead. */
  behind_since: string | null;
  /** The digest of the original's texts that this section was translated from. */
  source_digest: string | null;
  /** Who wrote these words; `unconfirmed`: nobody has translated all of them. */
  origin: "authored" | "human" | "memory" | "machine" | "mixed" | "unconfirmed";
  /** The medical review; `null`: there is none that holds for these words and values. */
  reviewed: Reviewed | null;
  /** What to tell readers about the state, in the document's language. Show it. */
  notice: string | null;
  heading: string | null;
  term: string;
  definition: string;
  abbreviation: string;
  also_known_as: Array<string>;
}

/** The sections of a glossary term, by kind. */
export interface TermSections {
  overview: TermOverview;
}

/** One language in which the content is public. */
export interface Translation {
  language: string;
  direction: "ltr" | "rtl";
  /** The name of the language in the language itself. */
  name: string;
  /** The title in that language. */
  title: string;
  path: string | null;
  url: string | null;
  api_path: string | null;
  /** Whether the content was written in this language. */
  is_source: boolean;
}

/** The languages of one content, in the order of the site's languages. */
export interface TranslationListing {
  id: string;
  type: string;
  count: number;
  results: Array<TranslationState>;
}

/** One language in which the content is or was public. */
export interface TranslationState {
  language: string;
  direction: "ltr" | "rtl";
  /** The name of the language in the language itself. */
  name: string;
  status: "live" | "withdrawn" | "gone";
  /** Whether the content was written in this language. */
  is_source: boolean;
  /** `null`: it is gone. */
  title: string | null;
  path: string | null;
  url: string | null;
  /** Where the document, or the notice of its withdrawal, is. */
  api_path: string | null;
  /** The `ETag` of that. */
  etag: string | null;
  updated: string | null;
  /** When it was taken down. */
  gone_at: string | null;
  /** Why it was taken down, such as `unpublished` or `recalled`. */
  reason: string | null;
  /** The id of what stands in its place. */
  replaced_by: string | null;
}

/** One condition that the treatment is used for, and how good the evidence is. */
export interface TreatedCondition {
  /** Only if it is not the section's: show these texts with this language. */
  language?: string;
  direction?: "ltr" | "rtl";
  id: string;
  heading: string;
  condition: Card | null;
  body: RichText;
  how_treatment_helps: RichText | null;
  evidence: Code | null;
  regulatory_note: string;
  /** Numbers of entries in the section `sources`. */
  sources: Array<number>;
  figure: Image | null;
}

/** A treatment in one language. */
export interface Treatment {
  /** The shape of this document and its version, such as `treatment/1`. */
  schema: string;
  type: "treatment";
  /** The same in every language. */
  id: string;
  /** The language of the document. */
  language: string;
  direction: "ltr" | "rtl";
  /** The language that the content was written in. */
  source_language: string;
  status: "live" | "withdrawn";
  withdrawn: Withdrawal | null;
  path: string | null;
  url: string | null;
  api_path: string | null;
  slug: string | null;
  title: string;
  summary: string;
  dates: Dates;
  /** Who signed the sections; empty unless every section is reviewed. */
  reviewers: Array<ReviewerName>;
  /** This language included. */
  available_translations: Array<Translation>;
  /** Null for what was withdrawn. */
  attribution: Attribution | null;
  /** From the home page down, without this page. */
  breadcrumbs: Array<Crumb>;
  /** schema.org data that a page about this content should carry. */
  json_ld: Record<string, unknown> | null;
  also_known_as: Array<string>;
  quick_facts: QuickFacts;
  category: CategoryCard | null;
  body_areas: Array<Code>;
  procedure_type: Code | null;
  authors: Array<PersonCard>;
  related: Array<TreatmentCard>;
  hero: Image | null;
  /** Show it with the content. */
  disclaimer: string;
  sections: TreatmentSections;
}

/** The short form of a treatment. */
export interface TreatmentCard {
  id: string;
  /** The type of the document, such as `treatment`. */
  type: string;
  /** May differ from the language of the document that shows the card. */
  language: string;
  direction: "ltr" | "rtl";
  title: string;
  summary: string;
  /** Where the page is on this site. `null`: it has none. */
  path: string | null;
  /** The same, absolute. */
  url: string | null;
  /** Where the document is in this API. `null`: it is not served. */
  api_path: string | null;
  image: Image | null;
  procedure_type: Code | null;
}

/** The sections of a treatment, by kind. */
export interface TreatmentSections {
  overview: Overview;
  conditions: ConditionsSection;
  process: ProcessSection;
  risks: RisksSection;
  conclusion: ConclusionSection;
  faqs: FaqsSection;
  sources: SourcesSection;
}

/** One page of a list. */
export interface TreatmentsList {
  /** How many entries all pages have together. */
  count: number;
  /** The language of the list. */
  language: string;
  direction: "ltr" | "rtl";
  results: Array<TreatmentCard>;
  links: Links;
}

/** Keep this document in place of what you have of the same `id` and `language`. */
export interface Upsert {
  op: "upsert";
  /** The same in every language. */
  id: string;
  type: string;
  language: string;
  /** The `ETag` with which the document's own address gives these bytes. */
  etag: string;
  /** What the document's own address gives, byte for byte. */
  document: AnyDocument;
}

/** Why a content is no longer given. */
export interface Withdrawal {
  at: string;
  /** A general sentence in the document's language. Show it. */
  notice: string;
  /** Show it, with its own language and direction. */
  explanation: string;
  /** That of the explanation: the document's, or that of the original. */
  language: string;
  direction: "ltr" | "rtl";
  /** The id of what stands in for it. */
  replaced_by: string | null;
  /** Null where it is not public. */
  replacement: Replacement | null;
}

/** What is given in place of a document that was withdrawn with an explanation: no content. */
export interface Withdrawn {
  /** `withdrawn/1`. */
  schema: string;
  type: string;
  /** The same in every language. */
  id: string;
  /** The language of the document. */
  language: string;
  direction: "ltr" | "rtl";
  /** The language that the content was written in. */
  source_language: string;
  status: "withdrawn";
  withdrawn: Withdrawal;
  path: string | null;
  url: string | null;
  api_path: string | null;
  slug: string | null;
  title: string;
  summary: string;
  dates: Dates;
  /** Who signed the sections; empty unless every section is reviewed. */
  reviewers: Array<ReviewerName>;
  /** This language included. */
  available_translations: Array<Translation>;
  /** Null for what was withdrawn. */
  attribution: Attribution | null;
  /** From the home page down, without this page. */
  breadcrumbs: Array<Crumb>;
  /** schema.org data that a page about this content should carry. */
  json_ld: Record<string, unknown> | null;
  /** Empty. */
  sections: Record<string, Section>;
}
