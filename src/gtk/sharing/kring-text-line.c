/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-text-line.h"

#include "map/base/kring-sanitize.h"
#include "map/share/kring-left.h"

#include <glib/gi18n-lib.h>

struct _KringTextLine
{
  GObject parent_instance;

  const char *id; /* of the map */
  gboolean of_shown;
  char *key;      /* (owned) */
  char *title;    /* (owned): the item, and which text of it */
  char *sentence; /* (owned) */
  char *markup;   /* (owned): the sentence with its names set off */
  KringSettling settling;
};

enum
{
  PROP_SETTLING = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KringTextLine, kring_text_line, G_TYPE_OBJECT)

static void
kring_text_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_int (value, KRING_TEXT_LINE (object)->settling);
}

static void
kring_text_line_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  kring_text_line_set_settling (KRING_TEXT_LINE (object), g_value_get_int (value));
}

static void
kring_text_line_finalize (GObject *object)
{
  KringTextLine *self = KRING_TEXT_LINE (object);

  g_free (self->key);
  g_free (self->title);
  g_free (self->sentence);
  g_free (self->markup);
  G_OBJECT_CLASS (kring_text_line_parent_class)->finalize (object);
}

static void
kring_text_line_class_init (KringTextLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kring_text_line_get_property;
  object_class->set_property = kring_text_line_set_property;
  object_class->finalize = kring_text_line_finalize;
  properties[PROP_SETTLING] = g_param_spec_int (
      "settling", NULL, NULL, KRING_SETTLE_USUAL, KRING_SETTLE_LEAVE, KRING_SETTLE_LEAVE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kring_text_line_init (KringTextLine *self)
{
}

/* One line, without what would steer it. */
static char *
dup_clean (const char *text, gsize length)
{
  g_autofree char *part = g_strndup (text, length);

  return g_strdelimit (kring_sanitize_dup (part), "\n", ' ');
}

static void
append_part (GString *markup, const char *text, gsize length, gboolean is_name)
{
  g_autofree char *clean = dup_clean (text, length);
  g_autofree char *escaped = g_markup_escape_text (clean, -1);

  g_string_append_printf (markup, is_name ? "<b><u>%s</u></b>" : "%s", escaped);
}

static char *
dup_markup (const KringMention *mention)
{
  GString *markup = g_string_new (NULL);
  const char *text = mention->sentence;
  guint end = 0;

  for (guint i = 0; i < mention->places->len; i++)
    {
      const KringNamePlace *place = &g_array_index (mention->places, KringNamePlace, i);

      append_part (markup, text + end, place->start - end, FALSE);
      append_part (markup, text + place->start, place->length, TRUE);
      end = place->start + place->length;
    }
  append_part (markup, text + end, strlen (text + end), FALSE);
  return g_string_free (markup, FALSE);
}

/**
 * kring_text_line_new: (constructor)
 * @map: the whole map
 *
 * Returns: (transfer full): what is said of @mention
 */
KringTextLine *
kring_text_line_new (KringMap *map, const KringMention *mention)
{
  KringTextLine *self = g_object_new (KRING_TYPE_TEXT_LINE, NULL);
  g_autofree char *place = g_strdup_printf ("%s.%s", mention->id, mention->field);

  self->id = kring_map_get_id (map, mention->id);
  self->of_shown = mention->of_shown;
  self->key = kring_share_dup_mention_key (mention);
  self->title = kring_left_dup_place (map, place);
  self->sentence = dup_clean (mention->sentence, strlen (mention->sentence));
  self->markup = dup_markup (mention);
  self->settling = mention->settling;
  return self;
}

/**
 * kring_text_line_is_same:
 *
 * Returns: whether @other says the same, whatever becomes of the text
 */
gboolean
kring_text_line_is_same (KringTextLine *self, KringTextLine *other)
{
  return g_strcmp0 (self->key, other->key) == 0 && g_strcmp0 (self->title, other->title) == 0 &&
         g_strcmp0 (self->markup, other->markup) == 0;
}

const char *
kring_text_line_get_id (KringTextLine *self)
{
  return self->id;
}

const char *
kring_text_line_get_key (KringTextLine *self)
{
  return self->key;
}

const char *
kring_text_line_get_title (KringTextLine *self)
{
  return self->title;
}

/**
 * kring_text_line_get_reason:
 *
 * Returns: why something has to become of the text
 */
const char *
kring_text_line_get_reason (KringTextLine *self)
{
  return self->of_shown ? _ ("Tells a name that is shown otherwise")
                        : _ ("Names what stays behind");
}

const char *
kring_text_line_get_sentence (KringTextLine *self)
{
  return self->sentence;
}

/**
 * kring_text_line_get_markup:
 *
 * Returns: the sentence, in markup, with its names set off
 */
const char *
kring_text_line_get_markup (KringTextLine *self)
{
  return self->markup;
}

KringSettling
kring_text_line_get_settling (KringTextLine *self)
{
  return self->settling;
}

void
kring_text_line_set_settling (KringTextLine *self, KringSettling settling)
{
  if (self->settling == settling)
    return;
  self->settling = settling;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SETTLING]);
}
