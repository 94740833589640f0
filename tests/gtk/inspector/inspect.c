/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inspect.h"

KringInspector *
inspect_new (Fixture *fixture)
{
  KringInspector *inspector = g_object_ref_sink (KRING_INSPECTOR (kring_inspector_new ()));

  kring_inspector_set_session (inspector, fixture->session);
  return inspector;
}

/* The row of that field, which is there. */
KringFieldRow *
inspect_get_row (KringInspector *inspector, const char *field)
{
  KringFieldRow *row = kring_inspector_get_row (inspector, field);

  g_assert_nonnull (row);
  return row;
}

/* In place of what stood there. */
void
inspect_type (KringFieldRow *row, const char *text)
{
  GtkWidget *editor = kring_field_row_get_editor (row);

  if (GTK_IS_TEXT_VIEW (editor))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (editor), text);
}

const char *
inspect_get_shown (KringFieldRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (kring_field_row_get_editor (row)));
}
