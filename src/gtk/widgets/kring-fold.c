/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-fold.h"

#include "gtk/widgets/kring-words.h"

#define SPACING 12

struct _KringFold
{
  GtkBox parent_instance;

  GtkWidget *card;   /* (owned): the row */
  GtkWidget *button; /* in the card */
  GtkWidget *line;   /* the sign, and what sums up what is behind it */
  GtkLabel *caption;
  GtkLabel *summary;
  GtkImage *arrow;
  GtkWidget *child; /* (owned): what is behind it */
};

G_DEFINE_FINAL_TYPE (KringFold, kring_fold, GTK_TYPE_BOX)

static void
fold_clicked_cb (KringFold *self)
{
  kring_fold_set_open (self, !kring_fold_get_open (self));
}

static gboolean
kring_fold_grab_focus (GtkWidget *widget)
{
  return kring_focus_find_in (widget) == NULL &&
         gtk_widget_grab_focus (KRING_FOLD (widget)->button);
}

static void
kring_fold_class_init (KringFoldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = kring_focus_enter;
  widget_class->grab_focus = kring_fold_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "fold");
}

static GtkWidget *
fold_new_words (KringFold *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->caption = GTK_LABEL (kring_words_new ("field-caption"));
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_ellipsize (self->summary, PANGO_ELLIPSIZE_END);
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->caption));
  gtk_box_append (GTK_BOX (words), self->line);
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static void
kring_fold_init (KringFold *self)
{
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACING);
  self->arrow = GTK_IMAGE (gtk_image_new ());
  gtk_box_append (GTK_BOX (inside), fold_new_words (self));
  gtk_box_append (GTK_BOX (inside), GTK_WIDGET (self->arrow));
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), inside);
  gtk_widget_add_css_class (self->button, "flat");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (fold_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "lines");
  gtk_box_append (GTK_BOX (self->card), self->button);
  gtk_box_append (GTK_BOX (self), self->card);
}

/**
 * kring_fold_new: (constructor)
 * @caption: what is behind it, in a few words
 * @child: what is behind it
 *
 * Returns: (transfer floating): a row that is folded
 */
GtkWidget *
kring_fold_new (const char *caption, GtkWidget *child)
{
  KringFold *self = g_object_new (KRING_TYPE_FOLD, NULL);

  gtk_label_set_label (self->caption, caption);
  self->child = child;
  gtk_box_append (GTK_BOX (self), child);
  kring_fold_set_open (self, FALSE);
  kring_fold_set_summary (self, "");
  return GTK_WIDGET (self);
}

/**
 * kring_fold_set_summary:
 * @summary: what is behind it, in one line
 */
void
kring_fold_set_summary (KringFold *self, const char *summary)
{
  const char *caption = gtk_label_get_label (self->caption);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", caption, summary);

  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_tooltip_text (self->button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *summary != '\0' ? spoken : caption, -1);
}

/**
 * kring_fold_get_summary:
 *
 * Returns: (transfer none): what is behind it, in one line
 */
const char *
kring_fold_get_summary (KringFold *self)
{
  return gtk_label_get_label (self->summary);
}

/**
 * kring_fold_set_sign:
 * @sign: (transfer floating): stands before the summary, which may take two lines then; once
 */
void
kring_fold_set_sign (KringFold *self, GtkWidget *sign)
{
  gtk_box_prepend (GTK_BOX (self->line), sign);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_label_set_wrap_mode (self->summary, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->summary, 2);
  gtk_widget_set_hexpand (GTK_WIDGET (self->summary), TRUE);
}

/**
 * kring_fold_set_open:
 * @open: whether what is behind it is shown
 */
void
kring_fold_set_open (KringFold *self, gboolean open)
{
  if (!open && kring_focus_find_in (self->child) != NULL)
    gtk_widget_grab_focus (self->button);
  gtk_widget_set_visible (self->child, open);
  gtk_image_set_from_icon_name (self->arrow, open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

/**
 * kring_fold_get_open:
 *
 * Returns: whether what is behind it is shown
 */
gboolean
kring_fold_get_open (KringFold *self)
{
  return gtk_widget_get_visible (self->child);
}

/**
 * kring_fold_get_button:
 *
 * Returns: (transfer none): the row itself
 */
GtkWidget *
kring_fold_get_button (KringFold *self)
{
  return self->button;
}

/**
 * kring_focus_find_in:
 *
 * GTK remembers the child that had the keyboard last as the focus child, also when it is elsewhere.
 * And on the way back with Shift+Tab it asks what is around the keyboard to take it: a widget that
 * hands the keyboard on to a child does not, once it is in it, or nobody gets out.
 *
 * Returns: (transfer none) (nullable): what has the keyboard now, if it is @widget or in it
 */
GtkWidget *
kring_focus_find_in (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)) ? focus
                                                                                      : NULL;
}

/**
 * kring_focus_enter:
 *
 * The focus of a class that is a box and has a grab_focus of its own. A page that was only just shown
 * has no rows yet, and takes the keyboard itself; a box would let it go elsewhere.
 *
 * Returns: whether the keyboard is in @widget now
 */
gboolean
kring_focus_enter (GtkWidget *widget, GtkDirectionType way)
{
  return GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->focus (widget, way);
}

/**
 * kring_focus_give:
 * @widget: (nullable): what had the keyboard before it was moved
 *
 * Who types goes on typing where they were.
 */
void
kring_focus_give (GtkWidget *widget)
{
  if (widget != NULL && GTK_IS_TEXT (widget))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (widget));
  else if (widget != NULL)
    gtk_widget_grab_focus (widget);
}
