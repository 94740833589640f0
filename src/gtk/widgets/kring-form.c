/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-form.h"

GResource *kring_forms_get_resource (void);

/**
 * kring_form_use:
 * @name: of the file, without its ending
 *
 * Makes every widget of @klass from a form. The forms are linked because they are asked for here.
 */
void
kring_form_use (GtkWidgetClass *klass, const char *name)
{
  g_autofree char *path = g_strdup_printf ("/nl/kringkaart/Kring/%s.ui", name);

  g_assert (kring_forms_get_resource () != NULL);
  gtk_widget_class_set_template_from_resource (klass, path);
}
