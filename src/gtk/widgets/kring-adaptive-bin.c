/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-adaptive-bin.h"

#define MAX_STEPS 4
#define USUAL_DPI 96

struct _KringAdaptiveBin
{
  GtkWidget parent_instance;

  GtkWidget *child;     /* (owned) (nullable) */
  int steps[MAX_STEPS]; /* widths, rising */
  guint n_steps;
  guint step;     /* as told */
  guint new_step; /* as measured */
  guint idle_id;
  gboolean told; /* the first size was taken, so that what is shown has its own */
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_STEP,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KringAdaptiveBin,
                               kring_adaptive_bin,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static void
set_child (KringAdaptiveBin *self, GtkWidget *child)
{
  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/* How much larger letters are than they usually are; what stands in a row grows with them. */
static double
get_text_scale (GtkWidget *widget)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? MAX (dpi / 1024.0 / USUAL_DPI, 1) : 1;
}

static guint
adaptive_bin_find_step (KringAdaptiveBin *self, int width)
{
  double scale = get_text_scale (GTK_WIDGET (self));
  guint step = 0;

  while (step < self->n_steps && width >= self->steps[step] * scale)
    step++;

  return step;
}

static void
tell_step (KringAdaptiveBin *self)
{
  if (self->step == self->new_step)
    return;
  self->step = self->new_step;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

static gboolean
tell_step_cb (gpointer data)
{
  KringAdaptiveBin *self = data;

  self->idle_id = 0;
  self->told = TRUE;
  tell_step (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* What the window leaves between the margins around @widget, before anything has a size. */
static int
guess_width (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  int width = gtk_widget_get_width (root), height;

  if (width <= 0)
    gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  for (; widget != root; widget = gtk_widget_get_parent (widget))
    width -= gtk_widget_get_margin_start (widget) + gtk_widget_get_margin_end (widget);
  return width;
}

/* The first frame is laid out for the size that the window will have, not for the widest. */
static void
kring_adaptive_bin_realize (GtkWidget *widget)
{
  KringAdaptiveBin *self = KRING_ADAPTIVE_BIN (widget);
  int width;

  GTK_WIDGET_CLASS (kring_adaptive_bin_parent_class)->realize (widget);
  if (!GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    return;
  width = guess_width (widget);
  if (width <= 0)
    return;
  self->new_step = adaptive_bin_find_step (self, width);
  tell_step (self);
}

/* Nothing is shown in a size that it will not keep. */
static void
kring_adaptive_bin_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KringAdaptiveBin *self = KRING_ADAPTIVE_BIN (widget);

  if (self->told && self->child != NULL)
    gtk_widget_snapshot_child (widget, self->child, snapshot);
}

static void
kring_adaptive_bin_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  KringAdaptiveBin *self = KRING_ADAPTIVE_BIN (widget);
  int child_minimum = 0, child_natural = 0;

  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
  *minimum = 0;
  *natural = child_natural;
}

static void
kring_adaptive_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KringAdaptiveBin *self = KRING_ADAPTIVE_BIN (widget);
  int least_width = 0, least_height = 0;

  self->new_step = adaptive_bin_find_step (self, width);
  self->told |= self->new_step == self->step;
  if (self->new_step != self->step && self->idle_id == 0)
    self->idle_id = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, tell_step_cb, self, NULL);

  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL,
                      NULL);
  gtk_widget_allocate (self->child, width, MAX (height, least_height), baseline, NULL);
}

static void
kring_adaptive_bin_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KringAdaptiveBin *self = KRING_ADAPTIVE_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_STEP:
      g_value_set_uint (value, self->step);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kring_adaptive_bin_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHILD:
      set_child (KRING_ADAPTIVE_BIN (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kring_adaptive_bin_dispose (GObject *object)
{
  KringAdaptiveBin *self = KRING_ADAPTIVE_BIN (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (kring_adaptive_bin_parent_class)->dispose (object);
}

static void
kring_adaptive_bin_add_child (GtkBuildable *buildable,
                              GtkBuilder *builder,
                              GObject *child,
                              const char *type)
{
  if (GTK_IS_WIDGET (child))
    set_child (KRING_ADAPTIVE_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = kring_adaptive_bin_add_child;
}

static void
kring_adaptive_bin_class_init (KringAdaptiveBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kring_adaptive_bin_get_property;
  object_class->set_property = kring_adaptive_bin_set_property;
  object_class->dispose = kring_adaptive_bin_dispose;
  widget_class->measure = kring_adaptive_bin_measure;
  widget_class->size_allocate = kring_adaptive_bin_size_allocate;
  widget_class->realize = kring_adaptive_bin_realize;
  widget_class->snapshot = kring_adaptive_bin_snapshot;

  properties[PROP_CHILD] =
      g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STEP] = g_param_spec_uint ("step", NULL, NULL, 0, MAX_STEPS, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kring_adaptive_bin_init (KringAdaptiveBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * kring_adaptive_bin_set_steps:
 * @steps: (array length=n_steps): widths in pixels, rising
 *
 * Sets where the steps lie: below the first is step 0.
 */
void
kring_adaptive_bin_set_steps (KringAdaptiveBin *self, const int *steps, guint n_steps)
{
  g_return_if_fail (KRING_IS_ADAPTIVE_BIN (self));
  g_return_if_fail (n_steps <= MAX_STEPS);

  for (guint i = 0; i < n_steps; i++)
    self->steps[i] = steps[i];
  self->n_steps = n_steps;
  self->step = n_steps;
  self->new_step = n_steps;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * kring_adaptive_bin_get_step:
 *
 * Returns: the number of widths given to kring_adaptive_bin_set_steps () that are reached
 */
guint
kring_adaptive_bin_get_step (KringAdaptiveBin *self)
{
  g_return_val_if_fail (KRING_IS_ADAPTIVE_BIN (self), 0);

  return self->step;
}
