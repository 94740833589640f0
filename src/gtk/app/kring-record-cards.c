/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-record-cards.h"

#include "gtk/find/kring-ask-popover.h"
#include "gtk/lists/kring-task-section.h"
#include "gtk/records/kring-copy-bar.h"
#include "gtk/records/kring-copy-section.h"
#include "gtk/records/kring-signal-popover.h"
#include "gtk/records/kring-signal-section.h"
#include "gtk/records/kring-statement-popover.h"
#include "gtk/records/kring-statement-section.h"

struct _KringRecordCards
{
  GObject parent_instance;

  GtkWidget *place;                /* in the window that owns this; cards stand over it */
  KringSession *session;           /* (owned) */
  KringCatalogueStore *catalogues; /* (owned) */
  KringCanvas *canvas;             /* lives as long as @place */

  GtkWidget *copy_bar;          /* (owned) */
  GtkWidget *signal_section;    /* (nullable), owned by the inspector */
  GtkWidget *task_section;      /* (nullable), owned by the inspector */
  GtkWidget *signal_popover;    /* (owned) (nullable), made when first asked for */
  GtkWidget *ask_popover;       /* (owned) (nullable), made when first asked for */
  GtkWidget *statement_popover; /* (owned) (nullable), made when first asked for */
};

G_DEFINE_FINAL_TYPE (KringRecordCards, kring_record_cards, G_TYPE_OBJECT)

/* At the thing on the map; where the map is not seen, at what has the keyboard. */
static GtkWidget *
record_cards_find_place (KringRecordCards *self, GdkRectangle *at)
{
  GtkWidget *canvas = GTK_WIDGET (self->canvas);
  GtkWidget *parent = self->place;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (parent));
  graphene_rect_t bounds;

  if (gtk_widget_get_mapped (canvas))
    return canvas;
  *at =
      (GdkRectangle){ gtk_widget_get_width (parent) / 2, gtk_widget_get_height (parent) / 3, 1, 1 };
  if (focus != NULL && gtk_widget_compute_bounds (focus, parent, &bounds) &&
      bounds.size.height < gtk_widget_get_height (parent) / 3)
    *at = (GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  return parent;
}

/* The list of what was counted on the map, with the keyboard on it. */
static void
show_signals (KringRecordCards *self)
{
  g_object_set (gtk_widget_get_root (self->place), "show-details", TRUE, NULL);
  kring_signal_section_reveal (KRING_SIGNAL_SECTION (self->signal_section));
}

static void
ask_signal (KringRecordCards *self, GdkRectangle *at, GPtrArray *ids, gboolean protective)
{
  GtkWidget *parent = record_cards_find_place (self, at);

  if (self->signal_popover == NULL)
    self->signal_popover =
        g_object_ref_sink (kring_signal_popover_new (self->session, self->catalogues));
  kring_signal_popover_ask (KRING_SIGNAL_POPOVER (self->signal_popover), parent, at, ids,
                            protective);
}

static void
ask_question (KringRecordCards *self, GdkRectangle *at, GPtrArray *ids)
{
  GtkWidget *parent = record_cards_find_place (self, at);

  if (self->ask_popover == NULL)
    self->ask_popover = g_object_ref_sink (kring_ask_popover_new (self->session));
  kring_ask_popover_ask (KRING_ASK_POPOVER (self->ask_popover), parent, at, ids);
}

/* The questions and actions of what was clicked on, with the keyboard on them. */
static void
show_questions (KringRecordCards *self)
{
  g_object_set (gtk_widget_get_root (self->place), "show-details", TRUE, NULL);
  kring_task_section_reveal (KRING_TASK_SECTION (self->task_section));
}

static void
ask_statement (KringRecordCards *self, GdkRectangle *at, GPtrArray *ids)
{
  GtkWidget *parent = record_cards_find_place (self, at);

  if (self->statement_popover == NULL)
    self->statement_popover = g_object_ref_sink (kring_statement_popover_new (self->session));
  kring_statement_popover_ask (KRING_STATEMENT_POPOVER (self->statement_popover), parent, at, ids);
}

static void
ask_record_cb (KringRecordCards *self, const char *what, double x, double y)
{
  g_autoptr (GPtrArray) ids =
      kring_interaction_dup_targets (kring_canvas_get_interaction (self->canvas));
  GdkRectangle at = { x, y, 1, 1 };

  if (g_str_equal (what, "signals"))
    show_signals (self);
  else if (g_str_equal (what, "statement"))
    ask_statement (self, &at, ids);
  else if (g_str_equal (what, "questions"))
    show_questions (self);
  else if (g_str_equal (what, "question"))
    ask_question (self, &at, ids);
  else if (g_str_equal (what, "signal") || g_str_equal (what, "protective"))
    ask_signal (self, &at, ids, g_str_equal (what, "protective"));
}

static void
let_go (GtkWidget **popover)
{
  if (*popover != NULL && gtk_widget_get_parent (*popover) != NULL)
    gtk_widget_unparent (*popover);
  g_clear_object (popover);
}

static void
kring_record_cards_dispose (GObject *object)
{
  KringRecordCards *self = KRING_RECORD_CARDS (object);

  let_go (&self->signal_popover);
  let_go (&self->ask_popover);
  let_go (&self->statement_popover);
  g_clear_object (&self->copy_bar);
  g_clear_object (&self->catalogues);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_record_cards_parent_class)->dispose (object);
}

static void
kring_record_cards_class_init (KringRecordCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_record_cards_dispose;
}

static void
kring_record_cards_init (KringRecordCards *self)
{
}

/**
 * kring_record_cards_new:
 * @place: in the window that owns this; cards stand over it where @canvas is not seen
 * @session: of the map in that window
 * @catalogues: the signals that can be chosen from
 * @canvas: where it is asked for; cards stand at what is selected there
 *
 * Returns: (transfer full): the cards, none of them open
 */
KringRecordCards *
kring_record_cards_new (GtkWidget *place,
                        KringSession *session,
                        KringCatalogueStore *catalogues,
                        KringCanvas *canvas)
{
  KringRecordCards *self = g_object_new (KRING_TYPE_RECORD_CARDS, NULL);

  self->place = place;
  self->session = g_object_ref (session);
  self->catalogues = g_object_ref (catalogues);
  self->canvas = canvas;
  self->copy_bar = g_object_ref_sink (kring_copy_bar_new (session));
  g_signal_connect_object (kring_canvas_get_interaction (canvas), "ask-record",
                           G_CALLBACK (ask_record_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * kring_record_cards_add_sections:
 * @inspector: gets the signals, statements and tasks of what is selected, and the copies of the map
 */
void
kring_record_cards_add_sections (KringRecordCards *self, KringInspector *inspector)
{
  self->signal_section = kring_signal_section_new (self->session, self->catalogues);
  self->task_section = kring_task_section_new (self->session);
  kring_inspector_add_section (inspector, KRING_SECTION (self->signal_section));
  kring_inspector_add_section (inspector,
                               KRING_SECTION (kring_statement_section_new (self->session)));
  kring_inspector_add_section_below (inspector, KRING_SECTION (self->task_section));
  kring_inspector_add_section_below (inspector,
                                     KRING_SECTION (kring_copy_section_new (self->session)));
}

/**
 * kring_record_cards_place_copy_bar:
 * @page: in a box, and above it the bar
 *
 * Places the bar that asks who gets what was made; it says itself when it goes.
 */
void
kring_record_cards_place_copy_bar (KringRecordCards *self, GtkWidget *page)
{
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (page)), self->copy_bar,
                              gtk_widget_get_prev_sibling (page));
}

/**
 * kring_record_cards_get_copy_bar:
 *
 * Returns: (transfer none): the #KringCopyBar
 */
GtkWidget *
kring_record_cards_get_copy_bar (KringRecordCards *self)
{
  return self->copy_bar;
}

/**
 * kring_record_cards_ask_copy:
 * @made: what was made
 *
 * Asks who gets it. The young person's own view is for nobody else.
 */
void
kring_record_cards_ask_copy (KringRecordCards *self, const KringMade *made)
{
  g_autofree char *hash = made->hashes != NULL ? g_strjoinv (" ", made->hashes) : NULL;
  const KringNewCopy given = {
    .reader = (int) made->reader,
    .names = (int) MAX (made->names, kring_reader_get_fullest_names (made->reader)),
    .layers = kring_shared_form_get_label (made->form),
    .hash = hash,
    .secret = made->secret,
    .number = made->number,
  };

  if (made->asked)
    kring_copy_bar_ask (KRING_COPY_BAR (self->copy_bar), &given);
}

/**
 * kring_record_cards_close:
 *
 * Closes the card that is open, before the window asks something or goes: what stands on it is kept.
 */
void
kring_record_cards_close (KringRecordCards *self)
{
  GtkWidget *const cards[] = { self->signal_popover, self->ask_popover, self->statement_popover };

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    if (cards[i] != NULL && gtk_widget_get_visible (cards[i]))
      gtk_popover_popdown (GTK_POPOVER (cards[i]));
}
