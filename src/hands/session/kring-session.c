/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/session/kring-session.h"

#include "map/facts/kring-search.h"
#include "map/filter/kring-filter-hidden.h"

/* How many items are made ready for search at a time: well under a millisecond. */
#define PREPARED_AT_ONCE 200

struct _KringSession
{
  GObject parent_instance;

  KringEditor *editor;       /* (owned) */
  KringSelection *selection; /* (owned) */
  KringFilter *filter;       /* (owned) */
  KringDrafts *drafts;       /* (owned) */
  KringPaste *paste;         /* (owned) */
  GHashTable *hidden;        /* (owned) (nullable) (element-type utf8) interned; NULL: not known */
  KringToolId tool;
  KringKindId thing_kind;
  gboolean grades;
  guint prepare_id; /* source that makes the map ready for search, while there is time; 0: none */
  guint prepared;   /* items that are */
};

enum
{
  PROP_0,
  PROP_TOOL,
  PROP_THING_KIND,
  PROP_FILTER,
  PROP_GRADES,
  N_PROPS,
};

enum
{
  HIDDEN_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringSession, kring_session, G_TYPE_OBJECT)

static gboolean
prepare_cb (gpointer data)
{
  KringSession *self = data;
  guint from = self->prepared;

  self->prepared += PREPARED_AT_ONCE;
  if (kring_search_prepare (kring_session_get_map (self), from, PREPARED_AT_ONCE))
    return G_SOURCE_CONTINUE;
  self->prepare_id = 0;
  return G_SOURCE_REMOVE;
}

static void
forget_hidden (KringSession *self)
{
  g_clear_pointer (&self->hidden, g_hash_table_unref);
}

/* What cannot be seen cannot be meant by the next command. */
static void
drop_hidden_selection (KringSession *self)
{
  GHashTable *hidden = kring_session_get_hidden (self);
  g_autoptr (GPtrArray) ids = kring_selection_dup_ids (self->selection);
  const char *focus = kring_selection_get_focus (self->selection);
  guint n = ids->len;

  for (guint i = n; i > 0; i--)
    if (g_hash_table_contains (hidden, ids->pdata[i - 1]))
      g_ptr_array_remove_index (ids, i - 1);
  if (ids->len < n)
    kring_selection_set_all (self->selection, ids);
  else if (focus != NULL && g_hash_table_contains (hidden, focus))
    kring_selection_set_focus (self->selection, NULL);
}

static void
session_filter_changed_cb (KringSession *self)
{
  forget_hidden (self);
  drop_hidden_selection (self);
  g_signal_emit (self, signals[HIDDEN_CHANGED], 0);
}

/* After everybody else heard of it. */
static void
session_map_changed_cb (KringSession *self)
{
  if (kring_filter_is_active (self->filter))
    g_signal_emit (self, signals[HIDDEN_CHANGED], 0);
}

static void
kring_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KringSession *self = KRING_SESSION (object);

  switch (prop_id)
    {
    case PROP_TOOL:
      g_value_set_int (value, self->tool);
      break;
    case PROP_THING_KIND:
      g_value_set_int (value, self->thing_kind);
      break;
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_GRADES:
      g_value_set_boolean (value, self->grades);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kring_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  KringSession *self = KRING_SESSION (object);

  switch (prop_id)
    {
    case PROP_TOOL:
      kring_session_set_tool (self, g_value_get_int (value));
      break;
    case PROP_THING_KIND:
      kring_session_set_thing_kind (self, g_value_get_int (value));
      break;
    case PROP_GRADES:
      kring_session_set_grades (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kring_session_finalize (GObject *object)
{
  KringSession *self = KRING_SESSION (object);

  g_clear_handle_id (&self->prepare_id, g_source_remove);
  forget_hidden (self);
  g_object_unref (self->drafts);
  kring_paste_cancel (self->paste);
  g_object_unref (self->paste);
  g_object_unref (self->filter);
  g_object_unref (self->selection);
  g_object_unref (self->editor);
  G_OBJECT_CLASS (kring_session_parent_class)->finalize (object);
}

static void
kring_session_class_init (KringSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = kring_session_finalize;
  object_class->get_property = kring_session_get_property;
  object_class->set_property = kring_session_set_property;

  /**
   * KringSession:tool:
   *
   * The tool in hand, a KringToolId.
   */
  properties[PROP_TOOL] =
      g_param_spec_int ("tool", NULL, NULL, 0, KRING_N_TOOLS - 1, KRING_TOOL_SELECT, flags);
  /**
   * KringSession:thing-kind:
   *
   * The KringKindId that the thing tool places.
   */
  properties[PROP_THING_KIND] =
      g_param_spec_int ("thing-kind", NULL, NULL, 0, KRING_N_KINDS - 1, KRING_KIND_PLACE, flags);
  /**
   * KringSession:filter:
   *
   * What of the map is looked at.
   */
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, KRING_TYPE_FILTER,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * KringSession:grades:
   *
   * Whether forms ask how good a source and its information are, in codes of four by four.
   */
  properties[PROP_GRADES] = g_param_spec_boolean ("grades", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KringSession::hidden-changed:
   *
   * What the filter hides may be something else now; also after changes to a filtered map, when
   * all others have heard of them.
   */
  signals[HIDDEN_CHANGED] = g_signal_new ("hidden-changed", KRING_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kring_session_init (KringSession *self)
{
  self->tool = KRING_TOOL_SELECT;
  self->thing_kind = KRING_KIND_PLACE;
  self->filter = kring_filter_new ();
}

/**
 * kring_session_new: (constructor)
 *
 * Returns: (transfer full): a session with nothing selected and the select tool in hand
 */
KringSession *
kring_session_new (KringEditor *editor)
{
  KringSession *self = g_object_new (KRING_TYPE_SESSION, NULL);

  self->editor = g_object_ref (editor);
  self->paste = kring_paste_new ();
  self->drafts =
      kring_drafts_new (kring_editor_get_history (editor), kring_editor_get_map (editor));
  self->selection = kring_selection_new (kring_editor_get_map (editor));
  g_signal_connect_object (kring_editor_get_map (editor), "changed", G_CALLBACK (forget_hidden),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_editor_get_map (editor), "changed",
                           G_CALLBACK (session_map_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (session_filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->prepare_id = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
  return self;
}

/**
 * kring_session_get_editor:
 *
 * Returns: (transfer none): through which this window changes the map
 */
KringEditor *
kring_session_get_editor (KringSession *self)
{
  return self->editor;
}

/**
 * kring_session_get_map:
 *
 * Returns: (transfer none): what this window looks at
 */
KringMap *
kring_session_get_map (KringSession *self)
{
  return kring_editor_get_map (self->editor);
}

/**
 * kring_session_get_history:
 *
 * Returns: (transfer none): what can be undone
 */
KringHistory *
kring_session_get_history (KringSession *self)
{
  return kring_editor_get_history (self->editor);
}

/* What came back: people and things before the ties that hang on them. */
static void
select_back_cb (GPtrArray *ids, GPtrArray *changes, KringMap *map)
{
  gboolean nodes = FALSE;

  for (guint pass = 0; pass < 2 && !nodes; pass++)
    for (guint i = 0; i < changes->len; i++)
      {
        const KringChange *change = g_ptr_array_index (changes, i);
        KringItem *item =
            change->type == KRING_CHANGE_INSERTED ? kring_map_get_item (map, change->id) : NULL;

        if (item == NULL || !(pass == 0 ? kring_item_get_kind (item)->group == KRING_GROUP_ENTITY
                                        : kring_item_is (item, KRING_KIND_TIE)))
          continue;
        nodes |= pass == 0;
        g_ptr_array_add (ids, (gpointer) change->id);
      }
}

/**
 * kring_session_undo:
 *
 * Takes the last step back; what was deleted by it and comes back is selected.
 *
 * Returns: whether there was one
 */
gboolean
kring_session_undo (KringSession *self)
{
  g_autoptr (GPtrArray) back = g_ptr_array_new ();
  KringMap *map = kring_editor_get_map (self->editor);
  gulong id = g_signal_connect_swapped (map, "changed", G_CALLBACK (select_back_cb), back);
  gboolean undone = kring_history_undo (kring_editor_get_history (self->editor));

  g_signal_handler_disconnect (map, id);
  if (back->len > 0)
    kring_selection_set_all (self->selection, back);
  return undone;
}

/**
 * kring_session_get_selection:
 *
 * Returns: (transfer none): what is selected in this window
 */
KringSelection *
kring_session_get_selection (KringSession *self)
{
  return self->selection;
}

/**
 * kring_session_get_filter:
 *
 * Returns: (transfer none): what of the map is looked at
 */
KringFilter *
kring_session_get_filter (KringSession *self)
{
  return self->filter;
}

/**
 * kring_session_get_paste:
 *
 * Returns: (transfer none): what brings lists of names onto the map, the same as long as the session
 *   lives
 */
KringPaste *
kring_session_get_paste (KringSession *self)
{
  return self->paste;
}

/**
 * kring_session_get_drafts:
 *
 * Returns: (transfer none): what was typed in this window and not noted yet
 */
KringDrafts *
kring_session_get_drafts (KringSession *self)
{
  return self->drafts;
}

/**
 * kring_session_get_hidden:
 *
 * Returns: (transfer none) (element-type utf8): the interned ids of what the filter hides, until
 *   map or filter change
 */
GHashTable *
kring_session_get_hidden (KringSession *self)
{
  if (self->hidden == NULL)
    self->hidden = kring_filter_dup_hidden (self->filter, kring_session_get_map (self));
  return self->hidden;
}

/**
 * kring_session_get_tool:
 *
 * Returns: what the hand holds
 */
KringToolId
kring_session_get_tool (KringSession *self)
{
  return self->tool;
}

/**
 * kring_session_set_tool:
 * @tool: what the hand holds from now on
 *
 * When the thing tool is put down, it is for places again.
 */
void
kring_session_set_tool (KringSession *self, KringToolId tool)
{
  if (self->tool == tool)
    return;
  self->tool = tool;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOOL]);
  if (self->tool != KRING_TOOL_THING)
    kring_session_set_thing_kind (self, KRING_KIND_PLACE);
}

/**
 * kring_session_get_thing_kind:
 *
 * Returns: the kind of thing that the thing tool places
 */
KringKindId
kring_session_get_thing_kind (KringSession *self)
{
  return self->thing_kind;
}

/**
 * kring_session_set_thing_kind:
 * @kind: what the thing tool places from now on
 */
void
kring_session_set_thing_kind (KringSession *self, KringKindId kind)
{
  if (self->thing_kind == kind)
    return;
  self->thing_kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THING_KIND]);
}

/**
 * kring_session_get_grades:
 *
 * Returns: whether forms ask for the grades of statements
 */
gboolean
kring_session_get_grades (KringSession *self)
{
  return self->grades;
}

/**
 * kring_session_set_grades:
 * @grades: whether forms ask for the grades of statements; grades that are set stay in any case
 */
void
kring_session_set_grades (KringSession *self, gboolean grades)
{
  if (self->grades == grades)
    return;
  self->grades = grades;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GRADES]);
}
