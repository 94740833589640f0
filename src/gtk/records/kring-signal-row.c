/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/records/kring-signal-row.h"

#include "gtk/inspector/kring-item-form.h"
#include "gtk/widgets/kring-action-keys.h"
#include "gtk/widgets/kring-fold.h"
#include "gtk/widgets/kring-item-preview.h"
#include "gtk/widgets/kring-words.h"
#include "map/base/kring-date.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>

#define SIGN_SIZE 24

struct _KringSignalRow
{
  GtkBox parent_instance;

  KringSession *session;      /* (owned) */
  KringCatalogueStore *shelf; /* (owned) */
  const char *id;             /* interned */
  GtkWidget *button;          /* (owned) */
  GtkWidget *sign;
  GtkLabel *label;
  GtkLabel *detail;
  GtkImage *arrow;
  GtkWidget *form;   /* (owned) (nullable): only while it is open */
  GtkWidget *origin; /* (owned) (nullable): where the list has it from, only while it is open */
};

enum
{
  UNFOLDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringSignalRow, kring_signal_row, GTK_TYPE_BOX)

static KringItem *
signal_row_get_item (KringSignalRow *self)
{
  return kring_map_get_item (kring_session_get_map (self->session), self->id);
}

static GPtrArray *
signal_row_dup_ids (KringSignalRow *self)
{
  GPtrArray *ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) self->id);
  return ids;
}

static void
signal_row_add_piece (GString *line, const char *piece)
{
  if (piece != NULL && *piece != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", piece);
}

static char *
dup_choice (KringItem *item, const char *field_name)
{
  const KringField *field = kring_kind_find_field (kring_item_get_kind (item), field_name);
  int choice = kring_item_get_choice (item, field_name);

  return choice >= 0 ? g_strdup (kring_field_get_choice_label (field, choice)) : NULL;
}

/* Its words are kept, whatever the catalogue says of them; but somebody may want to look. */
static const char *
get_remark (KringSignalRow *self, KringItem *item)
{
  const char *id = kring_item_get_text (item, KRING_F_CATALOGUE);
  KringItem *subject = kring_map_get_item (kring_session_get_map (self->session),
                                           kring_item_get_text (item, KRING_F_ABOUT));
  const KringCatalogueSignal *known;

  if (id == NULL)
    return NULL;
  known = kring_catalogue_find (kring_catalogue_store_get_catalogue (self->shelf), id);
  if (known == NULL)
    return _ ("not in the list of signals");
  if (subject != NULL &&
      !kring_catalogue_signal_applies_to (known, kring_item_get_kind (subject)->id))
    return _ ("meant for another kind of item");
  return NULL;
}

/* "12 Sep · suspected · Care" */
static char *
signal_row_dup_detail (KringSignalRow *self, KringItem *item)
{
  const char *observed = kring_item_get_text (item, KRING_F_OBSERVED);
  g_autofree char *when = observed != NULL ? kring_date_format_string (observed) : NULL;
  g_autofree char *certainty =
      kring_item_says_certainty (item) ? dup_choice (item, KRING_F_CERTAINTY) : NULL;
  g_autofree char *sure = certainty != NULL ? g_utf8_strdown (certainty, -1) : NULL;
  g_autofree char *party = dup_choice (item, KRING_F_PARTY);
  GString *line = g_string_new (NULL);

  signal_row_add_piece (line, when);
  signal_row_add_piece (line, sure);
  signal_row_add_piece (line, party);
  signal_row_add_piece (line, get_remark (self, item));
  return g_string_free (line, FALSE);
}

static void
show_open (KringSignalRow *self)
{
  gboolean open = self->form != NULL;

  gtk_image_set_from_icon_name (self->arrow, open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

static void
signal_row_clicked_cb (KringSignalRow *self)
{
  kring_signal_row_set_open (self, self->form == NULL);
}

/* Where the list has it from; nothing for a signal in somebody's own words. */
static void
signal_row_show_origin (KringSignalRow *self)
{
  KringCatalogue *catalogue = kring_catalogue_store_get_catalogue (self->shelf);
  const char *id = kring_item_get_text (signal_row_get_item (self), KRING_F_CATALOGUE);
  const KringCatalogueSignal *known = id != NULL ? kring_catalogue_find (catalogue, id) : NULL;
  g_autofree char *origin = known != NULL ? kring_catalogue_dup_origin (catalogue, known) : NULL;
  /* Translators: where a signal of the list comes from: names of sources, a line each. */
  g_autofree char *text =
      origin != NULL ? g_strdup_printf (_ ("Sources of this signal:\n%s"), origin) : NULL;

  if (text == NULL)
    return;
  self->origin = kring_words_new ("field-caption");
  gtk_label_set_text (GTK_LABEL (self->origin), text);
  gtk_label_set_selectable (GTK_LABEL (self->origin), TRUE);
  gtk_widget_add_css_class (self->origin, "unfolded");
  gtk_box_append (GTK_BOX (self), self->origin);
}

static void
signal_row_set_certainty (KringSignalRow *self, KringCertainty certainty)
{
  g_autoptr (GPtrArray) ids = signal_row_dup_ids (self);

  kring_edit_set_certainty (kring_session_get_editor (self->session), ids, certainty);
}

static void
remove_signal (KringSignalRow *self)
{
  g_autoptr (GPtrArray) ids = signal_row_dup_ids (self);
  g_autofree char *title = kring_item_dup_title (signal_row_get_item (self));
  g_autofree char *text = g_strdup_printf (_ ("%s deleted"), title);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", text);
  kring_edit_delete (kring_session_get_editor (self->session), ids);
}

static gboolean
signal_row_key_cb (gpointer data, const KringAction *action)
{
  if (signal_row_get_item (data) == NULL)
    return GDK_EVENT_PROPAGATE;
  if (action->parameter == NULL)
    remove_signal (data);
  else
    signal_row_set_certainty (data, kring_action_get_certainty (action));
  return GDK_EVENT_STOP;
}

static gboolean
kring_signal_row_grab_focus (GtkWidget *widget)
{
  return kring_focus_find_in (widget) == NULL &&
         gtk_widget_grab_focus (KRING_SIGNAL_ROW (widget)->button);
}

static void
kring_signal_row_dispose (GObject *object)
{
  KringSignalRow *self = KRING_SIGNAL_ROW (object);

  G_OBJECT_CLASS (kring_signal_row_parent_class)->dispose (object);
  g_clear_object (&self->session);
  g_clear_object (&self->shelf);
}

static void
kring_signal_row_class_init (KringSignalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_signal_row_dispose;
  widget_class->focus = kring_focus_enter;
  widget_class->grab_focus = kring_signal_row_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "signalrow");

  /**
   * KringSignalRow::unfolded:
   *
   * Its fields are shown from now on.
   */
  signals[UNFOLDED] = g_signal_new ("unfolded", KRING_TYPE_SIGNAL_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
signal_row_new_label (const char *css_class)
{
  GtkWidget *label = kring_words_new (css_class);

  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
signal_row_build (KringSignalRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->sign = kring_item_preview_new (self->session, SIGN_SIZE, SIGN_SIZE);
  self->label = GTK_LABEL (signal_row_new_label (NULL));
  self->detail = GTK_LABEL (signal_row_new_label ("field-caption"));
  self->arrow = GTK_IMAGE (gtk_image_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->arrow), "dim-label");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->detail));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->sign);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->arrow));

  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "flat");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (signal_row_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  kring_action_keys_add (self->button, KRING_USE_SIGNAL, signal_row_key_cb, self);
  gtk_box_append (GTK_BOX (self), self->button);
  show_open (self);
}

static void
kring_signal_row_init (KringSignalRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * kring_signal_row_new: (constructor)
 * @shelf: knows the catalogue that signals are named in
 * @id: of a signal on the map of @session
 *
 * Returns: (transfer floating): its row, folded
 */
GtkWidget *
kring_signal_row_new (KringSession *session, KringCatalogueStore *shelf, const char *id)
{
  KringSignalRow *self = g_object_new (KRING_TYPE_SIGNAL_ROW, NULL);

  self->session = g_object_ref (session);
  self->shelf = g_object_ref (shelf);
  self->id = kring_map_get_id (kring_session_get_map (session), id);
  signal_row_build (self);
  kring_signal_row_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * kring_signal_row_get_id:
 *
 * Returns: (transfer none): the id of its signal, interned
 */
const char *
kring_signal_row_get_id (KringSignalRow *self)
{
  return self->id;
}

/**
 * kring_signal_row_refresh:
 *
 * Shows the signal as it is now.
 */
void
kring_signal_row_refresh (KringSignalRow *self)
{
  KringItem *item = signal_row_get_item (self);
  gboolean refuted = kring_item_get_certainty (item) == KRING_CERTAINTY_REFUTED;
  g_autofree char *title = kring_item_dup_title (item);
  g_autofree char *detail = signal_row_dup_detail (self, item);
  g_autofree char *family = dup_choice (item, KRING_F_FAMILY);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", title, family, detail);

  kring_item_preview_show_item (KRING_ITEM_PREVIEW (self->sign), item);
  gtk_widget_set_opacity (self->sign, refuted ? 0.4 : 1);
  gtk_label_set_text (self->label, title);
  kring_words_strike (self->label, refuted);
  gtk_label_set_text (self->detail, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

/**
 * kring_signal_row_get_open:
 *
 * Returns: whether its fields are shown
 */
gboolean
kring_signal_row_get_open (KringSignalRow *self)
{
  return self->form != NULL;
}

/**
 * kring_signal_row_set_open:
 *
 * Shows its fields, or writes what was typed in them and folds it.
 */
void
kring_signal_row_set_open (KringSignalRow *self, gboolean open)
{
  g_autoptr (GPtrArray) ids = signal_row_dup_ids (self);

  if (open == (self->form != NULL))
    return;
  if (open)
    {
      self->form = kring_item_form_new (self->session);
      gtk_widget_add_css_class (self->form, "unfolded");
      gtk_box_append (GTK_BOX (self), self->form);
      kring_item_form_set_ids (KRING_ITEM_FORM (self->form), ids);
      signal_row_show_origin (self);
    }
  else
    {
      kring_signal_row_flush (self);
      g_clear_pointer (&self->form, gtk_widget_unparent);
      g_clear_pointer (&self->origin, gtk_widget_unparent);
    }
  show_open (self);
  if (open)
    g_signal_emit (self, signals[UNFOLDED], 0);
}

/**
 * kring_signal_row_flush:
 *
 * Writes what was typed in its fields and not yet written.
 */
void
kring_signal_row_flush (KringSignalRow *self)
{
  if (self->form != NULL && signal_row_get_item (self) != NULL)
    kring_item_form_flush (KRING_ITEM_FORM (self->form));
}

/**
 * kring_signal_row_get_detail:
 *
 * Returns: (transfer none): when, how surely, by whom
 */
const char *
kring_signal_row_get_detail (KringSignalRow *self)
{
  return gtk_label_get_text (self->detail);
}

/**
 * kring_signal_row_get_origin:
 *
 * Returns: (transfer none) (nullable): where the list has the signal from, as it is shown below its
 *   fields; %NULL while it is folded, or if it is not from the list
 */
const char *
kring_signal_row_get_origin (KringSignalRow *self)
{
  return self->origin != NULL ? gtk_label_get_text (GTK_LABEL (self->origin)) : NULL;
}
