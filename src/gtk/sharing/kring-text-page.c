/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-text-page.h"

#include "gtk/sharing/kring-text-row.h"
#include "gtk/widgets/kring-form.h"
#include "gtk/widgets/kring-spoken.h"

#include <glib/gi18n-lib.h>

/* Of the choice for all. */
#define EACH_BY_ITSELF 0

struct _KringTextPage
{
  GtkBox parent_instance;

  GListStore *lines;   /* (owned) (element-type KringTextLine) */
  GHashTable *settled; /* (owned) (element-type utf8 KringSettling): by the keys of texts */
  gboolean showing;    /* what was settled already; nobody chooses it now */

  GtkNoSelection *selection;
  GtkDropDown *all_menu; /* each by itself, then in the order of KringSettling */
};

enum
{
  CHANGED,
  SHOW_ITEM,
  BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringTextPage, kring_text_page, GTK_TYPE_BOX)

static KringTextLine *
get_line (KringTextPage *self, guint position)
{
  g_autoptr (KringTextLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);

  return line; /* the list has it */
}

static guint
count_lines (KringTextPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->lines));
}

/* What is the same for all, or that it is not. */
static void
show_all (KringTextPage *self)
{
  guint n = count_lines (self);
  KringSettling settling =
      n > 0 ? kring_text_line_get_settling (get_line (self, 0)) : KRING_SETTLE_USUAL;

  for (guint i = 1; i < n; i++)
    if (kring_text_line_get_settling (get_line (self, i)) != settling)
      settling = KRING_SETTLE_USUAL;
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->all_menu, settling);
  self->showing = FALSE;
}

static void
settled_cb (KringTextPage *self, GParamSpec *spec, KringTextLine *line)
{
  if (self->showing)
    return;
  g_hash_table_insert (self->settled, g_strdup (kring_text_line_get_key (line)),
                       GINT_TO_POINTER (kring_text_line_get_settling (line)));
  show_all (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
text_page_all_chosen_cb (KringTextPage *self)
{
  KringSettling settling = gtk_drop_down_get_selected (self->all_menu);

  if (self->showing || settling == EACH_BY_ITSELF)
    return;
  self->showing = TRUE;
  for (guint i = 0; i < count_lines (self); i++)
    {
      KringTextLine *line = get_line (self, i);

      kring_text_line_set_settling (line, settling);
      g_hash_table_insert (self->settled, g_strdup (kring_text_line_get_key (line)),
                           GINT_TO_POINTER (settling));
    }
  self->showing = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
text_page_back_cb (KringTextPage *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
text_page_activated_cb (KringTextPage *self, guint position)
{
  g_signal_emit (self, signals[SHOW_ITEM], 0, kring_text_line_get_id (get_line (self, position)));
}

static gboolean
kring_text_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KRING_TEXT_PAGE (widget)->all_menu));
}

static void
kring_text_page_finalize (GObject *object)
{
  KringTextPage *self = KRING_TEXT_PAGE (object);

  g_object_unref (self->lines);
  g_hash_table_unref (self->settled);
  G_OBJECT_CLASS (kring_text_page_parent_class)->finalize (object);
}

static void
kring_text_page_class_init (KringTextPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KRING_TYPE_TEXT_ROW);
  G_OBJECT_CLASS (klass)->finalize = kring_text_page_finalize;
  widget_class->grab_focus = kring_text_page_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", KRING_TYPE_TEXT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW_ITEM] = g_signal_new ("show-item", KRING_TYPE_TEXT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[BACK] = g_signal_new ("back", KRING_TYPE_TEXT_PAGE, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  kring_form_use (widget_class, "kring-text-page");
  gtk_widget_class_bind_template_child (widget_class, KringTextPage, selection);
  gtk_widget_class_bind_template_child (widget_class, KringTextPage, all_menu);
  gtk_widget_class_bind_template_callback (widget_class, text_page_all_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_page_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_page_activated_cb);
}

static void
kring_text_page_init (KringTextPage *self)
{
  self->lines = g_list_store_new (KRING_TYPE_TEXT_LINE);
  self->settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->lines));
  kring_spoken_name_menu (self->all_menu, _ ("All texts"));
}

static void
add_lines (KringTextPage *self, KringMap *map, GPtrArray *mentions, GPtrArray *lines)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      KringTextLine *line = kring_text_line_new (map, g_ptr_array_index (mentions, i));

      g_signal_connect_object (line, "notify::settling", G_CALLBACK (settled_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (lines, line);
    }
}

/* Whether these say the same; then the keyboard may stay in them. */
static gboolean
text_page_is_same (KringTextPage *self, GPtrArray *lines)
{
  if (lines->len != count_lines (self))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (!kring_text_line_is_same (get_line (self, i), g_ptr_array_index (lines, i)))
      return FALSE;
  return TRUE;
}

/**
 * kring_text_page_show:
 * @map: the whole map
 * @report: which texts tell a name, and what becomes of them
 */
void
kring_text_page_show (KringTextPage *self, KringMap *map, const KringShareReport *report)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  add_lines (self, map, report->mentions, lines);
  add_lines (self, map, report->shown, lines);
  if (!text_page_is_same (self, lines))
    g_list_store_splice (self->lines, 0, count_lines (self), lines->pdata, lines->len);
  else
    {
      self->showing = TRUE;
      for (guint i = 0; i < lines->len; i++)
        kring_text_line_set_settling (get_line (self, i),
                                      kring_text_line_get_settling (lines->pdata[i]));
      self->showing = FALSE;
    }
  show_all (self);
}

/**
 * kring_text_page_forget:
 *
 * What was settled for one reader is not settled for another.
 */
void
kring_text_page_forget (KringTextPage *self)
{
  g_hash_table_remove_all (self->settled);
}

/**
 * kring_text_page_get_settled:
 *
 * Returns: (transfer none) (element-type utf8 KringSettling): what becomes of texts, by their keys
 */
GHashTable *
kring_text_page_get_settled (KringTextPage *self)
{
  return self->settled;
}
