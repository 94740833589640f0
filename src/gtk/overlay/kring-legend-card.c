/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/overlay/kring-legend-card.h"

#include "picture/notation/kring-legend.h"
#include "picture/render/kring-measurer.h"
#include "picture/render/kring-painter.h"
#include "picture/youth/kring-youth-beside.h"

#include <glib/gi18n.h>

#define CARD_WIDTH 300
/* Around the legend in its card, and around the card, in pixels. */
#define MARGIN 16
#define TRAY_ROOM 36 /* between the button and the card, which stands higher than the tray */
#define CARD_HEIGHT_MAX 520
/* What lies at the top of the map. */
#define TOP 68

struct _KringLegendCard
{
  AdwBin parent_instance;

  KringCanvas *canvas;   /* (not owned), outlives it in the same overlay */
  KringMap *map;         /* (owned) (nullable) whose legend it is */
  GSignalGroup *watched; /* (owned): that map */
  KringFonts *fonts;     /* (owned) (nullable) of the session, once it was opened */
  GPtrArray *shapes;     /* (owned) (nullable) (element-type KringShape) */
  GtkToggleButton *button;
  GtkRevealer *revealer;
  GtkDrawingArea *area;
};

G_DEFINE_FINAL_TYPE (KringLegendCard, kring_legend_card, ADW_TYPE_BIN)

static void
legend_card_draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  KringLegendCard *self = data;
  AdwStyleManager *manager = adw_style_manager_get_default ();
  KringPaint paint = { .theme =
                           kring_theme_for_screen (adw_style_manager_get_dark (manager),
                                                   adw_style_manager_get_high_contrast (manager)),
                       .fonts = self->fonts };

  if (self->shapes == NULL)
    return;
  cairo_translate (cr, MARGIN, MARGIN);
  kring_painter_paint (cr, self->shapes, &paint);
}

static gboolean
is_beside (KringLegendCard *self)
{
  GActionGroup *actions = G_ACTION_GROUP (kring_canvas_get_actions (self->canvas));
  g_autoptr (GVariant) state = g_action_group_get_action_state (actions, "beside");

  return state != NULL && g_variant_get_boolean (state) && kring_youth_has_rings (self->map);
}

static void
legend_card_update (KringLegendCard *self)
{
  double height = 0;

  g_clear_pointer (&self->shapes, g_ptr_array_unref);
  if (self->map != NULL)
    {
      KringTextMeasurer measurer = kring_measurer_for_fonts (self->fonts);

      const KringLegendSetup setup = { &measurer, KRING_LEGEND_COLUMN, CARD_WIDTH - 2 * MARGIN,
                                       FALSE };

      self->shapes = kring_legend_dup_shapes (self->map, &setup, &height);
      if (is_beside (self))
        height = kring_youth_add_legend (self->shapes, &measurer, height);
    }
  gtk_drawing_area_set_content_height (self->area, ceil (height) + 2 * MARGIN);
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}

static void
legend_card_map_changed_cb (KringLegendCard *self)
{
  if (kring_legend_card_get_open (self))
    legend_card_update (self);
}

/* The canvas may have got another map since. */
static void
follow_canvas (KringLegendCard *self)
{
  KringSession *session = kring_canvas_get_session (self->canvas);
  KringMap *map = session != NULL ? kring_session_get_map (session) : NULL;

  if (map == self->map)
    return;
  g_set_object (&self->map, map);
  g_signal_group_set_target (self->watched, map);
  g_clear_pointer (&self->shapes, g_ptr_array_unref);
  g_clear_pointer (&self->fonts, kring_fonts_unref);
  if (map == NULL)
    return;
  self->fonts = kring_fonts_ref_for (G_OBJECT (session));
}

/* Over the open card it would lie on the last row. */
static void
legend_card_show_hint (KringLegendCard *self, gboolean show)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button),
                               show ? _ ("Legend (Ctrl+Shift+K)") : NULL);
}

static void
legend_card_toggled_cb (KringLegendCard *self)
{
  gboolean open = gtk_toggle_button_get_active (self->button);

  if (open)
    {
      follow_canvas (self);
      legend_card_update (self);
    }
  if (open)
    gtk_widget_set_visible (GTK_WIDGET (self->revealer), TRUE);
  legend_card_show_hint (self, !open);
  gtk_revealer_set_reveal_child (self->revealer, open);
}

/* A card that is gone takes no clicks of the map. */
static void
revealed_cb (KringLegendCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->revealer),
                          gtk_toggle_button_get_active (self->button) ||
                              gtk_revealer_get_child_revealed (self->revealer));
}

static void
kring_legend_card_dispose (GObject *object)
{
  KringLegendCard *self = KRING_LEGEND_CARD (object);

  g_clear_object (&self->watched);
  g_clear_object (&self->map);
  G_OBJECT_CLASS (kring_legend_card_parent_class)->dispose (object);
}

static void
kring_legend_card_finalize (GObject *object)
{
  KringLegendCard *self = KRING_LEGEND_CARD (object);

  g_clear_pointer (&self->shapes, g_ptr_array_unref);
  g_clear_pointer (&self->fonts, kring_fonts_unref);
  G_OBJECT_CLASS (kring_legend_card_parent_class)->finalize (object);
}

static void
kring_legend_card_class_init (KringLegendCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_legend_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = kring_legend_card_finalize;
}

static GtkWidget *
legend_card_make_card (KringLegendCard *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->area = GTK_DRAWING_AREA (gtk_drawing_area_new ());
  gtk_drawing_area_set_content_width (self->area, CARD_WIDTH);
  gtk_drawing_area_set_draw_func (self->area, legend_card_draw_cb, self, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), CARD_HEIGHT_MAX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->area));
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);
  gtk_widget_add_css_class (scrolled, "kring-card");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  return scrolled;
}

static void
kring_legend_card_init (KringLegendCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, TRAY_ROOM);

  self->watched = g_signal_group_new (KRING_TYPE_MAP);
  g_signal_group_connect_swapped (self->watched, "changed", G_CALLBACK (legend_card_map_changed_cb),
                                  self);
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (self->revealer, legend_card_make_card (self));
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), FALSE);
  g_signal_connect_swapped (self->revealer, "notify::child-revealed", G_CALLBACK (revealed_cb),
                            self);
  self->button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_icon_name (GTK_BUTTON (self->button), "kring-legend-symbolic");
  legend_card_show_hint (self, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "kring-card");
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  g_signal_connect_swapped (self->button, "toggled", G_CALLBACK (legend_card_toggled_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->revealer));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_margin_start (GTK_WIDGET (self), MARGIN);
  gtk_widget_set_margin_top (GTK_WIDGET (self), TOP);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), MARGIN);
}

/**
 * kring_legend_card_new: (constructor)
 * @canvas: whose map it explains
 *
 * Returns: (transfer floating): a closed card to lay over @canvas
 */
GtkWidget *
kring_legend_card_new (KringCanvas *canvas)
{
  KringLegendCard *self = g_object_new (KRING_TYPE_LEGEND_CARD, NULL);

  self->canvas = canvas;
  g_signal_connect_object (kring_canvas_get_actions (canvas), "action-state-changed::beside",
                           G_CALLBACK (legend_card_map_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * kring_legend_card_set_open:
 * @open: whether the card is shown above its button
 */
void
kring_legend_card_set_open (KringLegendCard *self, gboolean open)
{
  gtk_toggle_button_set_active (self->button, open);
}

/**
 * kring_legend_card_get_open:
 *
 * Returns: whether the card is shown, or on its way
 */
gboolean
kring_legend_card_get_open (KringLegendCard *self)
{
  return gtk_toggle_button_get_active (self->button);
}
