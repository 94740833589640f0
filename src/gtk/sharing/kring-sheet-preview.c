/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-sheet-preview.h"

#include "gtk/widgets/kring-form.h"

#include <glib/gi18n.h>

#define PREVIEW_MARGIN 24.0

struct _KringSheetPreview
{
  GtkBox parent_instance;

  KringExport *export; /* (owned) (nullable) */
  guint sheet;         /* that is shown, from 0 */
  GtkDrawingArea *area;
  GtkWidget *turner;
  GtkLabel *sheet_label;
  GtkWidget *back_button;
  GtkWidget *forward_button;
};

G_DEFINE_FINAL_TYPE (KringSheetPreview, kring_sheet_preview, GTK_TYPE_BOX)

static void
show_sheet (KringSheetPreview *self, guint sheet)
{
  guint n_sheets = kring_export_get_n_sheets (self->export);
  g_autofree char *text = NULL;

  self->sheet = MIN (sheet, n_sheets - 1);
  /* Translators: which sheet of an export the preview shows */
  text = g_strdup_printf (_ ("Sheet %u of %u"), self->sheet + 1, n_sheets);
  gtk_label_set_text (self->sheet_label, text);
  gtk_widget_set_visible (self->turner, n_sheets > 1);
  gtk_widget_set_sensitive (self->back_button, self->sheet > 0);
  gtk_widget_set_sensitive (self->forward_button, self->sheet + 1 < n_sheets);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}

static void
sheet_preview_back_cb (KringSheetPreview *self)
{
  show_sheet (self, self->sheet - 1);
}

static void
sheet_preview_forward_cb (KringSheetPreview *self)
{
  show_sheet (self, self->sheet + 1);
}

static void
sheet_preview_draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  KringSheetPreview *self = data;
  KringRect sheet;
  double scale;

  if (self->export == NULL)
    return;

  sheet = kring_export_get_sheet (self->export, self->sheet);
  scale = MIN ((width - 2 * PREVIEW_MARGIN) / sheet.width,
               (height - 2 * PREVIEW_MARGIN) / sheet.height);
  if (scale <= 0)
    return;
  cairo_translate (cr, (width - sheet.width * scale) / 2, (height - sheet.height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, sheet.width, sheet.height);
  cairo_clip (cr);
  kring_export_paint (self->export, self->sheet, cr);
}

static void
kring_sheet_preview_dispose (GObject *object)
{
  g_clear_object (&KRING_SHEET_PREVIEW (object)->export);
  G_OBJECT_CLASS (kring_sheet_preview_parent_class)->dispose (object);
}

static void
kring_sheet_preview_class_init (KringSheetPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_sheet_preview_dispose;
  kring_form_use (widget_class, "kring-sheet-preview");
  gtk_widget_class_bind_template_child (widget_class, KringSheetPreview, area);
  gtk_widget_class_bind_template_child (widget_class, KringSheetPreview, turner);
  gtk_widget_class_bind_template_child (widget_class, KringSheetPreview, sheet_label);
  gtk_widget_class_bind_template_child (widget_class, KringSheetPreview, back_button);
  gtk_widget_class_bind_template_child (widget_class, KringSheetPreview, forward_button);
  gtk_widget_class_bind_template_callback (widget_class, sheet_preview_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_preview_forward_cb);
}

static void
kring_sheet_preview_init (KringSheetPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->area, sheet_preview_draw_cb, self, NULL);
}

/**
 * kring_sheet_preview_show:
 * @export: (nullable): what to show, from the sheet that is shown now; nothing is painted while it
 *   is written
 */
void
kring_sheet_preview_show (KringSheetPreview *self, KringExport *export)
{
  g_set_object (&self->export, export);
  if (export != NULL)
    show_sheet (self, self->sheet);
}
