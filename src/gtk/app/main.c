/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-application.h"
#include "map/base/kring-locale.h"

#include <sys/resource.h>
#include <string.h>

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

/* What stands for a file stays one: also with a colon in its name, or after `--` with a dash before
 * it. Returns how many words are left. */
static int
mark_files (int argc, char **argv)
{
  gboolean ended = FALSE;
  int n = 1;

  for (int i = 1; i < argc; i++)
    {
      gboolean there = !g_path_is_absolute (argv[i]) && g_file_test (argv[i], G_FILE_TEST_EXISTS);

      if (!ended && strcmp (argv[i], "--") == 0)
        ended = TRUE;
      else if ((there && strchr (argv[i], ':') != NULL) || (ended && *argv[i] == '-'))
        argv[n++] = g_strconcat ("./", argv[i], NULL);
      else
        argv[n++] = argv[i];
    }
  argv[n] = NULL;
  return n;
}

int
main (int argc, char **argv)
{
  g_autoptr (KringApplication) application = NULL;

  forbid_core_dumps ();
  choose_renderer ();
  kring_locale_init (KRING_LOCALE_DIR);

  application = kring_application_new ();
  return g_application_run (G_APPLICATION (application), mark_files (argc, argv), argv);
}
