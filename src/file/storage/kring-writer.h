/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON text made for people and for `git diff`: two spaces of indentation, one member a line, short
 * lists on one line, numbers with few digits and always a point. What goes in is valid UTF-8 and
 * finite, so what comes out is valid JSON. A plain value on the stack; any thread.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  GString *text; /* (owned) */
  int depth;
  gboolean first; /* nothing stands in the open object or list yet */
} KringWriter;

void kring_writer_init (KringWriter *self);
GBytes *kring_writer_finish (KringWriter *self) G_GNUC_WARN_UNUSED_RESULT;

void kring_writer_open (KringWriter *self, const char *name, char bracket);
void kring_writer_close (KringWriter *self, char bracket);
void kring_writer_add_int (KringWriter *self, const char *name, gint64 value);
void kring_writer_add_string (KringWriter *self, const char *name, const char *value);
void kring_writer_add_text (KringWriter *self, const char *name, const char *json);

void kring_json_append_string (GString *json, const char *value);
void kring_json_append_number (GString *json, double value, int decimals);
char *kring_json_from_node (JsonNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
