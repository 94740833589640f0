/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "gtk/app/kring-preferences.h"
#include "gtk/saving/kring-recent.h"
#include "seek.h"

static void
assert_recent (GSettings *settings, const char *expected)
{
  g_auto (GStrv) uris = kring_recent_dup_uris (settings);
  g_autofree char *found = g_strjoinv (" ", uris);

  g_assert_cmpstr (found, ==, expected);
}

static void
add (GSettings *settings, const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  kring_recent_add (settings, file);
}

static void
test_order (void)
{
  g_autoptr (GSettings) settings = g_settings_new (KRING_APPLICATION_ID);
  g_autoptr (GFile) file = g_file_new_for_uri ("file:///b.kring");

  kring_recent_clear (settings);
  add (settings, "file:///a.kring");
  add (settings, "file:///b.kring");
  add (settings, "file:///c.kring");
  add (settings, "file:///a.kring");
  assert_recent (settings, "file:///a.kring file:///c.kring file:///b.kring");
  kring_recent_remove (settings, file);
  assert_recent (settings, "file:///a.kring file:///c.kring");
  kring_recent_clear (settings);
  assert_recent (settings, "");
}

static void
test_limit (void)
{
  g_autoptr (GSettings) settings = g_settings_new (KRING_APPLICATION_ID);
  g_auto (GStrv) uris = NULL;

  kring_recent_clear (settings);
  for (int i = 0; i < 30; i++)
    {
      g_autofree char *uri = g_strdup_printf ("file:///%d.kring", i);

      add (settings, uri);
    }
  uris = kring_recent_dup_uris (settings);
  g_assert_cmpuint (g_strv_length (uris), ==, 8);
  g_assert_cmpstr (uris[0], ==, "file:///29.kring");
}

static void
test_off (void)
{
  g_autoptr (GSettings) settings = g_settings_new (KRING_APPLICATION_ID);
  GtkWindow *preferences = kring_preferences_new (settings);

  kring_recent_clear (settings);
  add (settings, "file:///a.kring");
  g_settings_set_boolean (settings, "remember-recent", FALSE);
  assert_recent (settings, "");
  add (settings, "file:///b.kring");
  g_settings_set_boolean (settings, "remember-recent", TRUE);
  assert_recent (settings, "");
  fixture_assert_finalised (GTK_WIDGET (preferences));
}

/* The button in the preferences empties the list, says so, and then has nothing left to do. */
static void
test_cleared (void)
{
  g_autoptr (GSettings) settings = g_settings_new (KRING_APPLICATION_ID);
  GtkWindow *preferences = kring_preferences_new (settings);
  GtkWidget *button = GTK_WIDGET (gtk_widget_get_template_child (
      GTK_WIDGET (preferences), KRING_TYPE_PREFERENCES, "clear_button"));

  kring_recent_clear (settings);
  g_assert_false (gtk_widget_get_sensitive (button));
  add (settings, "file:///a.kring");
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  assert_recent (settings, "");
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_nonnull (seek_type (GTK_WIDGET (preferences), g_type_from_name ("AdwToastWidget")));
  fixture_assert_finalised (GTK_WIDGET (preferences));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/recent/order", test_order);
  g_test_add_func ("/ui/recent/limit", test_limit);
  g_test_add_func ("/ui/recent/switched-off", test_off);
  g_test_add_func ("/ui/recent/cleared", test_cleared);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
