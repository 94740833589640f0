/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kring-application.h"

#include <glib/gi18n.h>

#include <locale.h>
#include <sys/resource.h>

/* A core dump would hold the whole map in readable form. */
static void
forbid_core_dumps (void)
{
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
}

static gboolean
has_render_node (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (name, "renderD"))
        return TRUE;
    }

  return FALSE;
}

/* Without a graphics card the cairo renderer starts twice as fast as an emulated one. */
static void
choose_renderer (void)
{
  if (!has_render_node ())
    g_setenv ("GSK_RENDERER", "cairo", FALSE);
}

/* A build tree has translations of its own. */
static const char *
get_locale_dir (void)
{
  const char *override = g_getenv ("KRING_LOCALEDIR");

  return override != NULL ? override : KRING_LOCALE_DIR;
}

int
main (int argc, char **argv)
{
  g_autoptr (KringApplication) application = NULL;

  forbid_core_dumps ();
  choose_renderer ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = kring_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
