/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "details/kring-choice-picker.h"

#include "core/kring-describe.h"
#include "details/kring-item-preview.h"

#include <string.h>

#define CHOICES_MAX 16
/* From this text size on, in 1/1024 dots per inch, words need wider columns: three, not five. */
#define LARGE_TEXT_DPI (96 * 1024 * 3 / 2)
#define LARGE_TEXT_COLUMNS 3

/* How one field is picked. A sample of no width: words alone. */
typedef struct
{
  const char *name; /* of the field */
  int columns;
  int width; /* of a sample, in pixels */
  int height;
  gboolean words; /* the name of the choice stands under the sample */
  gboolean keys;  /* the keys 1, 2, … do the same on the map */
  gboolean half;  /* two such fields share a line */
} Presentation;

static const Presentation presentations[] = {
  { "certainty", 5, 46, 22, TRUE, TRUE, FALSE },  { "quality", 3, 84, 24, TRUE, FALSE, FALSE },
  { "intensity", 3, 32, 24, FALSE, FALSE, TRUE }, { "direction", 4, 26, 24, FALSE, FALSE, TRUE },
  { "party", 3, 36, 18, TRUE, FALSE, FALSE },     { "sex", 4, 28, 28, TRUE, FALSE, FALSE },
  { "ring", 4, 0, 0, TRUE, FALSE, FALSE },
};

struct _KringChoicePicker
{
  GtkWidget parent_instance;

  const KringField *field;
  GtkWidget *grid;                 /* (owned) */
  GtkWidget *buttons[CHOICES_MAX]; /* (not owned), in the grid, as many as there are choices */
  int n_choices;
  int choice;
  gboolean showing; /* the choice is being set from outside */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringChoicePicker, kring_choice_picker, GTK_TYPE_WIDGET)

static const Presentation *
find_presentation (const KringField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (presentations); i++)
    if (field->type == KRING_FIELD_CHOICE && strcmp (presentations[i].name, field->name) == 0)
      return &presentations[i];
  return NULL;
}

static int
index_of (KringChoicePicker *self, GtkWidget *button)
{
  for (int i = 0; i < self->n_choices; i++)
    if (self->buttons[i] == button)
      return i;
  return -1;
}

static void
toggled_cb (KringChoicePicker *self, GtkToggleButton *button)
{
  int choice = index_of (self, GTK_WIDGET (button));

  if (self->showing)
    return;
  /* A second press takes the choice back, where a field may be without one. */
  if (!gtk_toggle_button_get_active (button))
    choice = self->field->fallback;
  kring_choice_picker_set_choice (self, choice);
  g_signal_emit (self, signals[CHOSEN], 0, choice);
}

static gboolean
key_pressed_cb (KringChoicePicker *self, guint key)
{
  int choice = (int) key - GDK_KEY_1;

  if (!find_presentation (self->field)->keys || choice < 0 || choice >= self->n_choices)
    return GDK_EVENT_PROPAGATE;
  if (choice != self->choice)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[choice]), TRUE);
  gtk_widget_grab_focus (self->buttons[choice]);
  return GDK_EVENT_STOP;
}

static gboolean
kring_choice_picker_grab_focus (GtkWidget *widget)
{
  KringChoicePicker *self = KRING_CHOICE_PICKER (widget);

  return gtk_widget_grab_focus (self->buttons[MAX (self->choice, 0)]);
}

static void
kring_choice_picker_dispose (GObject *object)
{
  g_clear_pointer (&KRING_CHOICE_PICKER (object)->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (kring_choice_picker_parent_class)->dispose (object);
}

static void
kring_choice_picker_class_init (KringChoicePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_choice_picker_dispose;
  widget_class->grab_focus = kring_choice_picker_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "choicepicker");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * KringChoicePicker::chosen:
   * @choice: the place of the choice, or -1 for none
   *
   * Somebody picked a choice, other than the one that was shown.
   */
  signals[CHOSEN] = g_signal_new ("chosen", KRING_TYPE_CHOICE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
kring_choice_picker_init (KringChoicePicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->choice = -1;
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

/* Short enough for a narrow column: what stands before a comma or colon says it all. */
static char *
dup_short (const char *label)
{
  return g_strndup (label, strcspn (label, ",:"));
}

static GtkWidget *
new_words (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Rings go by the names that this map gives them. */
static const char *
get_label (KringSession *session, const KringField *field, int choice)
{
  if (g_str_equal (field->name, "ring") || g_str_equal (field->name, "own_ring"))
    return kring_map_get_ring_name (kring_session_get_map (session), (KringRing) choice);
  return kring_field_get_choice_label (field, choice);
}

static GtkWidget *
new_button (KringSession *session,
            const KringKind *kind,
            const KringField *field,
            const Presentation *look,
            int choice)
{
  const char *label = get_label (session, field, choice);
  g_autofree char *words = dup_short (label);
  g_autofree char *key = g_strdup_printf ("%d", choice + 1);
  g_autofree char *tip = look->keys ? g_strdup_printf ("%s (%s)", label, key) : g_strdup (label);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  if (look->width > 0)
    {
      GtkWidget *sample = kring_item_preview_new (session, look->width, look->height);

      kring_item_preview_show_sample (KRING_ITEM_PREVIEW (sample), kind, field, choice);
      gtk_box_append (GTK_BOX (box), sample);
    }
  if (look->words)
    gtk_box_append (GTK_BOX (box), new_words (words, "choice-words"));
  if (look->keys)
    gtk_box_append (GTK_BOX (box), new_words (key, "choice-key"));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static int
count_columns (KringChoicePicker *self, const Presentation *look)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return look->words && dpi >= LARGE_TEXT_DPI ? MIN (look->columns, LARGE_TEXT_COLUMNS)
                                              : look->columns;
}

/**
 * kring_choice_picker_is_for:
 *
 * Returns: whether the choices of @field are picked from samples; others have a menu
 */
gboolean
kring_choice_picker_is_for (const KringField *field)
{
  return find_presentation (field) != NULL;
}

/**
 * kring_choice_picker_is_half:
 *
 * Returns: whether two such fields fit beside each other
 */
gboolean
kring_choice_picker_is_half (const KringField *field)
{
  const Presentation *look = find_presentation (field);

  return look != NULL && look->half;
}

/**
 * kring_choice_picker_new: (constructor)
 * @kind: the kind of item that samples are drawn with
 * @field: a field for which kring_choice_picker_is_for () holds
 *
 * Returns: (transfer floating): a picker with nothing chosen
 */
GtkWidget *
kring_choice_picker_new (KringSession *session, const KringKind *kind, const KringField *field)
{
  const Presentation *look = find_presentation (field);
  KringChoicePicker *self;
  int columns;

  g_return_val_if_fail (look != NULL, NULL);

  self = g_object_new (KRING_TYPE_CHOICE_PICKER, NULL);
  columns = count_columns (self, look);
  self->field = field;
  for (int i = 0; field->choices[i].name != NULL && i < CHOICES_MAX; i++)
    {
      GtkWidget *button = new_button (session, kind, field, look, i);

      self->buttons[self->n_choices++] = button;
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (self->grid), button, i % columns, i / columns, 1, 1);
    }
  return GTK_WIDGET (self);
}

/**
 * kring_choice_picker_get_choice:
 *
 * Returns: the place of the choice, or -1 for none
 */
int
kring_choice_picker_get_choice (KringChoicePicker *self)
{
  return self->choice;
}

/**
 * kring_choice_picker_set_choice:
 * @choice: the place of the choice, or -1 for none
 */
void
kring_choice_picker_set_choice (KringChoicePicker *self, int choice)
{
  self->choice = choice;
  self->showing = TRUE;
  for (int i = 0; i < self->n_choices; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), i == choice);
  self->showing = FALSE;
}

/**
 * kring_choice_picker_get_button:
 * @choice: the place of a choice
 *
 * Returns: (transfer none): its button
 */
GtkWidget *
kring_choice_picker_get_button (KringChoicePicker *self, int choice)
{
  g_return_val_if_fail (choice >= 0 && choice < self->n_choices, NULL);

  return self->buttons[choice];
}
