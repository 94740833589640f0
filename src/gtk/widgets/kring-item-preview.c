/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-item-preview.h"

#include "map/edit/kring-commands.h"
#include "picture/marks/kring-badge.h"
#include "picture/render/kring-measurer.h"
#include "picture/render/kring-painter.h"
#include "picture/scene/kring-scene.h"

#include <adwaita.h>
#include <string.h>

/* Half of what a tie leaves free at both ends: the person and the air around it, in map units. */
#define TIE_END 31.0
#define MARGIN 1.0
/* For whom a signal is, at the corner of its mark. */
#define LOCK 13.0
#define LOCK_ASIDE 10.0
#define LOCK_BELOW 6.0

struct _KringItemPreview
{
  GtkWidget parent_instance;

  KringSession *session; /* (owned) */
  GtkWidget *icon;       /* (owned) for kinds without a sign of their own */
  int width;             /* in pixels */
  int height;
  const KringKind *kind;   /* (nullable): nothing is shown */
  const KringField *field; /* (nullable): of which a sample is shown */
  int choice;
  KringItem *item;    /* (owned) (nullable): what is shown, or nothing but a sample */
  gboolean is_centre; /* of the map */
  KringScene *scene;  /* (owned) (nullable): made when first drawn */
  KringFonts *fonts;  /* (owned) (nullable): since the sign was first made */
  KringFamily family; /* of a signal */
  gboolean undergone; /* it is about what happens to the person */
  GPtrArray *badge;   /* (owned) (nullable) (element-type KringShape), of a signal */
};

G_DEFINE_FINAL_TYPE (KringItemPreview, kring_item_preview, GTK_TYPE_WIDGET)

static gboolean
has_sign (const KringKind *kind)
{
  return kind->group == KRING_GROUP_BETWEEN ||
         (kind->group == KRING_GROUP_ENTITY && kind->id != KRING_KIND_GROUP);
}

static const char *
get_icon_name (const KringKind *kind)
{
  static const char *const names[KRING_N_KINDS] = {
    [KRING_KIND_GROUP] = "kring-group-symbolic",
    [KRING_KIND_PARTICIPANT] = "kring-person-symbolic",
    [KRING_KIND_STATEMENT] = "kring-quote-symbolic",
    [KRING_KIND_TASK] = "kring-question-symbolic",
    [KRING_KIND_COPY] = "kring-share-symbolic",
    [KRING_KIND_MEETING] = "kring-group-symbolic",
    [KRING_KIND_CASE] = "kring-info-symbolic",
  };

  return names[kind->id];
}

/* Everything that can be seen of the item, but no words and nothing that ties it to others. */
static void
copy_look (KringEditor *editor, const char *id, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      GVariant *value = kring_item_get_value (item, field);

      if (value == NULL || kring_field_is_text (field) ||
          (field->flags & (KRING_FIELD_DRAWING | KRING_FIELD_KEPT)) || field->refers_to != 0)
        continue;
      kring_edit_set_one (editor, id, field->name, value, NULL);
    }
}

/* The item of which the shapes are shown, on a map of its own. */
static const char *
item_preview_fill_map (KringItemPreview *self, KringEditor *editor)
{
  double length = self->width + 2 * TIE_END;
  KringItem *from, *to, *item;

  if (self->kind->id == KRING_KIND_TIE &&
      (self->field == NULL || strcmp (self->field->name, KRING_F_PARTY) != 0))
    {
      from = kring_edit_add (editor, KRING_KIND_PERSON, NULL, KRING_POINT_INIT (0, 0));
      to = kring_edit_add (editor, KRING_KIND_PERSON, NULL, KRING_POINT_INIT (length, 0));
      item = kring_edit_add_tie (editor, kring_item_get_id (from), kring_item_get_id (to), NULL,
                                 KRING_CERTAINTY_CONFIRMED, NULL);
    }
  else
    {
      KringKindId kind = has_sign (self->kind) && self->kind->id != KRING_KIND_TIE
                             ? self->kind->id
                             : KRING_KIND_PERSON;

      item = kring_edit_add (editor, kind, NULL, KRING_POINT_INIT (0, 0));
      if (self->is_centre)
        kring_edit_set_centre (editor, kring_item_get_id (item));
    }
  if (item == NULL)
    return NULL;
  if (self->item != NULL)
    copy_look (editor, kring_item_get_id (item), self->item);
  if (self->field != NULL)
    kring_edit_set_one (editor, kring_item_get_id (item), self->field->name,
                        g_variant_new_string (self->field->choices[self->choice].name), NULL);
  return kring_item_get_id (item);
}

static void
ensure_fonts (KringItemPreview *self)
{
  if (self->fonts == NULL)
    self->fonts = kring_fonts_ref_for (G_OBJECT (self->session));
}

static void
ensure_scene (KringItemPreview *self)
{
  g_autoptr (KringMap) map = NULL;
  g_autoptr (KringEditor) editor = NULL;
  KringTextMeasurer measurer;
  const KringSceneOptions options = KRING_SCENE_OPTIONS_SCREEN;

  if (self->scene != NULL)
    return;
  map = kring_map_new ();
  editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  kring_editor_set_pen (editor, KRING_PARTY_NONE);
  ensure_fonts (self);
  measurer = kring_measurer_for_fonts (self->fonts);
  g_object_set_data_full (G_OBJECT (map), "kring-preview-id",
                          g_strdup (item_preview_fill_map (self, editor)), g_free);
  self->scene = kring_scene_new (map, &options, &measurer);
}

static gboolean
item_preview_is_wanted (KringItemPreview *self, const KringShape *shape, const char *id)
{
  gboolean is_mark = self->field != NULL && strcmp (self->field->name, KRING_F_PARTY) == 0;

  if (g_strcmp0 (shape->id, id) != 0)
    return FALSE;
  if (is_mark)
    return shape->part == KRING_PART_ORIGIN;
  if (shape->part == KRING_PART_LOCK)
    return self->field == NULL;
  /* A sample has no words of its own; what stands at its label is a sign, such as "?". */
  if (shape->part == KRING_PART_LABEL)
    return self->field != NULL && self->kind->id == KRING_KIND_TIE;
  return shape->part == KRING_PART_BODY || shape->part == KRING_PART_NONE;
}

static KringComponent
item_preview_get_part (KringFamily family)
{
  if (family == KRING_FAMILY_VULNERABILITY)
    return KRING_PART_VULNERABILITY;
  return family == KRING_FAMILY_PROTECTIVE ? KRING_PART_PROTECTIVE : KRING_PART_RISK;
}

/* A signal is the badge that counts it, without a number. */
static gboolean
is_badge (KringItemPreview *self)
{
  return self->kind->id == KRING_KIND_SIGNAL &&
         (self->field == NULL || strcmp (self->field->name, KRING_F_FAMILY) == 0);
}

static void
ensure_badge (KringItemPreview *self)
{
  KringSketch sketch = { 0 };
  KringTextMeasurer measurer;
  KringBadgeCount sign = { 0 };
  KringLock lock = self->item != NULL ? kring_badge_get_lock (self->item) : KRING_LOCK_NONE;

  if (self->badge != NULL)
    return;
  ensure_fonts (self);
  measurer = kring_measurer_for_fonts (self->fonts);
  self->badge = kring_shapes_new ();
  sketch.shapes = self->badge;
  sketch.measurer = &measurer;
  sign.family = item_preview_get_part (self->family);
  sign.undergone = self->undergone;
  kring_badge_draw_count (&sketch, &sign, KRING_POINT_INIT (0, 0), KRING_BADGE_COUNT);
  if (lock != KRING_LOCK_NONE)
    kring_badge_draw_lock (&sketch, lock, KRING_POINT_INIT (-LOCK_ASIDE, LOCK_BELOW), LOCK);
}

/* (transfer container): the shapes of the sign alone, and what they cover. */
static GPtrArray *
dup_shapes (KringItemPreview *self, KringRect *bounds)
{
  GPtrArray *all, *wanted;
  const char *id;

  if (is_badge (self))
    {
      ensure_badge (self);
      *bounds = kring_shapes_get_bounds (self->badge);
      return g_ptr_array_ref (self->badge);
    }
  ensure_scene (self);
  all = kring_scene_get_shapes (self->scene);
  wanted = g_ptr_array_new ();
  id = g_object_get_data (G_OBJECT (kring_scene_get_map (self->scene)), "kring-preview-id");
  *bounds = KRING_RECT_INIT (0, 0, 0, 0);
  for (guint i = 0; i < all->len; i++)
    {
      KringShape *shape = g_ptr_array_index (all, i);

      if (!item_preview_is_wanted (self, shape, id))
        continue;
      *bounds = wanted->len == 0 ? shape->bounds : kring_rect_union (*bounds, shape->bounds);
      g_ptr_array_add (wanted, shape);
    }
  return wanted;
}

static const KringTheme *
item_preview_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return kring_theme_for_screen (adw_style_manager_get_dark (manager),
                                 adw_style_manager_get_high_contrast (manager));
}

static void
kring_item_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KringItemPreview *self = KRING_ITEM_PREVIEW (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GPtrArray) shapes = NULL;
  KringPaint paint = { 0 };
  KringRect bounds;
  double scale;
  cairo_t *cr;

  if (gtk_widget_get_visible (self->icon))
    {
      gtk_widget_snapshot_child (widget, self->icon, snapshot);
      return;
    }
  if (self->kind == NULL)
    return;
  shapes = dup_shapes (self, &bounds);
  if (shapes->len == 0)
    return;
  bounds = kring_rect_grow (bounds, MARGIN);
  scale = MIN (1, MIN (width / bounds.width, height / bounds.height));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, width / 2, height / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.x - bounds.width / 2, -bounds.y - bounds.height / 2);
  paint.theme = item_preview_get_theme ();
  paint.fonts = self->fonts;
  kring_painter_paint (cr, shapes, &paint);
  cairo_destroy (cr);
}

static void
kring_item_preview_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  KringItemPreview *self = KRING_ITEM_PREVIEW (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
  if (gtk_widget_get_visible (self->icon))
    gtk_widget_measure (self->icon, orientation, -1, NULL, NULL, NULL, NULL);
}

static void
kring_item_preview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KringItemPreview *self = KRING_ITEM_PREVIEW (widget);

  if (gtk_widget_get_visible (self->icon))
    gtk_widget_allocate (self->icon, width, height, -1, NULL);
}

static void
kring_item_preview_dispose (GObject *object)
{
  KringItemPreview *self = KRING_ITEM_PREVIEW (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->badge, g_ptr_array_unref);
  g_clear_object (&self->scene);
  g_clear_pointer (&self->fonts, kring_fonts_unref);
  g_clear_object (&self->item);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_item_preview_parent_class)->dispose (object);
}

static void
kring_item_preview_class_init (KringItemPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_item_preview_dispose;
  widget_class->snapshot = kring_item_preview_snapshot;
  widget_class->measure = kring_item_preview_measure;
  widget_class->size_allocate = kring_item_preview_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "sign");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
kring_item_preview_init (KringItemPreview *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->icon = gtk_image_new ();
  gtk_widget_set_visible (self->icon, FALSE);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/**
 * kring_item_preview_new: (constructor)
 * @session: whose items are shown
 * @width: in pixels; the sign is made smaller to fit, never larger than on the map
 * @height: in pixels
 *
 * Returns: (transfer floating): a sign that shows nothing yet
 */
GtkWidget *
kring_item_preview_new (KringSession *session, int width, int height)
{
  KringItemPreview *self = g_object_new (KRING_TYPE_ITEM_PREVIEW, NULL);

  self->session = g_object_ref (session);
  self->width = width;
  self->height = height;
  return GTK_WIDGET (self);
}

static void
item_preview_show (KringItemPreview *self,
                   const KringKind *kind,
                   const KringField *field,
                   int choice)
{
  const char *icon = kind != NULL && field == NULL ? get_icon_name (kind) : NULL;

  self->kind = kind;
  self->field = field;
  self->choice = choice;
  g_clear_object (&self->scene);
  g_clear_pointer (&self->badge, g_ptr_array_unref);
  gtk_widget_set_visible (self->icon, icon != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * kring_item_preview_show_item:
 * @item: (nullable): what is shown as it is now; call again when it changed
 */
void
kring_item_preview_show_item (KringItemPreview *self, KringItem *item)
{
  g_set_object (&self->item, item);
  self->is_centre =
      item != NULL && kring_map_is_centre (kring_session_get_map (self->session), item);
  if (item != NULL && kring_item_is (item, KRING_KIND_SIGNAL))
    {
      self->family = kring_item_get_choice (item, KRING_F_FAMILY);
      self->undergone = kring_map_is_undergone (kring_session_get_map (self->session), item);
    }
  item_preview_show (self, item != NULL ? kring_item_get_kind (item) : NULL, NULL, -1);
}

/**
 * kring_item_preview_show_signal:
 * @undergone: whether it is about what happens to the person it will hang on
 *
 * Shows how a signal of @family will be marked.
 */
void
kring_item_preview_show_signal (KringItemPreview *self, KringFamily family, gboolean undergone)
{
  const KringKind *kind = kring_kind_get (KRING_KIND_SIGNAL);

  kring_item_preview_show_sample (self, kind, kring_kind_find_field (kind, KRING_F_FAMILY), family);
  self->undergone = undergone;
}

/**
 * kring_item_preview_show_sample:
 * @kind: the kind of item to draw with
 * @field: a field of @kind with choices
 * @choice: the choice that is drawn
 */
void
kring_item_preview_show_sample (KringItemPreview *self,
                                const KringKind *kind,
                                const KringField *field,
                                int choice)
{
  kring_item_preview_show_sample_of (self, NULL, kind, field, choice);
}

/**
 * kring_item_preview_show_sample_of:
 * @item: (nullable): an item of @kind that the sample looks like in everything but @field
 * @kind: the kind of item to draw with
 * @field: a field of @kind with choices
 * @choice: the choice that is drawn
 */
void
kring_item_preview_show_sample_of (KringItemPreview *self,
                                   KringItem *item,
                                   const KringKind *kind,
                                   const KringField *field,
                                   int choice)
{
  g_set_object (&self->item, item);
  self->is_centre =
      item != NULL && kring_map_is_centre (kring_session_get_map (self->session), item);
  if (kind->id == KRING_KIND_SIGNAL && strcmp (field->name, KRING_F_FAMILY) == 0)
    {
      self->family = choice;
      self->undergone = FALSE;
    }
  item_preview_show (self, kind, field, choice);
}
