/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/model/kring-schema-choices.h"

#include <glib/gi18n-lib.h>

const KringChoice kring_choices_parties[] = {
  { "care", N_ ("Care") },
  { "police", N_ ("Police") },
  { "together", N_ ("Together") },
  { "youth", N_ ("The young person") },
  { "parent", N_ ("Parent") },
  { "open", N_ ("Open source") },
  { NULL, NULL },
};

const KringChoice kring_choices_sides[] = {
  { "care", N_ ("Care") },
  { "police", N_ ("Police") },
  { NULL, NULL },
};

const KringChoice kring_choices_ways_known[] = {
  { "seen", N_ ("Seen or heard ourselves") },       { "told_by_person", N_ ("Told by the person") },
  { "told_by_other", N_ ("Told by someone else") }, { "system", N_ ("From a system or document") },
  { "conclusion", N_ ("Our own conclusion") },      { NULL, NULL },
};

const KringChoice kring_choices_certainties[] = {
  { "confirmed", N_ ("Confirmed") }, { "probable", N_ ("Probable") },
  { "suspected", N_ ("Suspected") }, { "unknown", NC_ ("certainty", "Unknown") },
  { "refuted", N_ ("Refuted") },     { NULL, NULL },
};

const KringChoice kring_choices_audiences[] = {
  { "joint", N_ ("Joint: care and police") },
  { "care", N_ ("Care only") },
  { "police", N_ ("Police only") },
  { "none", N_ ("Not in exports") },
  { NULL, NULL },
};

/* For whom a copy is, and how people are called in it, as map/share has them. */
const KringChoice kring_choices_readers[] = {
  { "joint", N_ ("All at the table") },
  { "care", N_ ("Care") },
  { "police", N_ ("Police") },
  { "youth", N_ ("The young person, to read") },
  { "parents", N_ ("The parents, to read") },
  { "municipality", N_ ("The municipality") },
  { NULL, NULL },
};

const KringChoice kring_choices_name_forms[] = {
  { "full", N_ ("Full Names") },
  { "first", N_ ("First Names") },
  { "initials", N_ ("Initials") },
  { "code", N_ ("Codes") },
  { NULL, NULL },
};

const KringChoice kring_choices_sexes[] = {
  { "unknown", NC_ ("sex", "Unknown") },
  { "woman", N_ ("Woman") },
  { "man", N_ ("Man") },
  { "other", NC_ ("sex", "Other") },
  { NULL, NULL },
};

const KringChoice kring_choices_rings[] = {
  { "none", N_ ("Not placed") }, { "near", N_ ("near") }, { "middle", N_ ("at a distance") },
  { "far", N_ ("far") },         { NULL, NULL },
};

const KringChoice kring_choices_seats[] = {
  { "auto", N_ ("Automatic") },
  { "below", N_ ("Below") },
  { "above", N_ ("Above") },
  { "right", N_ ("Right") },
  { "left", N_ ("Left") },
  { "lower_right", N_ ("Lower right") },
  { "lower_left", N_ ("Lower left") },
  { "upper_right", N_ ("Upper right") },
  { "upper_left", N_ ("Upper left") },
  { NULL, NULL },
};

const KringChoice kring_choices_vehicle_types[] = {
  { "car", N_ ("Car") },
  { "scooter", N_ ("Scooter or moped") },
  { "van", N_ ("Van") },
  { "taxi", N_ ("Taxi") },
  { "bicycle", N_ ("Bicycle") },
  { "other", NC_ ("vehicle", "Other") },
  { NULL, NULL },
};

const KringChoice kring_choices_phone_types[] = {
  { "unknown", NC_ ("phone", "Unknown") },
  { "own", N_ ("Own phone") },
  { "second", N_ ("Second phone") },
  { "prepaid", N_ ("Prepaid") },
  { "work", N_ ("Work phone") },
  { "landline", N_ ("Landline") },
  { NULL, NULL },
};

const KringChoice kring_choices_account_types[] = {
  { "account", N_ ("Account") },
  { "advert", N_ ("Advertisement") },
  { NULL, NULL },
};

const KringChoice kring_choices_money_types[] = {
  { "account", N_ ("Bank account") },
  { "card", N_ ("Card") },
  { "cash", N_ ("Cash") },
  { "debt", N_ ("Debt") },
  { "contract", N_ ("Contract") },
  { "other", NC_ ("money", "Other") },
  { NULL, NULL },
};

const KringChoice kring_choices_group_shapes[] = {
  { "hull", N_ ("Hull") },
  { "frame", N_ ("Frame") },
  { NULL, NULL },
};

const KringChoice kring_choices_qualities[] = {
  { "neutral", N_ ("Neutral") },           { "close", N_ ("Close") },
  { "support", N_ ("Support") },           { "distant", N_ ("Distant") },
  { "broken", N_ ("Broken off") },         { "tense", N_ ("Tense") },
  { "conflict", N_ ("Conflict") },         { "control", N_ ("Control, coercion") },
  { "violence", N_ ("Violence, threat") }, { NULL, NULL },
};

const KringChoice kring_choices_intensities[] = {
  { "weak", N_ ("Weak") },
  { "normal", N_ ("Normal") },
  { "strong", N_ ("Strong") },
  { NULL, NULL },
};

const KringChoice kring_choices_directions[] = {
  { "none", N_ ("No direction") },
  { "forward", N_ ("From first to second") },
  { "backward", N_ ("From second to first") },
  { "both", N_ ("Both ways") },
  { NULL, NULL },
};

const KringChoice kring_choices_families[] = {
  { "risk", NC_ ("family", "Risk") },
  { "vulnerability", N_ ("Vulnerability") },
  { "protective", N_ ("Protection") },
  { "return", N_ ("After return") },
  { NULL, NULL },
};

const KringChoice kring_choices_event_sorts[] = {
  { "other", NC_ ("event", "Other") },
  { "missing", N_ ("Missing") },
  { "found", N_ ("Found or back") },
  { "leave", NC_ ("event", "Leave") },
  { "incident", N_ ("Incident") },
  { "gift", N_ ("Gift") },
  { "threat", NC_ ("event", "Threat") },
  { "told", N_ ("Told something") },
  { "contact", N_ ("Contact with police or care") },
  { NULL, NULL },
};

const KringChoice kring_choices_statement_forms[] = {
  { "verbatim", N_ ("Verbatim words") },
  { "interpretation", N_ ("Interpretation") },
  { NULL, NULL },
};

const KringChoice kring_choices_source_grades[] = {
  { "a", N_ ("A: no doubt about the source") },
  { "b", N_ ("B: mostly reliable") },
  { "c", N_ ("C: not often reliable") },
  { "x", N_ ("X: cannot be judged") },
  { NULL, NULL },
};

const KringChoice kring_choices_information_grades[] = {
  { "1", N_ ("1: known to be true") },
  { "2", N_ ("2: the source knows it first-hand") },
  { "3", N_ ("3: second-hand, and confirmed by others") },
  { "4", N_ ("4: second-hand, not confirmed") },
  { NULL, NULL },
};

const KringChoice kring_choices_task_sorts[] = {
  { "action", N_ ("Action") },
  { "question", N_ ("Question") },
  { NULL, NULL },
};

const KringChoice kring_choices_task_states[] = {
  /* Translators: of a question or an action: not done yet. */
  { "open", NC_ ("state", "Open") },
  { "done", NC_ ("state", "Done") },
  { "dropped", NC_ ("state", "Dropped") },
  { NULL, NULL },
};

const KringChoice kring_choices_backgrounds[] = {
  { "rings", N_ ("Rings") },
  { "plain", N_ ("Plain") },
  { NULL, NULL },
};

/* What a signal says something about, as catalogues tell it. */
const KringChoice kring_choices_concerns[] = {
  { "victim", N_ ("What happens to this person") },
  { "suspect", N_ ("What somebody does") },
  { "relation", N_ ("How people deal with each other") },
  { "place", N_ ("A place or vehicle") },
  { "online", N_ ("What happens online") },
  { NULL, NULL },
};

/* Labels that mean different things in different lists carry a context for the translator. */
const KringChoiceContext kring_schema_contexts[] = {
  { kring_choices_certainties, "certainty" },
  { kring_choices_sexes, "sex" },
  { kring_choices_vehicle_types, "vehicle" },
  { kring_choices_phone_types, "phone" },
  { kring_choices_money_types, "money" },
  { kring_choices_families, "family" },
  { kring_choices_task_states, "state" },
  { kring_choices_event_sorts, "event" },
  { NULL, NULL },
};
