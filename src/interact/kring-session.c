/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "interact/kring-session.h"

struct _KringSession
{
  GObject parent_instance;

  KringEditor *editor;       /* (owned) */
  KringSelection *selection; /* (owned) */
  KringToolId tool;
  KringKindId thing_kind;
};

enum
{
  PROP_0,
  PROP_TOOL,
  PROP_THING_KIND,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KringSession, kring_session, G_TYPE_OBJECT)

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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kring_session_finalize (GObject *object)
{
  KringSession *self = KRING_SESSION (object);

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
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kring_session_init (KringSession *self)
{
  self->tool = KRING_TOOL_SELECT;
  self->thing_kind = KRING_KIND_PLACE;
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
  self->selection = kring_selection_new (kring_editor_get_map (editor));
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
 */
void
kring_session_set_tool (KringSession *self, KringToolId tool)
{
  if (self->tool == tool)
    return;
  self->tool = tool;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOOL]);
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
