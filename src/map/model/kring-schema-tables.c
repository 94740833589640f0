/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/model/kring-schema-choices.h"

#include <glib/gi18n-lib.h>

#define BIT(KIND) (1u << KRING_KIND_##KIND)
#define THINGS                                                                                     \
  (BIT (PLACE) | BIT (VEHICLE) | BIT (PHONE) | BIT (ACCOUNT) | BIT (MONEY) | BIT (EVENT) |         \
   BIT (NOTE))
#define ENTITIES (BIT (PERSON) | BIT (ORGANISATION) | THINGS)

/* What signals, statements and tasks can be about. What a signal or statement was about may be gone
 * from the map: then it hangs on the case. */
#define SUBJECTS ((ENTITIES & ~BIT (NOTE)) | BIT (TIE))
#define SUBJECTS_OR_CASE (SUBJECTS | BIT (CASE))

/* One row a field: name, label, flags, for a choice its choices and fallback, for a reference what it
 * refers to; after these what few fields say, as `.since = 2`. */
#define FIELD(TYPE, NAME, LABEL, FLAGS, FALLBACK, ...)                                             \
  {                                                                                                \
    .name = NAME, .label = LABEL, .type = KRING_FIELD_##TYPE, .flags = FLAGS,                      \
    .fallback = FALLBACK, __VA_ARGS__                                                              \
  }
#define TEXT(NAME, LABEL, FLAGS, ...) FIELD (TEXT, NAME, LABEL, FLAGS, -1, __VA_ARGS__)
#define LONG(NAME, LABEL, FLAGS, ...) FIELD (LONG_TEXT, NAME, LABEL, FLAGS, -1, __VA_ARGS__)
#define BOOL(NAME, LABEL, FLAGS, ...) FIELD (BOOL, NAME, LABEL, FLAGS, -1, __VA_ARGS__)
#define DATE(NAME, LABEL, FLAGS, ...) FIELD (DATE, NAME, LABEL, FLAGS, -1, __VA_ARGS__)
#define AGE(NAME, LABEL, FLAGS, ...) FIELD (AGE, NAME, LABEL, FLAGS, -1, __VA_ARGS__)
#define NUMBER(NAME, LABEL, FLAGS, ...) FIELD (NUMBER, NAME, LABEL, FLAGS, -1, __VA_ARGS__)
#define POINT(NAME, LABEL, FLAGS, ...) FIELD (POINT, NAME, LABEL, FLAGS, -1, __VA_ARGS__)
#define CHOICE(NAME, LABEL, FLAGS, CHOICES, FALLBACK, ...)                                         \
  FIELD (CHOICE, NAME, LABEL, FLAGS, FALLBACK, .choices = kring_choices_##CHOICES, __VA_ARGS__)
#define REF(NAME, LABEL, FLAGS, KINDS, ...)                                                        \
  FIELD (REF, NAME, LABEL, FLAGS, -1, .refers_to = KINDS, __VA_ARGS__)
#define REFS(NAME, LABEL, FLAGS, KINDS, ...)                                                       \
  FIELD (REFS, NAME, LABEL, FLAGS, -1, .refers_to = KINDS, __VA_ARGS__)

/* What an item is called, and in which column of the list that and what tells most of it stand. */
#define NAMED(LABEL, ...)                                                                          \
  TEXT ("name", LABEL, IDENTIFIES | AT_HAND | NAMES, .column = NAME_COLUMN, __VA_ARGS__)
#define NAME_COLUMN N_ ("Name")
#define DETAILS_COLUMN N_ ("Role or details")

#define IDENTIFIES KRING_FIELD_IDENTIFIES
#define COMMON KRING_FIELD_COMMON
#define DRAWING KRING_FIELD_DRAWING
#define REQUIRED KRING_FIELD_REQUIRED
#define MORE KRING_FIELD_MORE
#define KEPT KRING_FIELD_KEPT
#define GRADE KRING_FIELD_GRADE
#define AT_HAND KRING_FIELD_AT_HAND
#define AHEAD KRING_FIELD_AHEAD
#define AROUND KRING_FIELD_AROUND
#define WHOLE KRING_FIELD_WHOLE

/* What leaves the table with its item. */
#define PLAIN KRING_FIELD_GOES_PLAIN
#define NAMES KRING_FIELD_GOES_NAMES
#define WORDS KRING_FIELD_GOES_WORDS
#define NOTES KRING_FIELD_GOES_NOTES
#define REACH KRING_FIELD_GOES_REACH
#define HERE KRING_FIELD_GOES_HERE
#define APART KRING_FIELD_OWN_AUDIENCE

#define COMMON_FIELDS                                                                              \
  CHOICE ("party", N_ ("Brought in by"), COMMON | PLAIN, parties, -1,                              \
          .column = N_ ("Brought in by")),                                                         \
      TEXT ("brought_in_by", N_ ("Name of who brought it in"), COMMON | IDENTIFIES | NAMES),       \
      DATE ("recorded", N_ ("Recorded on"), COMMON | PLAIN, .column = N_ ("Recorded")),            \
      CHOICE ("how_known", N_ ("How do we know this?"), COMMON | AT_HAND | PLAIN, ways_known, -1), \
      CHOICE ("certainty", N_ ("How sure?"), COMMON | AT_HAND | PLAIN, certainties,                \
              KRING_CERTAINTY_CONFIRMED, .column = N_ ("Certainty")),                              \
      CHOICE ("audience", N_ ("Share with"), COMMON | AT_HAND | PLAIN, audiences,                  \
              KRING_AUDIENCE_JOINT, .column = N_ ("Sharing")),                                     \
      LONG ("remark", N_ ("Remark"), COMMON | IDENTIFIES | NOTES | APART),                         \
      TEXT ("set_aside", N_ ("Not asked any more"), COMMON | KEPT | PLAIN, .since = 1),            \
      TEXT ("field_audiences", N_ ("Fields shared otherwise"), COMMON | KEPT | HERE, .since = 3)

/* What every item has that statements can be about: its certainty follows them, unless somebody set
 * it. */
#define SOURCED_FIELDS                                                                             \
  BOOL ("certainty_by_hand", N_ ("Certainty set by hand"), KEPT | PLAIN, .since = 1)

/* What every item that stands on the map has. */
#define PLACED_FIELDS                                                                              \
  POINT ("position", N_ ("Position"), DRAWING | PLAIN),                                            \
      BOOL ("pinned", N_ ("Pinned"), DRAWING | PLAIN),                                             \
      CHOICE ("label_seat", N_ ("Place of the label"), DRAWING | PLAIN, seats, KRING_SEAT_AUTO),   \
      BOOL ("ask_us", N_ ("The other side sees that there is something to ask"), MORE | HERE,      \
            .since = 3)

static const KringField person_fields[] = {
  COMMON_FIELDS,
  NAMED (N_ ("Name")),
  TEXT ("alias", N_ ("Also known as"), IDENTIFIES | NAMES),
  BOOL ("alias_first", N_ ("Show the nickname first"), PLAIN),
  CHOICE ("sex", N_ ("Sex"), AT_HAND | PLAIN, sexes, KRING_SEX_UNKNOWN),
  AGE ("age", N_ ("Age"), AT_HAND | PLAIN),
  DATE ("birth_date", N_ ("Date of birth"), IDENTIFIES | WHOLE | REACH | APART),
  TEXT ("role", N_ ("Role"), IDENTIFIES | AT_HAND | WORDS, .column = DETAILS_COLUMN),
  CHOICE ("role_certainty", N_ ("How sure of that role?"), PLAIN, certainties, -1),
  TEXT ("why", N_ ("Why on the map"), IDENTIFIES | WORDS),
  CHOICE ("ring", N_ ("Ring"), PLAIN, rings, KRING_RING_NONE, .column = N_ ("Ring")),
  CHOICE ("own_ring",
          N_ ("Ring according to the young person"),
          PLAIN,
          rings,
          KRING_RING_NONE,
          .since = 1),
  POINT ("own_position", N_ ("Place according to the young person"), DRAWING | PLAIN, .since = 1),
  BOOL ("not_for_youth", N_ ("Not in the young person’s view"), PLAIN, .since = 2),
  BOOL ("identity_unknown", N_ ("Identity unknown"), PLAIN),
  BOOL ("deceased", N_ ("Deceased"), PLAIN),
  BOOL ("secret", N_ ("Secret address"), PLAIN),
  LONG ("description", N_ ("Description"), IDENTIFIES | WORDS),
  LONG ("notes", N_ ("Notes"), IDENTIFIES | NOTES),
  SOURCED_FIELDS,
  PLACED_FIELDS,
};

static const KringField organisation_fields[] = {
  COMMON_FIELDS,
  NAMED (N_ ("Name")),
  TEXT ("type", N_ ("Sort of organisation"), AT_HAND | WORDS),
  TEXT ("phone", N_ ("Phone"), IDENTIFIES | AT_HAND | REACH | APART),
  LONG ("description", N_ ("Description"), IDENTIFIES | WORDS, .column = DETAILS_COLUMN),
  SOURCED_FIELDS,
  PLACED_FIELDS,
};

static const KringField place_fields[] = {
  COMMON_FIELDS,
  NAMED (N_ ("Name")),
  TEXT ("type", N_ ("Sort of place"), AT_HAND | WORDS),
  TEXT ("address", N_ ("Address"), IDENTIFIES | AT_HAND | REACH | APART, .column = DETAILS_COLUMN),
  BOOL ("secret", N_ ("Secret address"), PLAIN),
  LONG ("description", N_ ("Description"), IDENTIFIES | WORDS),
  SOURCED_FIELDS,
  PLACED_FIELDS,
};

static const KringField vehicle_fields[] = {
  COMMON_FIELDS,
  NAMED (N_ ("Name")),
  CHOICE ("type", N_ ("Sort of vehicle"), AT_HAND | PLAIN, vehicle_types, 0),
  TEXT ("plate", N_ ("Number plate"), IDENTIFIES | AT_HAND | REACH, .column = DETAILS_COLUMN),
  TEXT ("make", N_ ("Make"), WORDS),
  TEXT ("colour", N_ ("Colour"), WORDS),
  LONG ("description", N_ ("Description"), IDENTIFIES | WORDS),
  SOURCED_FIELDS,
  PLACED_FIELDS,
};

static const KringField phone_fields[] = {
  COMMON_FIELDS,
  NAMED (N_ ("Name")),
  TEXT ("number", N_ ("Number"), IDENTIFIES | AT_HAND | REACH | APART, .column = DETAILS_COLUMN),
  CHOICE ("type", N_ ("Sort of phone"), PLAIN, phone_types, 0),
  LONG ("description", N_ ("Description"), IDENTIFIES | WORDS),
  SOURCED_FIELDS,
  PLACED_FIELDS,
};

static const KringField account_fields[] = {
  COMMON_FIELDS,
  NAMED (N_ ("Name")),
  CHOICE ("type", N_ ("Sort of account"), PLAIN, account_types, 0),
  TEXT ("platform", N_ ("Platform"), AT_HAND | WORDS),
  TEXT ("handle", N_ ("Account name"), IDENTIFIES | AT_HAND | REACH, .column = DETAILS_COLUMN),
  REF ("controlled_by", N_ ("Controlled by"), PLAIN, BIT (PERSON) | BIT (ORGANISATION)),
  LONG ("description", N_ ("Description"), IDENTIFIES | WORDS),
  SOURCED_FIELDS,
  PLACED_FIELDS,
};

static const KringField money_fields[] = {
  COMMON_FIELDS,
  NAMED (N_ ("Name")),
  CHOICE ("type", N_ ("Sort of money"), PLAIN, money_types, 0),
  TEXT ("amount", N_ ("Amount"), AT_HAND | WORDS),
  TEXT ("number", N_ ("Number"), IDENTIFIES | REACH, .column = DETAILS_COLUMN),
  LONG ("description", N_ ("Description"), IDENTIFIES | WORDS),
  SOURCED_FIELDS,
  PLACED_FIELDS,
};

static const KringField event_fields[] = {
  COMMON_FIELDS,
  NAMED (N_ ("What happened")),
  CHOICE ("sort", N_ ("Sort of event"), PLAIN, event_sorts, KRING_EVENT_OTHER, .since = 1),
  DATE ("when", N_ ("When"), AT_HAND | PLAIN, .column = DETAILS_COLUMN),
  REF ("place", N_ ("Where"), AT_HAND | PLAIN, BIT (PLACE)),
  REFS ("involved", N_ ("Who and what"), AT_HAND | PLAIN, ENTITIES & ~(BIT (EVENT) | BIT (NOTE))),
  LONG ("description", N_ ("Description"), IDENTIFIES | WORDS),
  SOURCED_FIELDS,
  PLACED_FIELDS,
};

static const KringField note_fields[] = {
  COMMON_FIELDS,
  NAMED (N_ ("Title")),
  LONG ("text", N_ ("Text"), IDENTIFIES | AT_HAND | WORDS, .column = DETAILS_COLUMN),
  PLACED_FIELDS,
};

static const KringField group_fields[] = {
  COMMON_FIELDS,
  NAMED (N_ ("Name")),
  CHOICE ("shape", N_ ("Shape"), AT_HAND | PLAIN, group_shapes, 0),
  REFS ("members", N_ ("Members"), AT_HAND | PLAIN, ENTITIES),
  LONG ("description", N_ ("Description"), IDENTIFIES | WORDS, .column = DETAILS_COLUMN),
};

static const KringField tie_fields[] = {
  COMMON_FIELDS,
  REF ("from", N_ ("From"), REQUIRED | PLAIN, ENTITIES),
  REF ("to", N_ ("To"), REQUIRED | PLAIN, ENTITIES),
  TEXT ("kind", N_ ("Kind"), IDENTIFIES | AT_HAND | WORDS, .column = NAME_COLUMN),
  CHOICE ("quality", N_ ("Quality of the tie"), AT_HAND | PLAIN, qualities, KRING_QUALITY_NEUTRAL),
  CHOICE ("intensity", N_ ("Strength"), AT_HAND | PLAIN, intensities, KRING_INTENSITY_NORMAL),
  CHOICE ("direction", N_ ("Direction"), AT_HAND | PLAIN, directions, KRING_DIRECTION_NONE),
  DATE ("since", N_ ("Since"), PLAIN, .column = DETAILS_COLUMN),
  DATE ("until", N_ ("Until"), AROUND | PLAIN),
  LONG ("text", N_ ("Explanation"), IDENTIFIES | WORDS),
  SOURCED_FIELDS,
  NUMBER ("bend", N_ ("Bend"), DRAWING | PLAIN),
  NUMBER ("label_at", N_ ("Place of the label"), DRAWING | PLAIN),
};

static const KringField participant_fields[] = {
  COMMON_FIELDS,
  NAMED (N_ ("Name")),
  TEXT ("function", N_ ("Function"), AT_HAND | WORDS, .column = DETAILS_COLUMN),
  TEXT ("organisation", N_ ("Organisation"), AT_HAND | WORDS),
  TEXT ("phone", N_ ("Phone"), IDENTIFIES | AT_HAND | REACH | APART),
  TEXT ("deputy", N_ ("Deputy"), IDENTIFIES | AT_HAND | NAMES),
  BOOL ("absent", N_ ("Not present"), AT_HAND | PLAIN),
};

static const KringField signal_fields[] = {
  COMMON_FIELDS,
  REF ("about", N_ ("About"), REQUIRED | PLAIN, SUBJECTS_OR_CASE),
  NAMED (N_ ("Signal")),
  TEXT ("catalogue", N_ ("In the catalogue as"), MORE | WORDS),
  CHOICE ("family", N_ ("Family"), AT_HAND | PLAIN, families, KRING_FAMILY_RISK),
  CHOICE ("concerns", N_ ("Says something about"), MORE | PLAIN, concerns, -1, .since = 2),
  DATE ("observed", N_ ("Observed on"), AT_HAND | PLAIN),
};

static const KringField statement_fields[] = {
  COMMON_FIELDS,
  REF ("about", N_ ("About"), REQUIRED | PLAIN, SUBJECTS_OR_CASE),
  CHOICE ("form",
          N_ ("Words or interpretation"),
          AT_HAND | PLAIN,
          statement_forms,
          KRING_STATEMENT_INTERPRETATION),
  LONG ("words", N_ ("What is said"), IDENTIFIES | AT_HAND | WORDS),
  TEXT ("said_by", N_ ("Said by"), IDENTIFIES | AT_HAND | NAMES),
  TEXT ("heard_by", N_ ("Heard by"), IDENTIFIES | AT_HAND | NAMES),
  DATE ("when", N_ ("When"), AT_HAND | PLAIN, .column = DETAILS_COLUMN),
  REFS ("contradicts", N_ ("Contradicts"), PLAIN, BIT (STATEMENT)),
  TEXT ("source", N_ ("Reference of the source"), IDENTIFIES | WORDS),
  CHOICE ("grade_source", N_ ("Grade of the source"), GRADE | PLAIN, source_grades, -1),
  CHOICE (
      "grade_information", N_ ("Grade of the information"), GRADE | PLAIN, information_grades, -1),
};

static const KringField task_fields[] = {
  COMMON_FIELDS,
  REFS ("about", N_ ("About"), PLAIN, SUBJECTS),
  NAMED (N_ ("Question or action")),
  CHOICE ("sort", N_ ("Sort"), AT_HAND | PLAIN, task_sorts, KRING_TASK_ACTION),
  REFS ("who", N_ ("Who does it"), AT_HAND | PLAIN, BIT (PARTICIPANT)),
  TEXT ("with", N_ ("Together with"), IDENTIFIES | NAMES),
  DATE ("due", N_ ("Ready by"), AHEAD | AT_HAND | PLAIN),
  CHOICE ("state", N_ ("State"), AT_HAND | PLAIN, task_states, KRING_TASK_OPEN),
  LONG ("outcome", N_ ("Outcome"), IDENTIFIES | WORDS),
};

static const KringField copy_fields[] = {
  COMMON_FIELDS,
  NAMED (N_ ("Given to")),
  DATE ("on", N_ ("Given on"), AT_HAND | PLAIN),
  TEXT ("version", N_ ("Version"), AT_HAND | WORDS),
  TEXT ("layers", N_ ("What was in it"), AT_HAND | WORDS),
  TEXT ("organisation", N_ ("Organisation"), AT_HAND | WORDS, .since = 3),
  CHOICE ("reader", N_ ("For whom"), AT_HAND | PLAIN, readers, -1, .since = 3),
  CHOICE ("names", N_ ("Names in it"), PLAIN, name_forms, -1, .since = 3),
  TEXT ("hash", N_ ("Hash of the file"), KEPT | HERE, .since = 3),
  TEXT ("share_number", N_ ("Number of the share"), KEPT | HERE, .since = 3),
  TEXT ("map_state", N_ ("State of the map"), KEPT | HERE, .since = 3),
};

static const KringField meeting_fields[] = {
  COMMON_FIELDS,
  NAMED (N_ ("What the meeting was for")),
  DATE ("on", N_ ("Held on"), AT_HAND | PLAIN),
  LONG ("agreed", N_ ("What was agreed"), IDENTIFIES | AT_HAND | WORDS),
};

/* Names of choices with spaces between them, as in the tables above; `none` for nobody named. */
static const KringField view_fields[] = {
  COMMON_FIELDS,
  TEXT ("name", N_ ("Name"), IDENTIFIES | AT_HAND | HERE, .column = NAME_COLUMN),
  TEXT ("kinds", N_ ("Kind"), DRAWING | HERE),
  TEXT ("parties", N_ ("Brought in by"), DRAWING | HERE),
  TEXT ("certainties", N_ ("How sure?"), DRAWING | HERE),
  TEXT ("families", N_ ("Family"), DRAWING | HERE),
  TEXT ("audiences", N_ ("Share with"), DRAWING | HERE),
  TEXT ("categories", N_ ("Subject of signals"), DRAWING | HERE),
  REFS ("groups", N_ ("Group"), DRAWING | HERE, BIT (GROUP)),
  TEXT ("words", N_ ("Words"), IDENTIFIES | DRAWING | HERE),
  DATE ("from", N_ ("From"), DRAWING | HERE),
  DATE ("to", N_ ("To"), DRAWING | HERE),
  BOOL ("only_dated", N_ ("Hide what has no date"), DRAWING | HERE),
  BOOL ("questions", N_ ("Only open questions"), DRAWING | HERE),
  CHOICE ("seen_as", N_ ("As the other sees it"), DRAWING | HERE, sides, -1),
};

static const KringField case_fields[] = {
  COMMON_FIELDS,
  TEXT ("title", N_ ("Title"), IDENTIFIES | AT_HAND | NAMES),
  TEXT ("reference", N_ ("Reference"), IDENTIFIES | REACH),
  REFS ("centre", N_ ("Young person at the centre"), AT_HAND | PLAIN, BIT (PERSON)),
  DATE ("meeting", N_ ("Meeting on"), AROUND | AT_HAND | PLAIN),
  TEXT ("version", N_ ("Version"), WORDS),
  TEXT ("purpose", N_ ("Purpose"), IDENTIFIES | AT_HAND | WORDS),
  TEXT ("ground", N_ ("Ground"), IDENTIFIES | WORDS),
  TEXT ("covenant", N_ ("Covenant"), WORDS),
  TEXT ("consent", N_ ("Consent"), IDENTIFIES | WORDS),
  DATE ("review", N_ ("Review on"), AHEAD | PLAIN),
  DATE ("destroy", N_ ("Destroy on"), AHEAD | PLAIN),
  TEXT ("informed", N_ ("Who was informed"), IDENTIFIES | WORDS),
  CHOICE ("background", N_ ("Background"), DRAWING | PLAIN, backgrounds, 0),
  BOOL ("round_rings", N_ ("Round rings"), PLAIN, .since = 1),
  BOOL ("tie_icons", N_ ("Symbols on ties"), PLAIN, .since = 1),
  NUMBER ("ring_scale", N_ ("Size of the rings"), DRAWING | PLAIN),
  NUMBER ("near_size", N_ ("Size of the first ring"), DRAWING | PLAIN, .since = 2),
  NUMBER ("middle_size", N_ ("Size of the second ring"), DRAWING | PLAIN, .since = 2),
  NUMBER ("far_size", N_ ("Size of the third ring"), DRAWING | PLAIN, .since = 2),
  TEXT ("ring_near", N_ ("Name of the first ring"), WORDS),
  TEXT ("ring_middle", N_ ("Name of the second ring"), WORDS),
  TEXT ("ring_far", N_ ("Name of the third ring"), WORDS),
  BOOL (
      "reminded_not_to_question", N_ ("Reminded not to question further"), KEPT | HERE, .since = 1),
  TEXT ("share_secret", N_ ("Secret of what is shared"), KEPT | HERE, .since = 3),
};

/* One row a kind; after the group what not every kind has. */
#define KIND(ID, NAME, LIST, LABEL, PLURAL, ICON, GROUP, ...)                                      \
  [KRING_KIND_##ID] = { .id = KRING_KIND_##ID,                                                     \
                        .name = #NAME,                                                             \
                        .list = LIST,                                                              \
                        .label = LABEL,                                                            \
                        .plural = PLURAL,                                                          \
                        .icon = ICON,                                                              \
                        .group = KRING_GROUP_##GROUP,                                              \
                        .fields = NAME##_fields,                                                   \
                        .n_fields = G_N_ELEMENTS (NAME##_fields),                                  \
                        __VA_ARGS__ }

/* clang-format off */
const KringKind kring_schema_kinds[] = {
  KIND (PERSON, person, "persons", N_ ("Person"), N_ ("Persons"), "person", ENTITY,
        .add = N_ ("Add Person")),
  KIND (ORGANISATION, organisation, "organisations", N_ ("Organisation"), N_ ("Organisations"),
        "organisation", ENTITY, .add = N_ ("Add Organisation"), .thing = 2),
  KIND (PLACE, place, "places", N_ ("Place"), N_ ("Places"), "place", ENTITY,
        .add = N_ ("Add Place"), .thing = 1, .code = "address"),
  KIND (VEHICLE, vehicle, "vehicles", N_ ("Vehicle"), N_ ("Vehicles"), "vehicle", ENTITY,
        .add = N_ ("Add Vehicle"), .thing = 3, .code = "plate"),
  KIND (PHONE, phone, "phones", N_ ("Phone"), N_ ("Phones"), "phone", ENTITY,
        .add = N_ ("Add Phone"), .thing = 4, .code = "number"),
  KIND (ACCOUNT, account, "accounts", N_ ("Account"), N_ ("Accounts"), "account", ENTITY,
        .add = N_ ("Add Account"), .thing = 5, .code = "handle"),
  KIND (MONEY, money, "money", N_ ("Money"), NC_ ("kinds", "Money"), "money", ENTITY,
        .add = N_ ("Add Money"), .thing = 6, .code = "amount"),
  KIND (EVENT, event, "events", N_ ("Event"), N_ ("Events"), "event", ENTITY,
        .add = N_ ("Add Event"), .thing = 7),
  KIND (NOTE, note, "notes", N_ ("Note"), N_ ("Notes"), "note", ENTITY, .add = N_ ("Add Note")),
  KIND (GROUP, group, "groups", N_ ("Group"), N_ ("Groups"), "group", ENTITY,
        .add = N_ ("Add Group")),
  KIND (TIE, tie, "ties", N_ ("Tie"), N_ ("Ties"), "tie", BETWEEN, .add = N_ ("Add Tie")),
  KIND (PARTICIPANT, participant, "participants", N_ ("Participant"), N_ ("Participants"),
        "names", MEETING, .add = N_ ("Add Participant")),
  KIND (SIGNAL, signal, "signals", N_ ("Signal"), N_ ("Signals"), "signal", ABOUT, .since = 1),
  KIND (STATEMENT, statement, "statements", N_ ("Statement"), N_ ("Statements"), "quote", ABOUT,
        .since = 1),
  KIND (TASK, task, "tasks", N_ ("Question or action"), N_ ("Questions and actions"), "action",
        ABOUT, .since = 1, .add = N_ ("Add Action")),
  KIND (COPY, copy, "copies", N_ ("Copy"), N_ ("Copies"), "share", MEETING, .since = 1,
        .add = N_ ("Note a Copy")),
  KIND (MEETING, meeting, "meetings", N_ ("Earlier meeting"), N_ ("Earlier meetings"), "names",
        MEETING, .since = 1, .add = N_ ("Note a Meeting")),
  KIND (VIEW, view, "views", N_ ("View"), N_ ("Views"), "filter", LOOKING, .since = 1),
  KIND (CASE, case, "case", N_ ("Case"), N_ ("Cases"), "info", CASE),
};
/* clang-format on */
