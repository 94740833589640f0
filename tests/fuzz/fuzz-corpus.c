/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz/kring-fuzz.h"

/* Runs a fuzz target over every file of the folders that are its arguments: the seeds as a test. */
static guint
run_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL), *text = NULL;
      gsize size;

      if (!g_file_get_contents (path, &text, &size, NULL))
        continue;
      LLVMFuzzerTestOneInput ((const guint8 *) text, size);
      n++;
    }
  return n;
}

int
main (int argc, char **argv)
{
  g_print ("1..%d\n", argc - 1);
  for (int i = 1; i < argc; i++)
    {
      guint n = run_folder (argv[i]);

      g_print ("%s %d - %u files\n", n > 0 ? "ok" : "not ok", i, n);
    }
  return 0;
}
