/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "map/edit/kring-commands.h"

static KringApplication *application; /* (owned), as long as the tests run */

/* Runs the tests, or says that there is no display. */
int
fixture_main (int argc, char **argv, void (*add_tests) (void))
{
  g_autoptr (GError) error = NULL;
  g_autofree char *home = g_dir_make_tmp ("kring-ui-XXXXXX", NULL);
  int status;

  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", SCHEMA_DIR, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }

  application = kring_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  add_tests ();
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}

KringApplication *
fixture_get_application (void)
{
  return application;
}

/* Until nothing is left to do at once. */
void
fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Takes a floating widget or a window, and sees that nothing holds on to it. */
void
fixture_assert_finalised (GtkWidget *widget)
{
  gpointer watched = widget;

  g_object_add_weak_pointer (G_OBJECT (widget), &watched);
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  else
    g_object_unref (g_object_ref_sink (widget));
  fixture_wait (is_gone, &watched);
}

/* (transfer full): a map that is not saved, with nobody else than @name on it; %NULL: with nobody. */
KringDocument *
fixture_new_document (const char *name)
{
  KringDocument *document = kring_document_new ();

  if (name != NULL)
    kring_edit_add (kring_document_get_editor (document), KRING_KIND_PERSON, name,
                    KRING_POINT_INIT (0, 0));
  return document;
}
