/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-editor.h"

#include "map/edit/kring-edit-private.h"

struct _KringEditor
{
  GObject parent_instance;

  KringMap *map;         /* (owned) */
  KringHistory *history; /* (owned) */
  KringIdSource *ids;    /* (owned) */
  KringParty pen;
  KringAudience audience; /* of what is added */
  KringClock clock;
  gpointer clock_data; /* (not owned) */
};

enum
{
  PROP_0,
  PROP_PEN,
  PROP_AUDIENCE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KringEditor, kring_editor, G_TYPE_OBJECT)
G_DEFINE_QUARK (kring - edit - error - quark, kring_edit_error)

static GDateTime *
system_clock (gpointer data)
{
  return g_date_time_new_now_local ();
}

/* Makes the changes that follow from others, whatever the command. */
static void
editor_settle_cb (GPtrArray *changes, gpointer data)
{
  KringEditor *self = data;

  kring_derived_certainty_settle (self->map, changes);
  kring_side_settle (self->map, changes);
  kring_question_reminder_settle (self->map, changes);
}

static void
kring_editor_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_PEN)
    g_value_set_int (value, KRING_EDITOR (object)->pen);
  else if (prop_id == PROP_AUDIENCE)
    g_value_set_int (value, KRING_EDITOR (object)->audience);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kring_editor_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_PEN)
    kring_editor_set_pen (KRING_EDITOR (object), g_value_get_int (value));
  else if (prop_id == PROP_AUDIENCE)
    kring_editor_set_audience (KRING_EDITOR (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kring_editor_finalize (GObject *object)
{
  KringEditor *self = KRING_EDITOR (object);

  kring_history_set_settle (self->history, NULL, NULL);
  g_object_unref (self->history);
  g_object_unref (self->map);
  kring_id_source_free (self->ids);
  G_OBJECT_CLASS (kring_editor_parent_class)->finalize (object);
}

static void
kring_editor_class_init (KringEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = kring_editor_finalize;
  object_class->get_property = kring_editor_get_property;
  object_class->set_property = kring_editor_set_property;

  /**
   * KringEditor:pen:
   *
   * The party that brings in whatever is added now: care, police or together.
   */
  properties[PROP_PEN] =
      g_param_spec_int ("pen", NULL, NULL, KRING_PARTY_CARE, KRING_PARTY_OPEN, KRING_PARTY_CARE,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * KringEditor:audience:
   *
   * For whom whatever is added now is: joint unless somebody chose otherwise in this sitting.
   */
  properties[PROP_AUDIENCE] = g_param_spec_int (
      "audience", NULL, NULL, KRING_AUDIENCE_JOINT, KRING_AUDIENCE_NONE, KRING_AUDIENCE_JOINT,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kring_editor_init (KringEditor *self)
{
  self->pen = KRING_PARTY_CARE;
  self->clock = system_clock;
}

/**
 * kring_editor_new: (constructor)
 * @ids: (transfer full): where new ids come from
 *
 * Returns: (transfer full): an editor with the pen of care and the clock of the system
 */
KringEditor *
kring_editor_new (KringMap *map, KringIdSource *ids)
{
  KringEditor *self = g_object_new (KRING_TYPE_EDITOR, NULL);

  self->map = g_object_ref (map);
  self->history = kring_history_new (map);
  kring_history_set_settle (self->history, editor_settle_cb, self);
  self->ids = ids;
  return self;
}

/**
 * kring_editor_set_clock:
 * @clock: what says which day it is
 * @data: handed to @clock
 *
 * For tests and for whoever repeats what was done on another day.
 */
void
kring_editor_set_clock (KringEditor *self, KringClock clock, gpointer data)
{
  self->clock = clock;
  self->clock_data = data;
}

/**
 * kring_editor_get_map:
 *
 * Returns: (transfer none): what is changed
 */
KringMap *
kring_editor_get_map (KringEditor *self)
{
  return self->map;
}

/**
 * kring_editor_get_history:
 *
 * Returns: (transfer none): what can be undone
 */
KringHistory *
kring_editor_get_history (KringEditor *self)
{
  return self->history;
}

/**
 * kring_editor_get_pen:
 *
 * Returns: who brings in what is added from now on
 */
KringParty
kring_editor_get_pen (KringEditor *self)
{
  return self->pen;
}

/**
 * kring_editor_set_pen:
 * @pen: who brings in what is added from now on
 */
void
kring_editor_set_pen (KringEditor *self, KringParty pen)
{
  if (self->pen == pen)
    return;
  self->pen = pen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PEN]);
}

/**
 * kring_editor_get_audience:
 *
 * Returns: for whom what is added from now on is
 */
KringAudience
kring_editor_get_audience (KringEditor *self)
{
  return self->audience;
}

/**
 * kring_editor_set_audience:
 * @audience: for whom what is added from now on is
 */
void
kring_editor_set_audience (KringEditor *self, KringAudience audience)
{
  if (self->audience == audience)
    return;
  self->audience = audience;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUDIENCE]);
}

/**
 * kring_editor_next_id:
 *
 * Returns: (transfer full): an id that is not and was not on the map
 */
char *
kring_editor_next_id (KringEditor *self)
{
  g_autofree char *id = kring_id_source_next (self->ids);

  return kring_map_dup_free_id (self->map, id);
}

/**
 * kring_editor_dup_today:
 *
 * Returns: (transfer full): the day of today, as a date in the written form
 */
char *
kring_editor_dup_today (KringEditor *self)
{
  g_autoptr (GDateTime) now = self->clock (self->clock_data);

  return g_date_time_format (now, "%Y-%m-%d");
}
