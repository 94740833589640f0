/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-choice-picker.h"

#include "gtk/widgets/kring-action-keys.h"
#include "gtk/widgets/kring-fold.h"
#include "gtk/widgets/kring-item-preview.h"
#include "map/facts/kring-describe.h"

#include <string.h>

#define CHOICES_MAX 16

/* How one field is picked. A sample of no width: words alone. */
typedef struct
{
  const char *name; /* of the field */
  int columns;      /* at most: whole words come first */
  int width;        /* of a sample, in pixels */
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

  const KringKind *kind;
  const KringField *field;
  char *look; /* (owned) (nullable): of the item that the samples are drawn like */
  GtkWidget *buttons[CHOICES_MAX]; /* (owned), as many as there are choices */
  GtkWidget *samples[CHOICES_MAX]; /* (nullable), in the buttons */
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
choice_picker_toggled_cb (KringChoicePicker *self, GtkToggleButton *button)
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
choice_picker_key_cb (gpointer data, const KringAction *action)
{
  KringChoicePicker *self = data;
  int choice = kring_action_get_certainty (action);

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

  return kring_focus_find_in (widget) == NULL &&
         gtk_widget_grab_focus (self->buttons[MAX (self->choice, 0)]);
}

/* One stop for Tab, at what is chosen; the arrows go to the others. */
static gboolean
kring_choice_picker_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (kring_choice_picker_parent_class)->focus (widget, direction);
  return gtk_widget_grab_focus (widget);
}

/* How wide each column must be for whole words, and how wide it is. */
typedef struct
{
  int n;
  int widths[CHOICES_MAX];
} Columns;

static int
get_max_columns (KringChoicePicker *self)
{
  return MIN (find_presentation (self->field)->columns, self->n_choices);
}

static int
measure_columns (KringChoicePicker *self, int n, Columns *columns)
{
  int sum = 0;

  *columns = (Columns){ n, { 0 } };
  for (int i = 0; i < self->n_choices; i++)
    {
      int width;

      gtk_widget_measure (self->buttons[i], GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                          NULL);
      columns->widths[i % n] = MAX (columns->widths[i % n], width);
    }
  for (int i = 0; i < n; i++)
    sum += columns->widths[i];
  return sum;
}

/* Equal if they can be, else each as much wider than its words as the others. */
static void
choice_picker_widen (Columns *columns, int width)
{
  int sum = 0, widest = 0;

  for (int i = 0; i < columns->n; i++)
    {
      sum += columns->widths[i];
      widest = MAX (widest, columns->widths[i]);
    }
  for (int i = 0, left = width, rest = width - sum; i < columns->n; i++)
    {
      int share = widest * columns->n <= width ? left / (columns->n - i)
                                               : columns->widths[i] + rest / (columns->n - i);

      rest -= share - columns->widths[i];
      left -= share;
      columns->widths[i] = share;
    }
}

/* As many columns as there is room for, with the rows about as long as each other. */
static Columns
find_columns (KringChoicePicker *self, int width)
{
  Columns columns;

  for (int n = get_max_columns (self); n > 0; n--)
    {
      int n_rows = (self->n_choices + n - 1) / n;

      if (measure_columns (self, (self->n_choices + n_rows - 1) / n_rows, &columns) <= width)
        break;
    }
  choice_picker_widen (&columns, width);
  return columns;
}

static int
get_row_height (KringChoicePicker *self, const Columns *columns, int first)
{
  int highest = 0;

  for (int i = first; i < MIN (first + columns->n, self->n_choices); i++)
    {
      int height;

      gtk_widget_measure (self->buttons[i], GTK_ORIENTATION_VERTICAL, columns->widths[i - first],
                          &height, NULL, NULL, NULL);
      highest = MAX (highest, height);
    }
  return highest;
}

static GtkSizeRequestMode
kring_choice_picker_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kring_choice_picker_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  KringChoicePicker *self = KRING_CHOICE_PICKER (widget);
  Columns columns;
  int widest = measure_columns (self, get_max_columns (self), &columns);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = widest;
      *minimum = measure_columns (self, 1, &columns);
      return;
    }
  columns = find_columns (self, for_size >= 0 ? for_size : widest);
  *minimum = 0;
  for (int i = 0; i < self->n_choices; i += columns.n)
    *minimum += get_row_height (self, &columns, i);
  *natural = *minimum;
}

static void
kring_choice_picker_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KringChoicePicker *self = KRING_CHOICE_PICKER (widget);
  Columns columns = find_columns (self, width);
  gboolean reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (int first = 0, y = 0; first < self->n_choices; first += columns.n)
    {
      int row_height = get_row_height (self, &columns, first);

      for (int i = first, x = 0; i < MIN (first + columns.n, self->n_choices); i++)
        {
          int own = columns.widths[i - first];
          GtkAllocation place = { reversed ? width - x - own : x, y, own, row_height };

          gtk_widget_size_allocate (self->buttons[i], &place, -1);
          x += own;
        }
      y += row_height;
    }
}

static void
kring_choice_picker_dispose (GObject *object)
{
  KringChoicePicker *self = KRING_CHOICE_PICKER (object);

  for (int i = 0; i < self->n_choices; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);
  self->n_choices = 0;
  G_OBJECT_CLASS (kring_choice_picker_parent_class)->dispose (object);
}

static void
kring_choice_picker_finalize (GObject *object)
{
  g_free (KRING_CHOICE_PICKER (object)->look);
  G_OBJECT_CLASS (kring_choice_picker_parent_class)->finalize (object);
}

static void
kring_choice_picker_class_init (KringChoicePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_choice_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = kring_choice_picker_finalize;
  widget_class->grab_focus = kring_choice_picker_grab_focus;
  widget_class->focus = kring_choice_picker_focus;
  widget_class->get_request_mode = kring_choice_picker_get_request_mode;
  widget_class->measure = kring_choice_picker_measure;
  widget_class->size_allocate = kring_choice_picker_size_allocate;
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
  self->choice = -1;
  kring_action_keys_add (GTK_WIDGET (self), KRING_USE_CHOICE, choice_picker_key_cb, self);
}

/* Short enough for a narrow column: what stands before a comma or colon says it all. */
static char *
dup_short (const char *label)
{
  return g_strndup (label, strcspn (label, ",:"));
}

static GtkWidget *
choice_picker_new_words (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Rings go by the names that this map gives them. */
static const char *
get_label (KringSession *session, const KringField *field, int choice)
{
  if (g_str_equal (field->name, KRING_F_RING) || g_str_equal (field->name, KRING_F_OWN_RING))
    return kring_map_get_ring_name (kring_session_get_map (session), (KringRing) choice);
  return kring_field_get_choice_label (field, choice);
}

static GtkWidget *
choice_picker_new_button (KringChoicePicker *self,
                          KringSession *session,
                          const Presentation *look,
                          int choice)
{
  const char *label = get_label (session, self->field, choice);
  g_autofree char *words = dup_short (label);
  g_autofree char *key = g_strdup_printf ("%d", choice + 1);
  g_autofree char *tip = look->keys ? g_strdup_printf ("%s (%s)", label, key) : g_strdup (label);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  if (look->width > 0)
    {
      GtkWidget *sample = kring_item_preview_new (session, look->width, look->height);

      kring_item_preview_show_sample (KRING_ITEM_PREVIEW (sample), self->kind, self->field, choice);
      gtk_box_append (GTK_BOX (box), sample);
      self->samples[choice] = sample;
    }
  if (look->words)
    gtk_box_append (GTK_BOX (box), choice_picker_new_words (words, "choice-words"));
  if (look->keys)
    gtk_box_append (GTK_BOX (box), choice_picker_new_words (key, "choice-key"));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
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

  g_return_val_if_fail (look != NULL, NULL);

  self = g_object_new (KRING_TYPE_CHOICE_PICKER, NULL);
  self->kind = kind;
  self->field = field;
  for (int i = 0; field->choices[i].name != NULL && i < CHOICES_MAX; i++)
    {
      GtkWidget *button = choice_picker_new_button (self, session, look, i);

      self->buttons[self->n_choices++] = button;
      g_signal_connect_object (button, "toggled", G_CALLBACK (choice_picker_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
    }
  return GTK_WIDGET (self);
}

/* Everything but its words and its place that decides how an item on the map is drawn. */
static char *
dup_look (KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  GString *look = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      GVariant *value = kring_item_get_value (item, &kind->fields[i]);
      g_autofree char *text = NULL;

      if (value == NULL || kring_field_is_text (&kind->fields[i]) ||
          kind->fields[i].refers_to != 0 ||
          kind->fields[i].flags & (KRING_FIELD_DRAWING | KRING_FIELD_KEPT))
        continue;
      text = g_variant_print (value, FALSE);
      g_string_append_printf (look, "%u %s ", i, text);
    }
  return g_string_free (look, FALSE);
}

/**
 * kring_choice_picker_set_item:
 * @item: (nullable): the one item that is chosen for
 *
 * Draws the samples as the map would draw @item with each choice. Ties are drawn apart, since one
 * choice hides the other.
 */
void
kring_choice_picker_set_item (KringChoicePicker *self, KringItem *item)
{
  g_autofree char *look = NULL;

  if (item != NULL && kring_item_get_kind (item)->group == KRING_GROUP_ENTITY)
    look = dup_look (item);
  if (g_strcmp0 (look, self->look) == 0)
    return;
  g_free (self->look);
  self->look = g_steal_pointer (&look);
  for (int i = 0; i < self->n_choices; i++)
    if (self->samples[i] != NULL)
      kring_item_preview_show_sample_of (KRING_ITEM_PREVIEW (self->samples[i]),
                                         self->look != NULL ? item : NULL, self->kind, self->field,
                                         i);
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
