/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/kring-cli.h"

#include "map/base/kring-locale.h"
#include "map/base/kring-sanitize.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const KringCommand commands[] = {
  { "check", N_ ("FILE…"), N_ ("Tell whether files are sound maps, and what is wrong"),
    kring_cli_check },
  { "draw", N_ ("FILE [OUTPUT]"), N_ ("Draw a map as PDF or PNG"), kring_cli_draw },
  { "share", N_ ("FILE"), N_ ("Write what may go to somebody: a map, a PDF or a PNG"),
    kring_cli_share },
  { "show", N_ ("FILE"), N_ ("Describe a map in plain text"), kring_cli_show },
  { "new", N_ ("FILE"), N_ ("Make an empty map"), kring_cli_new },
  { "arrange", N_ ("FILE"), N_ ("Give everything on a map a new place"), kring_cli_arrange },
  { "catalogue", N_ ("[FILE…]"), N_ ("List the signals to choose from, or check files with them"),
    kring_cli_catalogue },
  { "graph-layout", N_ ("GRAPH"), N_ ("Lay out a bare graph (tab-separated or GraphML)"),
    kring_cli_graph_layout },
};

static const KringCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

/* Text is UTF-8 whatever the locale: names must not turn into question marks. Nothing that steers a
 * terminal goes out, wherever it came from. */
static char *
dup_harmless (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return kring_sanitize_dup (valid);
}

static void
print_cb (const char *text)
{
  g_autofree char *harmless = dup_harmless (text);

  kring_cli_put (harmless, strlen (harmless));
}

static void
print_error_cb (const char *text)
{
  g_autofree char *harmless = dup_harmless (text);

  fputs (harmless, stderr);
}

static KringExit
refuse_command (const char *typed)
{
  g_autofree char *name = kring_cli_dup_name (typed);

  g_printerr (_ ("kring-cli: there is no command “%s”\nSee: kring-cli --help\n"), name);
  return KRING_EXIT_USAGE;
}

static void
print_help (gboolean as_error)
{
  void (*print) (const char *format, ...) G_GNUC_PRINTF (1, 2) = as_error ? g_printerr : g_print;

  print ("%s\n  kring-cli %s\n\n%s\n\n%s\n", _ ("Usage:"), _ ("COMMAND [OPTION…] ARGUMENT…"),
         _ ("Draw, check and describe maps of the network around a young person."),
         _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    print ("  %-12s  %s\n", commands[i].name, _ (commands[i].summary));
  print ("\n%s\n", _ ("“kring-cli COMMAND --help” tells the options of a command."));
}

static void
set_up (void)
{
  atexit (kring_cli_close_output);
  kring_locale_init (KRING_LOCALE_DIR);
  g_set_print_handler (print_cb);
  g_set_printerr_handler (print_error_cb);
  g_set_prgname ("kring-cli");
}

static gboolean
is_any (const char *text, const char *one, const char *other)
{
  return strcmp (text, one) == 0 || strcmp (text, other) == 0;
}

/* Takes what stands after `--` out of @arguments: whatever it looks like, it is no option. */
static char **
cut_files (char **arguments)
{
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();
  guint at = 0;

  while (arguments[at] != NULL && strcmp (arguments[at], "--") != 0)
    at++;
  if (arguments[at] == NULL)
    return NULL;
  g_strv_builder_addv (files, (const char **) arguments + at + 1);
  for (guint i = at; arguments[i] != NULL; i++)
    g_clear_pointer (&arguments[i], g_free);
  return g_strv_builder_end (files);
}

static char **
join_arguments (char **typed, char **files)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  g_strv_builder_addv (all, (const char **) typed);
  g_strv_builder_addv (all, (const char **) files);
  return g_strv_builder_end (all);
}

/**
 * kring_cli_parse:
 * @command: its name
 * @entries: its options
 * @arguments: (inout): what was typed, from the command on; afterwards without options and `--`
 *
 * Returns: whether the options were understood; if not, that has been said
 */
gboolean
kring_cli_parse (const char *command, const GOptionEntry *entries, char ***arguments)
{
  const KringCommand *row = find_command (command);
  g_autoptr (GOptionContext) context = g_option_context_new (_ (row->arguments));
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strdup_printf ("kring-cli %s", command);

  g_auto (GStrv) files = cut_files (*arguments), typed = NULL;
  gboolean parsed;

  g_set_prgname (program);
  g_option_context_set_summary (context, _ (row->summary));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  parsed = g_option_context_parse_strv (context, arguments, &error);
  if (parsed && files != NULL)
    {
      typed = g_steal_pointer (arguments);
      *arguments = join_arguments (typed, files);
    }
  if (parsed)
    return TRUE;
  kring_cli_misused (command, "%s", error->message);
  return FALSE;
}

/**
 * kring_cli_misused:
 * @command: its name
 * @format: what was not understood
 *
 * Says what was not understood, and where to read more.
 *
 * Returns: the exit status for that
 */
KringExit
kring_cli_misused (const char *command, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("kring-cli: %s\n", message);
  /* Translators: %s is the name of a command */
  g_printerr (_ ("See: kring-cli %s --help\n"), command);
  return KRING_EXIT_USAGE;
}

/* `help COMMAND` is `COMMAND --help`. */
static KringExit
help (const char *name)
{
  const KringCommand *command = name != NULL ? find_command (name) : NULL;
  g_auto (GStrv) arguments = NULL;

  if (name == NULL)
    {
      print_help (FALSE);
      return KRING_EXIT_DONE;
    }
  if (command == NULL)
    return refuse_command (name);
  arguments = g_strdupv ((char *[]){ (char *) name, "--help", NULL });
  return command->run (arguments);
}

static KringExit
cli_run (int argc, char *argv[])
{
  const KringCommand *command;
  g_auto (GStrv) arguments = NULL;

  if (argc < 2)
    {
      print_help (TRUE);
      return KRING_EXIT_USAGE;
    }
  if (is_any (argv[1], "--help", "-h") || strcmp (argv[1], "help") == 0)
    return help (strcmp (argv[1], "help") == 0 ? argv[2] : NULL);
  if (is_any (argv[1], "--version", "-V"))
    {
      g_print ("kring-cli %s\n", KRING_VERSION);
      return KRING_EXIT_DONE;
    }
  command = find_command (argv[1]);
  if (command == NULL)
    return refuse_command (argv[1]);
  arguments = g_strdupv (argv + 1);
  return command->run (arguments);
}

int
main (int argc, char *argv[])
{
  set_up ();
  return (int) cli_run (argc, argv);
}
