/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-map-page.h"

#include "gtk/app/kring-pen-tray.h"
#include "gtk/app/kring-question-card.h"
#include "gtk/overlay/kring-legend-card.h"
#include "gtk/overlay/kring-zoom-bar.h"
#include "gtk/find/kring-filter-bar.h"
#include "gtk/layouts/kring-layout-card.h"
#include "gtk/widgets/kring-adaptive-bin.h"

/* From the corner of the map, in pixels. */
#define CORNER 16

/* Widths in pixels of the map at which the tray shows more, and what it shows. */
static const int map_steps[] = { 840, 976, 1216 };
static const KringTrayMode tray_modes[] = {
  KRING_TRAY_SINGLE,
  KRING_TRAY_MARKS,
  KRING_TRAY_SHORT,
  KRING_TRAY_FULL,
};

struct _KringMapPage
{
  AdwBin parent_instance;

  KringAdaptiveBin *room;
  GtkOverlay *overlay;
  KringCanvas *canvas;
  KringPenTray *tray;
  KringArranger *arranger; /* (owned), of the canvas */
  GtkWidget *zoom_bar;     /* owned by the overlay, as is the legend */
  GtkWidget *legend;
  GtkWidget *corner; /* box at the top left of what follows */
  GtkWidget *filter_bar, *layout_card, *question_card;
  gboolean narrow;        /* the window is */
  gboolean short_filters; /* the window has no room for the words of filters */
  gboolean showed_whole;  /* the whole map was in view before the step that is undone or redone */
};

enum
{
  PROP_0,
  PROP_SINGLE_KEYS,
};

enum
{
  INSPECT,
  LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringMapPage, kring_map_page, ADW_TYPE_BIN)

static void
map_page_fold (KringMapPage *self)
{
  guint step = kring_adaptive_bin_get_step (self->room);

  if (self->corner == NULL)
    return;
  kring_zoom_bar_set_narrow (KRING_ZOOM_BAR (self->zoom_bar), self->narrow);
  kring_layout_card_set_narrow (KRING_LAYOUT_CARD (self->layout_card), self->narrow);
  kring_question_card_set_narrow (KRING_QUESTION_CARD (self->question_card), self->narrow);
  kring_filter_bar_set_narrow (KRING_FILTER_BAR (self->filter_bar),
                               self->short_filters || step == 0);
  kring_pen_tray_set_mode (self->tray, tray_modes[step]);
}

static void
map_page_edit_cb (KringMapPage *self)
{
  g_signal_emit (self, signals[INSPECT], 0);
}

static void
map_page_leave_cb (KringMapPage *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

/* Chips take a line of their own. */
static void
map_page_hidden_changed_cb (KringMapPage *self, KringSession *session)
{
  gboolean filters = kring_filter_is_active (kring_session_get_filter (session));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->corner),
                                  filters ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/* What lies in the top left corner of the map: filters, and how it is laid out. */
static void
add_corner (KringMapPage *self, KringSession *session)
{
  self->corner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, CORNER / 2);
  self->arranger = kring_arranger_new (self->canvas);
  self->layout_card = kring_layout_card_new (self->canvas, self->arranger);
  self->question_card = kring_question_card_new (self->canvas, self->layout_card);
  self->filter_bar = kring_filter_bar_new (session);
  g_signal_connect_object (self->filter_bar, "leave", G_CALLBACK (map_page_leave_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_valign (self->filter_bar, GTK_ALIGN_START);
  gtk_widget_set_halign (self->question_card, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->corner), self->filter_bar);
  gtk_box_append (GTK_BOX (self->corner), self->question_card);
  gtk_widget_set_halign (self->corner, GTK_ALIGN_START);
  gtk_widget_set_valign (self->corner, GTK_ALIGN_START);
  gtk_widget_set_margin_start (self->corner, CORNER);
  gtk_widget_set_margin_top (self->corner, CORNER);
  gtk_overlay_add_overlay (self->overlay, self->corner);
  kring_canvas_add_cover (self->canvas, self->corner, self->corner);
  g_signal_connect_object (session, "hidden-changed", G_CALLBACK (map_page_hidden_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
kring_map_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KRING_MAP_PAGE (widget)->canvas));
}

static void
kring_map_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SINGLE_KEYS)
    kring_canvas_set_single_keys (KRING_MAP_PAGE (object)->canvas, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kring_map_page_dispose (GObject *object)
{
  g_clear_object (&KRING_MAP_PAGE (object)->arranger);
  G_OBJECT_CLASS (kring_map_page_parent_class)->dispose (object);
}

static void
kring_map_page_class_init (KringMapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = kring_map_page_set_property;
  object_class->dispose = kring_map_page_dispose;
  widget_class->grab_focus = kring_map_page_grab_focus;
  g_object_class_install_property (
      object_class, PROP_SINGLE_KEYS,
      g_param_spec_boolean ("single-keys", NULL, NULL, TRUE,
                            G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  signals[INSPECT] = g_signal_new ("inspect", KRING_TYPE_MAP_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[LEAVE] = g_signal_new ("leave", KRING_TYPE_MAP_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  g_type_ensure (KRING_TYPE_ADAPTIVE_BIN);
  g_type_ensure (KRING_TYPE_CANVAS);
  g_type_ensure (KRING_TYPE_PEN_TRAY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/kringkaart/Kring/kring-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KringMapPage, room);
  gtk_widget_class_bind_template_child (widget_class, KringMapPage, overlay);
  gtk_widget_class_bind_template_child (widget_class, KringMapPage, canvas);
  gtk_widget_class_bind_template_child (widget_class, KringMapPage, tray);
  gtk_widget_class_bind_template_callback (widget_class, map_page_fold);
}

static void
kring_map_page_init (KringMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kring_adaptive_bin_set_steps (self->room, map_steps, G_N_ELEMENTS (map_steps));
  g_signal_connect_object (self->canvas, "edit", G_CALLBACK (map_page_edit_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kring_map_page_new:
 *
 * Returns: (transfer floating): the map of @session
 */
GtkWidget *
kring_map_page_new (KringSession *session)
{
  KringMapPage *self = g_object_new (KRING_TYPE_MAP_PAGE, NULL);

  kring_canvas_set_tray (self->canvas, GTK_WIDGET (self->tray));
  kring_canvas_set_session (self->canvas, session);
  self->zoom_bar = kring_zoom_bar_new (self->canvas);
  self->legend = kring_legend_card_new (self->canvas);
  gtk_overlay_add_overlay (self->overlay, self->zoom_bar);
  kring_canvas_add_cover (self->canvas, self->zoom_bar,
                          kring_zoom_bar_get_card (KRING_ZOOM_BAR (self->zoom_bar)));
  gtk_overlay_add_overlay (self->overlay, self->legend);
  add_corner (self, session);
  kring_pen_tray_set_session (self->tray, session);
  kring_map_page_show_pen (self, kring_editor_get_pen (kring_session_get_editor (session)));
  return GTK_WIDGET (self);
}

KringCanvas *
kring_map_page_get_canvas (KringMapPage *self)
{
  return self->canvas;
}

GtkWidget *
kring_map_page_get_filter_bar (KringMapPage *self)
{
  return self->filter_bar;
}

/**
 * kring_map_page_set_fold:
 * @narrow: what lies over the map has to be small
 * @short_filters: filters have no room for words, however wide the map is
 */
void
kring_map_page_set_fold (KringMapPage *self, gboolean narrow, gboolean short_filters)
{
  self->narrow = narrow;
  self->short_filters = short_filters;
  map_page_fold (self);
}

void
kring_map_page_show_pen (KringMapPage *self, KringParty pen)
{
  kring_pen_tray_show_pen (self->tray, pen);
}

void
kring_map_page_toggle_legend (KringMapPage *self)
{
  KringLegendCard *legend = KRING_LEGEND_CARD (self->legend);

  kring_legend_card_set_open (legend, !kring_legend_card_get_open (legend));
}

void
kring_map_page_open_questions (KringMapPage *self)
{
  kring_question_card_open_menu (KRING_QUESTION_CARD (self->question_card));
}

void
kring_map_page_open_layouts (KringMapPage *self)
{
  kring_layout_card_open_menu (KRING_LAYOUT_CARD (self->layout_card));
}

/**
 * kring_map_page_ask_news:
 *
 * Shows what is new since the last meeting.
 */
void
kring_map_page_ask_news (KringMapPage *self)
{
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

  kring_question_card_ask (KRING_QUESTION_CARD (self->question_card), KRING_QUESTION_NEW, nobody);
}

/**
 * kring_map_page_hold_places:
 *
 * Remembers where everything is seen, for kring_map_page_glide() after a step was undone or redone.
 */
void
kring_map_page_hold_places (KringMapPage *self)
{
  self->showed_whole = kring_canvas_shows_whole (self->canvas);
  kring_canvas_hold_places (self->canvas);
}

/**
 * kring_map_page_glide:
 *
 * Lets everything slide from where kring_map_page_hold_places() saw it to where it stands now. Where
 * the whole map was seen, it still is.
 */
void
kring_map_page_glide (KringMapPage *self)
{
  if (self->showed_whole)
    kring_canvas_zoom_to_fit (self->canvas);
  kring_canvas_glide (self->canvas);
}

/**
 * kring_map_page_end_trial:
 *
 * Returns: whether an arrangement was being made or tried, which is over now
 */
gboolean
kring_map_page_end_trial (KringMapPage *self)
{
  return kring_arranger_cancel (self->arranger);
}

/**
 * kring_map_page_cancel:
 *
 * Takes one layer off the map and gives it the keyboard.
 *
 * Returns: whether there was a layer
 */
gboolean
kring_map_page_cancel (KringMapPage *self)
{
  if (!kring_interaction_cancel (kring_canvas_get_interaction (self->canvas)))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  return TRUE;
}
