/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/find/kring-item-popover.h"

#include "gtk/widgets/kring-words.h"
#include "map/base/kring-id.h"
#include "map/facts/kring-describe.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* As low as what is between the title and the button may become, in pixels. */
#define MIDDLE_HEIGHT_MIN 120

typedef struct
{
  KringSession *session; /* (owned) */
  GPtrArray *ids;        /* (owned) (element-type utf8), interned: what it is about */
  GtkLabel *title;       /* (nullable) (not owned), until it is built */
  GtkLabel *message;     /* (nullable) (not owned), likewise */
  GtkWidget *button;     /* (nullable) (not owned), likewise */
  KringDraftBox box;     /* what its drafts are kept as */
  const char *invitation;
  GtkWidget *previous; /* (weak) (nullable): where the keyboard was */
} KringItemPopoverPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KringItemPopover, kring_item_popover, GTK_TYPE_POPOVER)

static KringItemPopoverPrivate *
item_popover_get_private (KringItemPopover *self)
{
  return kring_item_popover_get_instance_private (self);
}

static void
kring_item_popover_closed (GtkPopover *popover)
{
  KringItemPopoverPrivate *priv = item_popover_get_private (KRING_ITEM_POPOVER (popover));
  GtkWidget *previous = priv->previous;

  g_set_weak_pointer (&priv->previous, NULL);
  if (previous != NULL && gtk_widget_get_mapped (previous))
    gtk_widget_grab_focus (previous);
}

static void
kring_item_popover_dispose (GObject *object)
{
  KringItemPopoverPrivate *priv = item_popover_get_private (KRING_ITEM_POPOVER (object));

  g_set_weak_pointer (&priv->previous, NULL);
  g_clear_object (&priv->session);
  G_OBJECT_CLASS (kring_item_popover_parent_class)->dispose (object);
}

static void
kring_item_popover_finalize (GObject *object)
{
  g_ptr_array_unref (item_popover_get_private (KRING_ITEM_POPOVER (object))->ids);
  G_OBJECT_CLASS (kring_item_popover_parent_class)->finalize (object);
}

static void
kring_item_popover_class_init (KringItemPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_item_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = kring_item_popover_finalize;
  GTK_POPOVER_CLASS (klass)->closed = kring_item_popover_closed;
}

static void
kring_item_popover_init (KringItemPopover *self)
{
  item_popover_get_private (self)->ids =
      g_ptr_array_new_with_free_func ((GDestroyNotify) kring_id_release);
}

/**
 * kring_item_popover_new: (constructor)
 * @type: a subclass
 *
 * Returns: (transfer floating): a popover of @type, about nothing yet
 */
GtkWidget *
kring_item_popover_new (GType type, KringSession *session)
{
  KringItemPopover *self = g_object_new (type, NULL);

  item_popover_get_private (self)->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
item_popover_note (KringItemPopover *self, GdkModifierType state)
{
  KRING_ITEM_POPOVER_GET_CLASS (self)->note (self, state);
}

static void
item_popover_clicked_cb (KringItemPopover *self)
{
  item_popover_note (self, 0);
}

static void
item_popover_throw_away (KringItemPopover *self)
{
  KringItemPopoverPrivate *priv = item_popover_get_private (self);
  gboolean thrown =
      kring_drafts_throw_away (kring_session_get_drafts (priv->session), priv->box, priv->ids);

  /* What has the keyboard afterwards tells it to a screen reader. */
  gtk_popover_popdown (GTK_POPOVER (self));
  if (thrown)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", _ ("Thrown away"));
}

/* After the input method, which may be composing a letter. */
static gboolean
item_popover_key_pressed_cb (KringItemPopover *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  item_popover_throw_away (self);
  return GDK_EVENT_STOP;
}

/* Enter notes it from the buttons as well, which would otherwise take it. Text takes it after the
 * input method; a line of a list is placed by it; what lies over the card keeps its own. */
static gboolean
enter_pressed_cb (KringItemPopover *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || focus == NULL || GTK_IS_TEXT (focus) ||
      GTK_IS_TEXT_VIEW (focus) || GTK_IS_LIST_BOX_ROW (focus) ||
      gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != GTK_WIDGET (self))
    return GDK_EVENT_PROPAGATE;
  item_popover_note (self, state);
  return GDK_EVENT_STOP;
}

static void
item_popover_add_keys (KringItemPopover *self, GtkWidget *box)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *enter = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (item_popover_key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, keys);
  gtk_event_controller_set_propagation_phase (enter, GTK_PHASE_CAPTURE);
  g_signal_connect_object (enter, "key-pressed", G_CALLBACK (enter_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, enter);
}

/* What there is to say, and the button that does what Enter does. */
static GtkWidget *
new_foot (KringItemPopover *self, const char *verb)
{
  KringItemPopoverPrivate *priv = item_popover_get_private (self);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  priv->message = GTK_LABEL (kring_words_new ("caption"));
  gtk_widget_add_css_class (GTK_WIDGET (priv->message), "dim-label");
  gtk_widget_set_hexpand (GTK_WIDGET (priv->message), TRUE);
  priv->button = gtk_button_new_with_mnemonic (verb);
  gtk_widget_add_css_class (priv->button, "suggested-action");
  gtk_widget_set_valign (priv->button, GTK_ALIGN_CENTER);
  g_signal_connect_object (priv->button, "clicked", G_CALLBACK (item_popover_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (priv->message));
  gtk_box_append (GTK_BOX (foot), priv->button);
  return foot;
}

/* On a low screen or with large letters the middle scrolls, so that the button stays in sight. */
static GtkWidget *
new_middle (GtkWidget *content)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), MIDDLE_HEIGHT_MIN);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  return scrolled;
}

/**
 * kring_item_popover_build:
 * @content: (transfer floating): what stands between the title and the message; may be the child
 * @width: of all of it, in pixels
 * @verb: translated, with a mnemonic: what the button says
 * @invitation: static, translated: the message as long as there is nothing else to say
 */
void
kring_item_popover_build (
    KringItemPopover *self, GtkWidget *content, int width, const char *verb, const char *invitation)
{
  KringItemPopoverPrivate *priv = item_popover_get_private (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  g_object_ref_sink (content);
  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  priv->invitation = invitation;
  priv->title = GTK_LABEL (kring_words_new ("heading"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (priv->title));
  gtk_box_append (GTK_BOX (box), GTK_IS_BOX (content) ? new_middle (content) : content);
  g_object_unref (content);
  gtk_box_append (GTK_BOX (box), new_foot (self, verb));
  item_popover_add_keys (self, box);
  gtk_widget_set_size_request (box, width, -1);
  /* GTK asks for the height at the width with the shadow: text would wrap into one line less. */
  gtk_popover_set_child (GTK_POPOVER (self),
                         g_object_new (ADW_TYPE_CLAMP, "maximum-size", width,
                                       "tightening-threshold", width, "child", box, NULL));
}

/**
 * kring_item_popover_get_session:
 *
 * Returns: (transfer none): whose map it writes on
 */
KringSession *
kring_item_popover_get_session (KringItemPopover *self)
{
  return item_popover_get_private (self)->session;
}

/**
 * kring_item_popover_get_ids:
 *
 * Returns: (transfer none) (element-type utf8): what it is about
 */
GPtrArray *
kring_item_popover_get_ids (KringItemPopover *self)
{
  return item_popover_get_private (self)->ids;
}

static gboolean
are_same (GPtrArray *ids, GPtrArray *others)
{
  for (guint i = 0; i < MIN (ids->len, others->len); i++)
    if (!g_str_equal (g_ptr_array_index (ids, i), g_ptr_array_index (others, i)))
      return FALSE;
  return ids->len == others->len;
}

/**
 * kring_item_popover_set_ids:
 * @ids: (element-type utf8): what it will be about
 *
 * Returns: whether it was about just the same before
 */
gboolean
kring_item_popover_set_ids (KringItemPopover *self, GPtrArray *ids)
{
  GPtrArray *own = item_popover_get_private (self)->ids;
  gboolean same = are_same (own, ids);

  g_ptr_array_set_size (own, 0);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (own, kring_id_intern (g_ptr_array_index (ids, i)));
  return same;
}

/**
 * kring_item_popover_dup_about:
 *
 * Returns: (transfer full): the title of what it is about, or how many items that are
 */
char *
kring_item_popover_dup_about (KringItemPopover *self)
{
  KringItemPopoverPrivate *priv = item_popover_get_private (self);

  return kring_map_dup_title_of_all (kring_session_get_map (priv->session), priv->ids);
}

/**
 * kring_item_popover_set_box:
 * @box: which kind of box it is from now on
 */
void
kring_item_popover_set_box (KringItemPopover *self, KringDraftBox box)
{
  item_popover_get_private (self)->box = box;
}

/**
 * kring_item_popover_keep_draft:
 * @words: (nullable): a{ss}, what stands in it and is not noted yet, by part; %NULL if nothing is
 *
 * Keeps it for when such a popover opens about the same again.
 */
void
kring_item_popover_keep_draft (KringItemPopover *self, GVariant *words)
{
  KringItemPopoverPrivate *priv = item_popover_get_private (self);

  kring_drafts_keep (kring_session_get_drafts (priv->session), priv->box, priv->ids, words);
}

/**
 * kring_item_popover_keep_text:
 * @text: what stands in it, where that is all there is
 */
void
kring_item_popover_keep_text (KringItemPopover *self, const char *text)
{
  KringItemPopoverPrivate *priv = item_popover_get_private (self);

  kring_drafts_keep_text (kring_session_get_drafts (priv->session), priv->box, priv->ids, text);
}

/**
 * kring_item_popover_get_draft:
 *
 * Returns: (transfer none) (nullable): what was typed in such a popover about the same and not noted
 */
GVariant *
kring_item_popover_get_draft (KringItemPopover *self)
{
  KringItemPopoverPrivate *priv = item_popover_get_private (self);

  return kring_drafts_get (kring_session_get_drafts (priv->session), priv->box, priv->ids);
}

/**
 * kring_item_popover_get_text:
 *
 * Returns: (transfer none): the main part of it; empty if nothing was typed
 */
const char *
kring_item_popover_get_text (KringItemPopover *self)
{
  KringItemPopoverPrivate *priv = item_popover_get_private (self);

  return kring_drafts_get_text (kring_session_get_drafts (priv->session), priv->box, priv->ids);
}

/**
 * kring_item_popover_set_title:
 * @title: what is asked, once it is built
 */
void
kring_item_popover_set_title (KringItemPopover *self, const char *title)
{
  gtk_label_set_text (item_popover_get_private (self)->title, title);
}

/**
 * kring_item_popover_show_message:
 * @text: (nullable): what to say; %NULL: the invitation
 * @is_error: whether it tells why nothing was written down
 */
void
kring_item_popover_show_message (KringItemPopover *self, const char *text, gboolean is_error)
{
  KringItemPopoverPrivate *priv = item_popover_get_private (self);

  gtk_label_set_text (priv->message, text != NULL ? text : priv->invitation);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (priv->message), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (priv->message), "error");
}

static void
move_to (KringItemPopover *self, GtkWidget *parent)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_get_parent (widget) == parent)
    return;
  g_object_ref (self);
  if (gtk_widget_get_parent (widget) != NULL)
    gtk_widget_unparent (widget);
  gtk_widget_set_parent (widget, parent);
  g_object_unref (self);
}

/* Undo begins with what is typed from now on: it does not take away what was put there. */
static void
forget_undo (GtkWidget *entry)
{
  GtkTextBuffer *buffer =
      GTK_IS_TEXT_VIEW (entry) ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)) : NULL;

  for (int enable = 0; enable <= 1; enable++)
    if (buffer != NULL)
      gtk_text_buffer_set_enable_undo (buffer, enable);
    else if (GTK_IS_EDITABLE (entry))
      gtk_editable_set_enable_undo (GTK_EDITABLE (entry), enable);
}

/**
 * kring_item_popover_open:
 * @parent: the widget that it opens over
 * @at: where, in pixels of @parent
 * @entry: what takes the keyboard
 */
void
kring_item_popover_open (KringItemPopover *self,
                         GtkWidget *parent,
                         const GdkRectangle *at,
                         GtkWidget *entry)
{
  GtkRoot *root = gtk_widget_get_root (parent);

  move_to (self, parent);
  g_set_weak_pointer (&item_popover_get_private (self)->previous,
                      root != NULL ? gtk_root_get_focus (root) : NULL);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), at);
  gtk_popover_popup (GTK_POPOVER (self));
  forget_undo (entry);
  gtk_widget_grab_focus (entry);
  /* What was typed before goes on; it is not selected, to be typed over. */
  if (GTK_IS_EDITABLE (entry))
    gtk_editable_set_position (GTK_EDITABLE (entry), -1);
}
