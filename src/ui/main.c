/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kring-locale.h"
#include "ui/kring-application.h"

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

int
main (int argc, char **argv)
{
  g_autoptr (KringApplication) application = NULL;

  forbid_core_dumps ();
  choose_renderer ();
  kring_locale_init (KRING_LOCALE_DIR);

  application = kring_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
