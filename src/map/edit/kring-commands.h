/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What people do to a map, by the names they would give it. Every command is one undo step with a
 * label for the menu, checks what it is given, and either does all of it or nothing. Ids arrays are
 * (element-type utf8); unknown ids in them are passed over. Commands nest in a transaction that is
 * already open. Main thread only.
 */
#pragma once

#include "map/edit/kring-editor.h"

G_BEGIN_DECLS

/* A statement to be noted. */
typedef struct
{
  KringStatementForm form;
  const char *words;
  const char *said_by;  /* (nullable) */
  const char *heard_by; /* (nullable) */
  int how_known;        /* KringHowKnown */
  const char *when;     /* (nullable): a date; today */
} KringNewStatement;

/* A signal that is about to be placed. */
typedef struct
{
  const char *catalogue; /* (nullable): id in the catalogue; NULL for own words */
  const char *label;     /* kept with it, so that it can be read without the catalogue */
  KringFamily family;
  const char *observed;   /* (nullable): a date in its written form; NULL: today */
  KringAudience audience; /* who it is for: as the catalogue says, joint for own words */
  const char *concerns;   /* (nullable): what it says something about, as catalogues tell it */
} KringNewSignal;

/* A copy that somebody was given. */
typedef struct
{
  const char *name;         /* (nullable): to whom */
  const char *organisation; /* (nullable) */
  int reader;               /* for whom, in the order of the schema; -1: not said */
  int names;                /* how people are called in it, likewise */
  const char *layers;       /* (nullable): what was in it */
  const char *hash;         /* (nullable): of the file */
  const char *secret;       /* (nullable): which the ids in it were made with */
  const char *number;       /* (nullable): of the share, with @secret */
} KringNewCopy;

/* Adding. New items carry the pen, today's date and a random id. Returned items belong to the map. */
KringItem *
kring_edit_add (KringEditor *editor, KringKindId kind, const char *name, KringPoint position);
KringItem *kring_edit_add_centre (KringEditor *editor, const char *name, KringPoint position);
KringItem *kring_edit_add_participant (KringEditor *editor, const char *name);
KringItem *
kring_edit_add_event (KringEditor *editor, const char *what, const char *when, GError **error);
KringItem *kring_edit_add_tie (KringEditor *editor,
                               const char *from,
                               const char *to,
                               const char *kind,
                               KringCertainty certainty,
                               GError **error);

/* What is known about items: brought in with the pen, today. A signal is suspected until somebody is
 * surer; a statement is as sure as what it is about. */
guint kring_edit_add_signals (KringEditor *editor,
                              GPtrArray *about,
                              const KringNewSignal *wanted,
                              GError **error);
guint kring_edit_add_statements (KringEditor *editor,
                                 GPtrArray *about,
                                 const KringNewStatement *wanted,
                                 GError **error);
KringItem *kring_edit_add_task (
    KringEditor *editor, const char *about, KringTaskSort sort, const char *what, GError **error);
KringItem *
kring_edit_add_question (KringEditor *editor, GPtrArray *ids, const char *what, GError **error);
void kring_edit_set_task_state (KringEditor *editor, GPtrArray *ids, KringTaskState state);

/* Prompts about what is not known. */
void kring_edit_set_aside (KringEditor *editor, const char *id, const char *name, gboolean aside);
KringItem *kring_edit_make_question (
    KringEditor *editor, const char *id, const char *name, const char *question, GError **error);

/* Ways of looking at the map, kept under a name. */
KringItem *
kring_edit_keep_view (KringEditor *editor, const char *name, GVariant *conditions, GError **error);

gboolean kring_edit_begin_meeting (KringEditor *editor);

/* Who has what. */
KringItem *kring_edit_note_copy (KringEditor *editor, const KringNewCopy *wanted);

/* Fields. */
gboolean kring_edit_set (
    KringEditor *editor, GPtrArray *ids, const char *field_name, GVariant *value, GError **error);
gboolean kring_edit_set_one (
    KringEditor *editor, const char *id, const char *field_name, GVariant *value, GError **error);
gboolean kring_edit_type (
    KringEditor *editor, const char *id, const char *field_name, const char *text, GError **error);
KringItem *kring_edit_name_new (KringEditor *editor, const char *id, const char *text);
gboolean kring_edit_rename (KringEditor *editor, const char *id, const char *name, GError **error);
void kring_edit_set_certainty (KringEditor *editor, GPtrArray *ids, KringCertainty certainty);
KringAudience kring_edit_cycle_audience (KringEditor *editor, GPtrArray *ids);
void kring_edit_set_field_audience (KringEditor *editor,
                                    GPtrArray *ids,
                                    const char *field_name,
                                    KringAudience audience);
void kring_edit_follow_sources (KringEditor *editor, GPtrArray *ids);
void kring_edit_set_quality (KringEditor *editor, GPtrArray *ids, KringQuality quality);
void kring_edit_change_intensity (KringEditor *editor, GPtrArray *ids, int by);
void kring_edit_cycle_direction (KringEditor *editor, GPtrArray *ids);
void kring_edit_reverse_ties (KringEditor *editor, GPtrArray *ids);
gboolean kring_edit_can_reverse (KringEditor *editor, GPtrArray *ids);
void kring_edit_set_ring (KringEditor *editor, GPtrArray *ids, KringRing ring);
void kring_edit_bend_tie (KringEditor *editor, const char *id, double bend);
void kring_edit_seat_label (KringEditor *editor, const char *id, KringSeat seat);
void kring_edit_slide_label (KringEditor *editor, const char *id, double at);
void kring_edit_set_centre (KringEditor *editor, const char *id);

/* Places on the map. */
void kring_edit_move (KringEditor *editor, GPtrArray *ids, double dx, double dy);
void kring_edit_set_pinned (KringEditor *editor, GPtrArray *ids, gboolean pinned);
gboolean kring_edit_are_pinned (KringEditor *editor, GPtrArray *ids);

/* The young person's own picture, beside that of the professionals. */
void kring_edit_set_own_place (KringEditor *editor,
                               const char *id,
                               KringRing ring,
                               const KringPoint *place);
gboolean kring_edit_is_own_place (const char *label);

/* Whole items. A fragment holds items; duplicate and paste return the ids of the copies. */
guint kring_edit_delete (KringEditor *editor, GPtrArray *ids);
GPtrArray *kring_edit_duplicate (KringEditor *editor, GPtrArray *ids) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_edit_dup_fragment (KringMap *map, GPtrArray *ids) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_edit_paste (KringEditor *editor,
                             GPtrArray *fragment,
                             KringPoint centre) G_GNUC_WARN_UNUSED_RESULT;
KringItem *kring_edit_group (KringEditor *editor, GPtrArray *ids, const char *name);
void kring_edit_ungroup (KringEditor *editor, const char *group_id);

G_END_DECLS
