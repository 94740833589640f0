/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/layouts/kring-arranger.h"

#include "hands/interact/kring-move.h"
#include "picture/arrange/kring-arranging.h"
#include "picture/render/kring-measurer.h"

#include <glib/gi18n.h>

/* How often the picture so far is shown, and up to how many things it can be drawn in time. */
#define PICTURE_US 120000
#define MAX_SHOWN 3000
/* With more items than this, nothing is tried out. */
#define MAX_TRIED 5000

struct _KringArranger
{
  GObject parent_instance;

  KringCanvas *canvas;      /* (not owned), outlives it */
  struct _Run *run;         /* (owned) (nullable), under way */
  struct _Run *tried;       /* (owned) (nullable), shown to look at */
  KringLayoutResult *trial; /* (owned) (nullable), of what is tried */
  KringLayoutType layout;
  gboolean only_selected;
  gboolean keep;
  gboolean sectors;
};

/* One order. Counted atomically: pictures of it are on their way between threads. */
typedef struct _Run
{
  GWeakRef arranger;         /* looked at on the main thread */
  GCancellable *cancellable; /* (owned) */
  KringArranging *arranging; /* (owned) */
  guint64 revision;          /* of the map that is laid out */
  gboolean only_trial;       /* to look at; the main thread only */
  gint64 shown;              /* when the last picture went off; the layout's thread only */
} Run;

/* The picture so far. */
typedef struct
{
  Run *run;           /* (owned) */
  KringPoint *places; /* (owned), one per node */
} Picture;

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_LAYOUT,
  PROP_ONLY_SELECTED,
  PROP_KEEP,
  PROP_SECTORS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KringArranger, kring_arranger, G_TYPE_OBJECT)

static void
run_clear (gpointer data)
{
  Run *run = data;

  g_weak_ref_clear (&run->arranger);
  g_object_unref (run->cancellable);
  kring_arranging_free (run->arranging);
}

static void
run_unref (Run *run)
{
  g_atomic_rc_box_release_full (run, run_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_unref)

static void
picture_free (Picture *picture)
{
  run_unref (picture->run);
  g_free (picture->places);
  g_free (picture);
}

static void
set_layout (KringArranger *self, KringLayoutType layout)
{
  if (layout != KRING_LAYOUT_TIDY)
    self->layout = layout;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT]);
}

static void
set_run (KringArranger *self, Run *run)
{
  Run *old = self->run;

  self->run = run != NULL ? g_atomic_rc_box_acquire (run) : NULL;
  g_clear_pointer (&old, run_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static gboolean
show_picture_cb (gpointer data)
{
  Picture *picture = data;
  const KringGraph *graph = picture->run->arranging->graph;
  g_autoptr (KringArranger) self = g_weak_ref_get (&picture->run->arranger);
  g_autoptr (GHashTable) places = NULL;

  if (self == NULL || self->run != picture->run)
    return G_SOURCE_REMOVE;
  places = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint v = 0; v < graph->n_nodes; v++)
    g_hash_table_insert (places, (gpointer) graph->ids[v], &picture->places[v]);
  kring_canvas_preview_places (self->canvas, places);
  return G_SOURCE_REMOVE;
}

/* On the layout's thread. */
static void
progress (const KringPoint *places, double fraction, gpointer data)
{
  Run *run = data;
  guint n = run->arranging->graph->n_nodes;
  gint64 now = g_get_monotonic_time ();
  Picture *picture;

  if (now - run->shown < PICTURE_US || n > MAX_SHOWN)
    return;
  run->shown = now;
  picture = g_new0 (Picture, 1);
  picture->run = g_atomic_rc_box_acquire (run);
  picture->places = g_memdup2 (places, n * sizeof (KringPoint));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_picture_cb, picture,
                   (GDestroyNotify) picture_free);
}

/* Ids of all that may move; %NULL: everything. */
static GHashTable *
arranger_dup_selected (KringArranger *self)
{
  KringSession *session = kring_canvas_get_session (self->canvas);
  g_autoptr (GPtrArray) selected = kring_selection_dup_ids (kring_session_get_selection (session));
  g_autoptr (GPtrArray) ids = kring_move_dup_ids (kring_session_get_map (session), selected);
  GHashTable *set;

  if (!self->only_selected || ids->len == 0)
    return NULL;
  set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_strdup (g_ptr_array_index (ids, i)));
  return set;
}

static KringHistory *
get_history (KringArranger *self)
{
  return kring_session_get_history (kring_canvas_get_session (self->canvas));
}

static KringFonts *
arranger_ref_fonts (KringArranger *self)
{
  return kring_fonts_ref_for (G_OBJECT (kring_canvas_get_session (self->canvas)));
}

static void
arranger_apply (KringArranger *self,
                const Run *run,
                const KringLayoutResult *result,
                KringEditor *editor)
{
  g_autoptr (KringFonts) fonts = arranger_ref_fonts (self);
  const KringTextMeasurer measurer = kring_measurer_for_fonts (fonts);

  kring_arranging_apply (run->arranging, result, &measurer, editor);
}

static void
arranger_tell (KringArranger *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.tell", "s", text);
}

static KringLayoutType
get_type_of (const Run *run)
{
  return run->arranging->options.type;
}

static gboolean
is_whole (const Run *run)
{
  return run->arranging->options.selection == NULL;
}

static gboolean
is_all_pinned (const KringGraph *graph)
{
  for (guint v = 0; v < graph->n_nodes; v++)
    if (!graph->nodes[v].pinned)
      return FALSE;
  return graph->n_nodes > 0;
}

static void
take_over (KringArranger *self, const Run *run, const KringLayoutResult *result)
{
  guint64 before = kring_history_get_revision (get_history (self));

  kring_canvas_hold_places (self->canvas);
  kring_canvas_preview_places (self->canvas, NULL);
  arranger_apply (self, run, result,
                  kring_session_get_editor (kring_canvas_get_session (self->canvas)));
  set_layout (self, get_type_of (run));
  if (kring_history_get_revision (get_history (self)) == before)
    {
      arranger_tell (self, is_all_pinned (run->arranging->graph)
                               ? _ ("Everything is pinned, K lets go")
                               : _ ("Everything stands like that already"));
      return;
    }
  if (is_whole (run))
    kring_canvas_zoom_to_fit (self->canvas);
  kring_canvas_glide (self->canvas);
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.tell-undo", "s",
                              _ ("Layout changed"));
}

static void
forget_trial (KringArranger *self)
{
  g_clear_pointer (&self->tried, run_unref);
  g_clear_pointer (&self->trial, kring_layout_result_free);
}

/* The same step on a copy of the map, which is then shown in its place. Takes @result over. */
static void
show_trial (KringArranger *self, Run *run, KringLayoutResult *result)
{
  KringMap *map = kring_session_get_map (kring_canvas_get_session (self->canvas));
  g_autoptr (KringMap) copy = kring_map_copy (map);
  g_autoptr (KringEditor) editor = kring_editor_new (copy, kring_id_source_new_seeded (1));

  forget_trial (self);
  self->tried = g_atomic_rc_box_acquire (run);
  self->trial = result;
  arranger_apply (self, run, result, editor);
  kring_canvas_show_trial (self->canvas, copy, is_whole (run));
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Run) run = data;
  g_autoptr (KringArranger) self = g_weak_ref_get (&run->arranger);
  g_autoptr (KringLayoutResult) layout = kring_layout_run_finish (result, NULL);

  if (self == NULL || self->run != run)
    return;
  set_run (self, NULL);
  if (layout == NULL || kring_canvas_get_session (self->canvas) == NULL)
    return;
  if (run->only_trial)
    show_trial (self, run, g_steal_pointer (&layout));
  else
    take_over (self, run, layout);
}

static KringArranging *
arranger_new_arranging (KringArranger *self, KringLayoutType type, Run *run)
{
  g_autoptr (KringFonts) fonts = arranger_ref_fonts (self);
  const KringTextMeasurer measurer = kring_measurer_for_fonts (fonts);
  g_autoptr (GHashTable) selection = arranger_dup_selected (self);
  const KringLayoutOptions options = { .type = type,
                                       .keep = self->keep,
                                       .sectors = self->sectors,
                                       .selection = selection,
                                       .cancellable = run->cancellable,
                                       .progress = progress,
                                       .progress_data = run };

  return kring_arranging_new (kring_session_get_map (kring_canvas_get_session (self->canvas)),
                              &options, &measurer);
}

static void
arranger_begin (KringArranger *self, KringLayoutType type, gboolean only_trial)
{
  g_autoptr (Run) run = g_atomic_rc_box_new0 (Run);

  if (self->run != NULL)
    g_cancellable_cancel (self->run->cancellable);
  forget_trial (self);
  kring_interaction_abort (kring_canvas_get_interaction (self->canvas));
  g_weak_ref_init (&run->arranger, self);
  run->cancellable = g_cancellable_new ();
  run->only_trial = only_trial;
  run->revision = kring_history_get_revision (get_history (self));
  run->arranging = arranger_new_arranging (self, type, run);
  run->shown = g_get_monotonic_time ();
  set_run (self, run);
  kring_layout_run_async (run->arranging->graph, &run->arranging->options, finished_cb,
                          g_atomic_rc_box_acquire (run));
}

static gboolean
arranger_key_pressed_cb (KringArranger *self, guint keyval)
{
  return keyval == GDK_KEY_Escape && kring_arranger_cancel (self);
}

static void
layout_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const names[] = { "rings", "calm", "groups", "family", "tidy" };
  static const KringLayoutType types[] = { KRING_LAYOUT_RINGS, KRING_LAYOUT_READABLE,
                                           KRING_LAYOUT_GROUPS, KRING_LAYOUT_FAMILY,
                                           KRING_LAYOUT_TIDY };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], g_variant_get_string (parameter, NULL)) == 0)
      kring_arranger_run (data, types[i]);
}

static void
tidy_selection_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KringArranger *self = data;
  gboolean only_selected = self->only_selected;

  self->only_selected = TRUE;
  kring_arranger_run (self, KRING_LAYOUT_TIDY);
  self->only_selected = only_selected;
}

static void
arranger_add_action (KringArranger *self, const char *name, const char *type, GCallback callback)
{
  GActionMap *actions = G_ACTION_MAP (kring_canvas_get_actions (self->canvas));
  g_autoptr (GSimpleAction) action =
      g_simple_action_new (name, type != NULL ? G_VARIANT_TYPE (type) : NULL);

  g_signal_connect_object (action, "activate", callback, self, 0);
  g_action_map_add_action (actions, G_ACTION (action));
}

static void
kring_arranger_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KringArranger *self = KRING_ARRANGER (object);

  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->run != NULL);
      break;
    case PROP_LAYOUT:
      g_value_set_int (value, self->layout);
      break;
    case PROP_ONLY_SELECTED:
      g_value_set_boolean (value, self->only_selected);
      break;
    case PROP_KEEP:
      g_value_set_boolean (value, self->keep);
      break;
    case PROP_SECTORS:
      g_value_set_boolean (value, self->sectors);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kring_arranger_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  KringArranger *self = KRING_ARRANGER (object);
  const Run *tried = self->run != NULL && self->run->only_trial ? self->run : self->tried;

  switch (prop_id)
    {
    case PROP_ONLY_SELECTED:
      self->only_selected = g_value_get_boolean (value);
      break;
    case PROP_KEEP:
      self->keep = g_value_get_boolean (value);
      break;
    case PROP_SECTORS:
      self->sectors = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  if (tried != NULL)
    arranger_begin (self, get_type_of (tried), TRUE);
}

static void
kring_arranger_dispose (GObject *object)
{
  KringArranger *self = KRING_ARRANGER (object);

  if (self->run != NULL)
    g_cancellable_cancel (self->run->cancellable);
  g_clear_pointer (&self->run, run_unref);
  forget_trial (self);
  G_OBJECT_CLASS (kring_arranger_parent_class)->dispose (object);
}

static void
kring_arranger_class_init (KringArrangerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = kring_arranger_get_property;
  object_class->set_property = kring_arranger_set_property;
  object_class->dispose = kring_arranger_dispose;

  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LAYOUT] =
      g_param_spec_int ("layout", NULL, NULL, 0, KRING_N_LAYOUTS, KRING_LAYOUT_RINGS,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ONLY_SELECTED] = g_param_spec_boolean ("only-selected", NULL, NULL, FALSE, flags);
  properties[PROP_KEEP] = g_param_spec_boolean ("keep", NULL, NULL, FALSE, flags);
  properties[PROP_SECTORS] = g_param_spec_boolean ("sectors", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kring_arranger_init (KringArranger *self)
{
  self->sectors = TRUE;
}

/**
 * kring_arranger_new: (constructor)
 * @canvas: whose map it arranges; gets the actions "map.layout" and "map.tidy-selection"
 *
 * Returns: (transfer full): an arranger at rest
 */
KringArranger *
kring_arranger_new (KringCanvas *canvas)
{
  KringArranger *self = g_object_new (KRING_TYPE_ARRANGER, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->canvas = canvas;
  arranger_add_action (self, "layout", "s", G_CALLBACK (layout_cb));
  arranger_add_action (self, "tidy-selection", NULL, G_CALLBACK (tidy_selection_cb));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (arranger_key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (canvas), keys);
  return self;
}

/* Rings lie around somebody. */
static gboolean
has_middle (KringArranger *self, KringLayoutType type)
{
  KringMap *map = kring_session_get_map (kring_canvas_get_session (self->canvas));

  return type != KRING_LAYOUT_RINGS || kring_map_get_centre (map) != NULL;
}

/**
 * kring_arranger_run:
 * @type: how everything, or what is selected, is to stand
 *
 * Begins, and drops what was under way; what is just being tried is taken over as it is.
 */
void
kring_arranger_run (KringArranger *self, KringLayoutType type)
{
  g_autoptr (Run) tried = g_steal_pointer (&self->tried);
  g_autoptr (KringLayoutResult) trial = g_steal_pointer (&self->trial);

  if (kring_canvas_get_interaction (self->canvas) == NULL)
    return;
  if (!has_middle (self, type))
    {
      arranger_tell (self, _ ("First choose who this map is about"));
      return;
    }
  if (tried != NULL && get_type_of (tried) == type &&
      tried->revision == kring_history_get_revision (get_history (self)))
    take_over (self, tried, trial);
  else if (self->run != NULL && self->run->only_trial && get_type_of (self->run) == type)
    self->run->only_trial = FALSE;
  else
    arranger_begin (self, type, FALSE);
}

/**
 * kring_arranger_try:
 * @type: how everything, or what is selected, would stand
 *
 * Shows it in the place of the map, until kring_arranger_run () keeps it or kring_arranger_cancel ()
 * puts everything back. Of very large maps nothing is shown.
 */
void
kring_arranger_try (KringArranger *self, KringLayoutType type)
{
  const Run *now = self->run != NULL ? self->run : self->tried;
  KringSession *session = kring_canvas_get_session (self->canvas);

  if (session == NULL || !has_middle (self, type) ||
      (now != NULL && (!now->only_trial || get_type_of (now) == type)) ||
      kring_map_get_n_items (kring_session_get_map (session)) > MAX_TRIED)
    return;
  arranger_begin (self, type, TRUE);
}

/**
 * kring_arranger_cancel:
 *
 * Drops what is under way; the map stays as it is.
 *
 * Returns: whether there was anything
 */
gboolean
kring_arranger_cancel (KringArranger *self)
{
  if (self->run == NULL && self->tried == NULL)
    return FALSE;
  if (self->run != NULL)
    g_cancellable_cancel (self->run->cancellable);
  forget_trial (self);
  kring_canvas_show_trial (self->canvas, NULL, FALSE);
  set_run (self, NULL);
  return TRUE;
}

/**
 * kring_arranger_end_trial:
 *
 * Puts everything back that is only looked at.
 */
void
kring_arranger_end_trial (KringArranger *self)
{
  if (self->tried != NULL || (self->run != NULL && self->run->only_trial))
    kring_arranger_cancel (self);
}

/**
 * kring_arranger_get_busy:
 *
 * Returns: whether a layout is being made at this moment
 */
gboolean
kring_arranger_get_busy (KringArranger *self)
{
  return self->run != NULL;
}

/**
 * kring_arranger_get_layout:
 *
 * Returns: the picture that was chosen last; tidying up is none
 */
KringLayoutType
kring_arranger_get_layout (KringArranger *self)
{
  return self->layout;
}
