/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One field of one or several items, as a row of a form: a caption, an editor that fits the type
 * of the field, and room for one sentence when something is wrong. The abstract parent; what
 * edits stands in the subclasses. A row shows the map and writes through commands, never keeps
 * a value of its own. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_FIELD_ROW (kring_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (KringFieldRow, kring_field_row, KRING, FIELD_ROW, GtkWidget)

struct _KringFieldRowClass
{
  GtkWidgetClass parent_class;

  /* Shows what the map holds; value is nullable, and NULL when the items differ. */
  void (*show_value) (KringFieldRow *self, GVariant *value, gboolean mixed);
  /* Writes what was typed and not yet written. */
  void (*flush) (KringFieldRow *self);
  /* What was typed and is not written, or NULL. */
  char *(*dup_draft) (KringFieldRow *self);
  void (*set_draft) (KringFieldRow *self, const char *draft);
};

GtkWidget *kring_field_row_new (KringSession *session,
                                const KringKind *kind,
                                const KringField *field) G_GNUC_WARN_UNUSED_RESULT;

void kring_field_row_set_ids (KringFieldRow *self, GPtrArray *ids);
void kring_field_row_refresh (KringFieldRow *self);
void kring_field_row_hide_caption (KringFieldRow *self);
void kring_field_row_flush (KringFieldRow *self);
char *kring_field_row_dup_draft (KringFieldRow *self) G_GNUC_WARN_UNUSED_RESULT;
void kring_field_row_set_draft (KringFieldRow *self, const char *draft);
void kring_field_row_keep_draft (KringFieldRow *self);
void kring_field_row_show_draft (KringFieldRow *self);
gboolean kring_field_row_throw_away (KringFieldRow *self);
GPtrArray *kring_field_row_dup_draft_ids (GPtrArray *ids,
                                          const KringField *field) G_GNUC_WARN_UNUSED_RESULT;

KringSession *kring_field_row_get_session (KringFieldRow *self);
const KringKind *kring_field_row_get_kind (KringFieldRow *self);
const KringField *kring_field_row_get_field (KringFieldRow *self);
KringItem *kring_field_row_get_item (KringFieldRow *self);
GtkWidget *kring_field_row_get_editor (KringFieldRow *self);
const char *kring_field_row_get_message (KringFieldRow *self);

/* For subclasses. */
void kring_field_row_set_content (KringFieldRow *self, GtkWidget *content, GtkWidget *editor);
void kring_field_row_flush_soon (KringFieldRow *self);
void kring_field_row_set_message (KringFieldRow *self, const char *message, gboolean is_error);
gboolean kring_field_row_commit (KringFieldRow *self, GVariant *value);
gboolean kring_field_row_type (KringFieldRow *self, const char *text);
gboolean kring_field_row_types_live (KringFieldRow *self);

G_END_DECLS
