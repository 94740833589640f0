/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Typed reading of parsed JSON that always knows where it is: enter and leave keep the path of the
 * value being read, and a refusal names that path with its line and column. The first refusal
 * counts; after it nothing more is read. A plain value on the stack; any thread.
 */
#pragma once

#include "file/storage/kring-storage-error.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define KRING_READER_DEPTH_MAX 8

/* A member by its name or a value of a list by its place. */
typedef struct
{
  const char *name; /* (not owned) (nullable) must stay until the reader leaves */
  guint index;
} KringReaderStep;

typedef struct
{
  GBytes *bytes;                                /* (not owned) the text, past the gate */
  KringReaderStep path[KRING_READER_DEPTH_MAX]; /* to the value being read */
  guint depth;                                  /* how many of them */
  GError *error;                                /* (owned) (nullable) the refusal */
} KringReader;

void kring_reader_init (KringReader *self, GBytes *bytes);
void kring_reader_clear (KringReader *self);

gsize kring_reader_enter (KringReader *self, const char *name);
gsize kring_reader_enter_nth (KringReader *self, guint index);
void kring_reader_leave (KringReader *self, gsize mark);
gboolean kring_reader_refuse (KringReader *self, KringStorageError code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

gboolean kring_reader_holds (JsonNode *node, GType type);
gboolean kring_reader_take_double (KringReader *self, JsonNode *node, double *value);
gboolean kring_reader_take_int (KringReader *self, JsonNode *node, gint64 min, gint64 *value);
const char *kring_reader_take_string (KringReader *self, JsonNode *node);
JsonObject *kring_reader_take_object (KringReader *self, JsonNode *node);
JsonArray *kring_reader_take_array (KringReader *self, JsonNode *node);

G_END_DECLS
