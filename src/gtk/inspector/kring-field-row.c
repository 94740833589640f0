/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/inspector/kring-field-row.h"

#include "gtk/inspector/kring-audience-button.h"
#include "gtk/inspector/kring-field-row-choice.h"
#include "gtk/inspector/kring-field-row-entry.h"
#include "gtk/inspector/kring-field-row-long.h"
#include "gtk/inspector/kring-field-row-refs.h"
#include "gtk/widgets/kring-error-words.h"
#include "gtk/widgets/kring-fold.h"
#include "gtk/widgets/kring-words.h"
#include "map/edit/kring-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  KringSession *session; /* (owned) */
  const KringKind *kind;
  const KringField *field;
  GPtrArray *ids;  /* (owned) (element-type utf8), interned */
  GtkWidget *head; /* (owned), as all children: the caption, and for whom it is */
  GtkWidget *caption;
  KringAudienceButton *audience; /* (nullable) */
  GtkWidget *content;
  GtkWidget *editor; /* what takes the keyboard, somewhere in content */
  GtkWidget *message;
  guint flush; /* soon */
} KringFieldRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KringFieldRow, kring_field_row, GTK_TYPE_WIDGET)

static KringFieldRowPrivate *
field_row_get_private (KringFieldRow *self)
{
  return kring_field_row_get_instance_private (self);
}

static void
field_row_pressed_cb (KringFieldRow *self)
{
  KringFieldRowPrivate *priv = field_row_get_private (self);

  if (priv->editor != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_grab_focus (priv->editor);
}

static gboolean
values_equal (GVariant *a, GVariant *b)
{
  return a == b || (a != NULL && b != NULL && g_variant_equal (a, b));
}

static gboolean
kring_field_row_grab_focus (GtkWidget *widget)
{
  KringFieldRowPrivate *priv = field_row_get_private (KRING_FIELD_ROW (widget));

  return priv->editor != NULL && kring_focus_find_in (widget) == NULL &&
         gtk_widget_grab_focus (priv->editor);
}

static void
kring_field_row_dispose (GObject *object)
{
  KringFieldRowPrivate *priv = field_row_get_private (KRING_FIELD_ROW (object));

  g_clear_handle_id (&priv->flush, g_source_remove);
  g_clear_pointer (&priv->head, gtk_widget_unparent);
  priv->audience = NULL;
  g_clear_pointer (&priv->content, gtk_widget_unparent);
  g_clear_pointer (&priv->message, gtk_widget_unparent);
  priv->editor = NULL;
  g_clear_object (&priv->session);
  G_OBJECT_CLASS (kring_field_row_parent_class)->dispose (object);
}

static void
kring_field_row_finalize (GObject *object)
{
  g_ptr_array_unref (field_row_get_private (KRING_FIELD_ROW (object))->ids);
  G_OBJECT_CLASS (kring_field_row_parent_class)->finalize (object);
}

static void
kring_field_row_class_init (KringFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kring_field_row_dispose;
  object_class->finalize = kring_field_row_finalize;
  widget_class->grab_focus = kring_field_row_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fieldrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kring_field_row_init (KringFieldRow *self)
{
  KringFieldRowPrivate *priv = field_row_get_private (self);
  GtkGesture *click = gtk_gesture_click_new ();

  priv->ids = g_ptr_array_new ();
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  priv->caption = kring_words_new ("field-caption");
  gtk_widget_set_hexpand (priv->caption, TRUE);
  priv->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (priv->head), priv->caption);
  gtk_widget_set_parent (priv->head, GTK_WIDGET (self));
  priv->message = kring_words_new ("field-message");
  gtk_widget_set_visible (priv->message, FALSE);
  gtk_widget_set_parent (priv->message, GTK_WIDGET (self));
  g_signal_connect_object (click, "pressed", G_CALLBACK (field_row_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static GType
find_type (const KringKind *kind, const KringField *field)
{
  switch (field->type)
    {
    /* The case is told in sentences: purpose, ground, consent. */
    case KRING_FIELD_TEXT:
      return kind->id == KRING_KIND_CASE ? KRING_TYPE_FIELD_ROW_LONG : KRING_TYPE_FIELD_ROW_ENTRY;
    case KRING_FIELD_LONG_TEXT:
      return KRING_TYPE_FIELD_ROW_LONG;
    case KRING_FIELD_BOOL:
    case KRING_FIELD_CHOICE:
      return KRING_TYPE_FIELD_ROW_CHOICE;
    case KRING_FIELD_REF:
    case KRING_FIELD_REFS:
      return KRING_TYPE_FIELD_ROW_REFS;
    default:
      return KRING_TYPE_FIELD_ROW_ENTRY;
    }
}

/**
 * kring_field_row_new: (constructor)
 * @kind: the kind that samples are drawn with
 * @field: a field of @kind, or of the kinds of all items that will be shown
 *
 * Returns: (transfer floating): a row that fits the type of @field; it shows nothing until it has
 *   ids
 */
GtkWidget *
kring_field_row_new (KringSession *session, const KringKind *kind, const KringField *field)
{
  KringFieldRow *self = g_object_new (find_type (kind, field), NULL);
  KringFieldRowPrivate *priv = field_row_get_private (self);

  g_return_val_if_fail (field->type != KRING_FIELD_POINT, NULL);

  priv->session = g_object_ref (session);
  priv->kind = kind;
  priv->field = field;
  gtk_label_set_label (GTK_LABEL (priv->caption), kring_field_get_label (field));
  if (field->flags & KRING_FIELD_OWN_AUDIENCE)
    {
      priv->audience = KRING_AUDIENCE_BUTTON (kring_audience_button_new (session, field));
      gtk_box_append (GTK_BOX (priv->head), GTK_WIDGET (priv->audience));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kring_field_get_label (field), -1);
  if (KRING_IS_FIELD_ROW_CHOICE (self))
    kring_field_row_choice_build (KRING_FIELD_ROW_CHOICE (self));
  else if (KRING_IS_FIELD_ROW_ENTRY (self))
    kring_field_row_entry_build (KRING_FIELD_ROW_ENTRY (self));
  if (field->type == KRING_FIELD_LONG_TEXT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "long");
  return GTK_WIDGET (self);
}

/**
 * kring_field_row_set_ids:
 * @ids: (element-type utf8): the items whose field is shown; all of them have it
 */
void
kring_field_row_set_ids (KringFieldRow *self, GPtrArray *ids)
{
  KringFieldRowPrivate *priv = field_row_get_private (self);

  g_ptr_array_set_size (priv->ids, 0);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (priv->ids, (gpointer) g_ptr_array_index (ids, i));
  kring_field_row_set_message (self, NULL, FALSE);
  kring_field_row_refresh (self);
}

/**
 * kring_field_row_refresh:
 *
 * Shows what the map holds now. What is being typed stays.
 */
void
kring_field_row_refresh (KringFieldRow *self)
{
  KringFieldRowPrivate *priv = field_row_get_private (self);
  KringMap *map = kring_session_get_map (priv->session);
  GVariant *value = NULL;
  gboolean mixed = FALSE;
  guint n = 0;

  for (guint i = 0; i < priv->ids->len; i++)
    {
      KringItem *item = kring_map_get_item (map, g_ptr_array_index (priv->ids, i));
      GVariant *one;

      if (item == NULL)
        continue;
      one = kring_item_get_named (item, priv->field->name);
      mixed |= n++ > 0 && !values_equal (value, one);
      value = one;
    }
  KRING_FIELD_ROW_GET_CLASS (self)->show_value (self, mixed ? NULL : value, mixed);
  if (priv->audience != NULL)
    kring_audience_button_set_ids (priv->audience, priv->ids);
}

/**
 * kring_field_row_hide_caption:
 *
 * For a row that stands under its own words already.
 */
void
kring_field_row_hide_caption (KringFieldRow *self)
{
  gtk_widget_set_visible (field_row_get_private (self)->head, FALSE);
}

/**
 * kring_field_row_flush:
 *
 * Writes what was typed and not yet written, and ends the undo step of typing. What cannot be
 * written is kept as a draft.
 */
void
kring_field_row_flush (KringFieldRow *self)
{
  if (KRING_FIELD_ROW_GET_CLASS (self)->flush != NULL)
    KRING_FIELD_ROW_GET_CLASS (self)->flush (self);
  kring_field_row_keep_draft (self);
}

static int
field_row_compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * kring_field_row_dup_draft_ids:
 * @ids: (element-type utf8): interned, in whatever order they were selected
 *
 * Returns: (transfer container) (element-type utf8): what a draft of their field is about
 */
GPtrArray *
kring_field_row_dup_draft_ids (GPtrArray *ids, const KringField *field)
{
  GPtrArray *about = g_ptr_array_copy (ids, NULL, NULL);

  g_ptr_array_sort (about, field_row_compare_ids);
  g_ptr_array_add (about, (gpointer) field->name);
  return about;
}

static GPtrArray *
field_row_dup_draft_ids (KringFieldRow *self)
{
  KringFieldRowPrivate *priv = field_row_get_private (self);

  return kring_field_row_dup_draft_ids (priv->ids, priv->field);
}

/**
 * kring_field_row_keep_draft:
 *
 * Keeps what stands there and is not written.
 */
void
kring_field_row_keep_draft (KringFieldRow *self)
{
  KringFieldRowPrivate *priv = field_row_get_private (self);
  g_autofree char *draft = kring_field_row_dup_draft (self);
  g_autoptr (GPtrArray) ids = field_row_dup_draft_ids (self);

  if (priv->ids->len > 0)
    kring_drafts_keep_text (kring_session_get_drafts (priv->session), KRING_DRAFT_FIELD, ids,
                            draft != NULL ? draft : "");
}

/**
 * kring_field_row_show_draft:
 *
 * Shows what was typed before about the same items and is not written, if anything.
 */
void
kring_field_row_show_draft (KringFieldRow *self)
{
  KringFieldRowPrivate *priv = field_row_get_private (self);
  g_autoptr (GPtrArray) ids = field_row_dup_draft_ids (self);
  g_autofree char *draft = g_strdup (
      kring_drafts_get_text (kring_session_get_drafts (priv->session), KRING_DRAFT_FIELD, ids));

  kring_field_row_set_draft (self, *draft != '\0' ? draft : NULL);
}

/**
 * kring_field_row_throw_away:
 *
 * For Escape: shows again what the map holds, in place of what was typed and is not written.
 *
 * Returns: whether anything was; words can be taken back
 */
gboolean
kring_field_row_throw_away (KringFieldRow *self)
{
  KringFieldRowPrivate *priv = field_row_get_private (self);
  g_autofree char *draft = kring_field_row_dup_draft (self);
  g_autoptr (GPtrArray) ids = field_row_dup_draft_ids (self);
  gboolean thrown;

  if (draft == NULL)
    return FALSE;
  thrown =
      kring_drafts_throw_away (kring_session_get_drafts (priv->session), KRING_DRAFT_FIELD, ids);
  kring_field_row_set_draft (self, NULL);
  kring_field_row_set_message (self, NULL, FALSE);
  kring_field_row_refresh (self);
  if (thrown)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", _ ("Thrown away"));
  return TRUE;
}

/* After the input method, which may be composing a letter. */
static gboolean
field_row_key_pressed_cb (KringFieldRow *self, guint key)
{
  return key == GDK_KEY_Escape && kring_field_row_throw_away (self);
}

/**
 * kring_field_row_dup_draft:
 *
 * Returns: (transfer full) (nullable): what was typed and cannot be written
 */
char *
kring_field_row_dup_draft (KringFieldRow *self)
{
  KringFieldRowClass *klass = KRING_FIELD_ROW_GET_CLASS (self);

  return klass->dup_draft != NULL ? klass->dup_draft (self) : NULL;
}

/**
 * kring_field_row_set_draft:
 * @draft: what somebody was typing
 *
 * Shows @draft as typed but not yet written. Rows that nobody types in pass it over.
 */
void
kring_field_row_set_draft (KringFieldRow *self, const char *draft)
{
  if (KRING_FIELD_ROW_GET_CLASS (self)->set_draft != NULL)
    KRING_FIELD_ROW_GET_CLASS (self)->set_draft (self, draft);
}

/**
 * kring_field_row_get_session:
 *
 * Returns: (transfer none): whose map is changed
 */
KringSession *
kring_field_row_get_session (KringFieldRow *self)
{
  return field_row_get_private (self)->session;
}

/**
 * kring_field_row_get_kind:
 *
 * Returns: (transfer none): of the items whose field is shown
 */
const KringKind *
kring_field_row_get_kind (KringFieldRow *self)
{
  return field_row_get_private (self)->kind;
}

/**
 * kring_field_row_get_field:
 *
 * Returns: (transfer none): the field that is shown
 */
const KringField *
kring_field_row_get_field (KringFieldRow *self)
{
  return field_row_get_private (self)->field;
}

/**
 * kring_field_row_get_item:
 *
 * Returns: (transfer none) (nullable): the one item whose field is shown; %NULL when several are
 */
KringItem *
kring_field_row_get_item (KringFieldRow *self)
{
  KringFieldRowPrivate *priv = field_row_get_private (self);

  return priv->ids->len == 1 ? kring_map_get_item (kring_session_get_map (priv->session),
                                                   g_ptr_array_index (priv->ids, 0))
                             : NULL;
}

/**
 * kring_field_row_get_editor:
 *
 * Returns: (transfer none): the widget that takes the keyboard
 */
GtkWidget *
kring_field_row_get_editor (KringFieldRow *self)
{
  return field_row_get_private (self)->editor;
}

/**
 * kring_field_row_get_message:
 *
 * Returns: (transfer none) (nullable): the sentence under the row
 */
const char *
kring_field_row_get_message (KringFieldRow *self)
{
  GtkWidget *message = field_row_get_private (self)->message;

  return gtk_widget_get_visible (message) ? gtk_label_get_label (GTK_LABEL (message)) : NULL;
}

/**
 * kring_field_row_set_content:
 * @content: (transfer floating): stands under the caption
 * @editor: what takes the keyboard, @content or in it
 */
void
kring_field_row_set_content (KringFieldRow *self, GtkWidget *content, GtkWidget *editor)
{
  KringFieldRowPrivate *priv = field_row_get_private (self);
  GtkEventController *keys = gtk_event_controller_key_new ();

  priv->content = content;
  priv->editor = editor;
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (field_row_key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (editor, keys);
  gtk_widget_insert_after (content, GTK_WIDGET (self), priv->head);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  priv->caption, NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  priv->message, NULL, -1);
}

static gboolean
flush_cb (gpointer data)
{
  g_autoptr (KringFieldRow) self = g_object_ref (data);

  field_row_get_private (self)->flush = 0;
  kring_field_row_flush (self);
  return G_SOURCE_REMOVE;
}

/**
 * kring_field_row_flush_soon:
 *
 * For when the keyboard leaves: writes at once, but not while GTK still moves the keyboard, since
 * what is written may take widgets away.
 */
void
kring_field_row_flush_soon (KringFieldRow *self)
{
  KringFieldRowPrivate *priv = field_row_get_private (self);

  if (priv->flush == 0)
    priv->flush = g_idle_add_full (G_PRIORITY_HIGH, flush_cb, self, NULL);
}

/**
 * kring_field_row_set_message:
 * @message: (nullable): one sentence, or %NULL to show none
 * @is_error: whether something is wrong
 */
void
kring_field_row_set_message (KringFieldRow *self, const char *message, gboolean is_error)
{
  KringFieldRowPrivate *priv = field_row_get_private (self);

  gtk_label_set_label (GTK_LABEL (priv->message), message != NULL ? message : "");
  gtk_widget_set_visible (priv->message, message != NULL);
  if (is_error && message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

/* The window's own words for what a person may have done. */
static void
show_error (KringFieldRow *self, const GError *error)
{
  g_autofree char *words = kring_error_words_dup_edit (error);

  kring_field_row_set_message (self, words, TRUE);
}

/**
 * kring_field_row_commit:
 * @value: (nullable): the new value of all items, as one undo step; a floating value is taken
 *
 * Says under the row why it is not possible.
 *
 * Returns: whether it was written
 */
gboolean
kring_field_row_commit (KringFieldRow *self, GVariant *value)
{
  KringFieldRowPrivate *priv = field_row_get_private (self);
  g_autoptr (GVariant) sunk = value != NULL ? g_variant_ref_sink (value) : NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_ref (priv->ids);
  g_autoptr (GError) error = NULL;

  if (!kring_edit_set (kring_session_get_editor (priv->session), ids, priv->field->name, sunk,
                       &error))
    {
      show_error (self, error);
      return FALSE;
    }
  kring_field_row_set_message (self, NULL, FALSE);
  return TRUE;
}

/**
 * kring_field_row_type:
 * @text: what the text of the field is by now; further typing joins the same undo step
 *
 * Returns: whether it was written
 */
gboolean
kring_field_row_type (KringFieldRow *self, const char *text)
{
  KringFieldRowPrivate *priv = field_row_get_private (self);
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (priv->ids->len == 1, FALSE);

  if (!kring_edit_type (kring_session_get_editor (priv->session), g_ptr_array_index (priv->ids, 0),
                        priv->field->name, text, &error))
    {
      show_error (self, error);
      return FALSE;
    }
  kring_field_row_set_message (self, NULL, FALSE);
  return TRUE;
}

/**
 * kring_field_row_types_live:
 *
 * Returns: whether each key goes to the map at once: free text of one item
 */
gboolean
kring_field_row_types_live (KringFieldRow *self)
{
  KringFieldRowPrivate *priv = field_row_get_private (self);

  return kring_field_is_text (priv->field) && priv->ids->len == 1;
}
