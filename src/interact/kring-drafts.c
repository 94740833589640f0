/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "interact/kring-drafts.h"

struct _KringDrafts
{
  GHashTable *texts; /* (owned) (element-type utf8 utf8), by box and ids */
};

/* An id has no line break. */
static char *
dup_key (const char *box, GPtrArray *ids)
{
  GString *key = g_string_new (box);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (key, "\n%s", (const char *) ids->pdata[i]);
  return g_string_free (key, FALSE);
}

/**
 * kring_drafts_new: (constructor)
 *
 * Returns: (transfer full): no drafts yet
 */
KringDrafts *
kring_drafts_new (void)
{
  KringDrafts *self = g_new0 (KringDrafts, 1);

  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
kring_drafts_free (KringDrafts *self)
{
  g_hash_table_unref (self->texts);
  g_free (self);
}

/**
 * kring_drafts_keep:
 * @box: which kind of box
 * @ids: (element-type utf8): what it is about
 * @text: what stands in it now; nothing but spaces: there is no draft any more
 */
void
kring_drafts_keep (KringDrafts *self, const char *box, GPtrArray *ids, const char *text)
{
  g_autofree char *key = dup_key (box, ids);
  g_autofree char *words = g_strstrip (g_strdup (text));

  if (*words == '\0')
    g_hash_table_remove (self->texts, key);
  else
    g_hash_table_insert (self->texts, g_steal_pointer (&key), g_strdup (text));
}

/**
 * kring_drafts_get:
 *
 * Returns: (transfer none): what was typed in such a box about just these; empty if nothing was
 */
const char *
kring_drafts_get (KringDrafts *self, const char *box, GPtrArray *ids)
{
  g_autofree char *key = dup_key (box, ids);
  const char *text = g_hash_table_lookup (self->texts, key);

  return text != NULL ? text : "";
}

/**
 * kring_drafts_clear:
 *
 * Throws all of them away.
 */
void
kring_drafts_clear (KringDrafts *self)
{
  g_hash_table_remove_all (self->texts);
}

/**
 * kring_drafts_get_size:
 *
 * Returns: how many there are
 */
guint
kring_drafts_get_size (KringDrafts *self)
{
  return g_hash_table_size (self->texts);
}
