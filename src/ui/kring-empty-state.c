/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kring-empty-state.h"

struct _KringEmptyState
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (KringEmptyState, kring_empty_state, ADW_TYPE_BIN)

static void
kring_empty_state_class_init (KringEmptyStateClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/nl/kringkaart/Kring/kring-empty-state.ui");
}

static void
kring_empty_state_init (KringEmptyState *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kring_empty_state_new:
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
kring_empty_state_new (void)
{
  return g_object_new (KRING_TYPE_EMPTY_STATE, NULL);
}
