/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/kring-cli-reader.h"

#include "file/handout/kring-handout.h"
#include "map/share/kring-sealed.h"
#include "picture/export/kring-export.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAP_ENDING ".kring"

/* What was typed, before it is checked. */
typedef struct
{
  char *output;  /* (owned) (nullable) */
  char *key;     /* (owned) (nullable) */
  char *names;   /* (owned) (nullable) */
  char *without; /* (owned) (nullable) */
  KringCliReader reader;
  gboolean force;
} Typed;

static void
cli_share_typed_clear (Typed *typed)
{
  g_free (typed->output);
  g_free (typed->key);
  g_free (typed->names);
  g_free (typed->without);
  kring_cli_reader_clear (&typed->reader);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, cli_share_typed_clear)

static gboolean
cli_share_parse (Typed *typed, char ***arguments)
{
  const GOptionEntry entries[] = {
    { "for", 0, 0, G_OPTION_ARG_STRING, &typed->reader.whom,
      N_ ("For whom it is: joint, care, police, youth, parents or municipality"), N_ ("WHOM") },
    { "names", 0, 0, G_OPTION_ARG_STRING, &typed->names,
      N_ ("How persons are called: full (as it is), first, initials or code"), N_ ("FORM") },
    { "without", 0, 0, G_OPTION_ARG_STRING, &typed->without,
      N_ ("What does not go along: signals,statements,tasks,timeline,remarks"), N_ ("PARTS") },
    { "key", 0, 0, G_OPTION_ARG_FILENAME, &typed->key,
      N_ ("Write to this file which code is who; not to be handed on"), N_ ("FILE") },
    { "keep-mentions", 0, 0, G_OPTION_ARG_NONE, &typed->reader.keep_mentions,
      N_ ("Keep texts that name what stays behind"), NULL },
    { "list", 0, 0, G_OPTION_ARG_NONE, &typed->reader.list, N_ ("List what stays behind, and why"),
      NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &typed->output,
      N_ ("Write to this file; its ending, .kring, .pdf or .png, tells the form"), N_ ("OUTPUT") },
    KRING_CLI_FORCE_ENTRY (&typed->force),
    G_OPTION_ENTRY_NULL,
  };

  return kring_cli_parse ("share", entries, arguments);
}

static KringExit
choose_names (const Typed *typed, KringShareRule *rule)
{
  if (typed->names != NULL && !kring_name_form_find (typed->names, &rule->names))
    return kring_cli_misused (
        "share", _ ("unknown form of names “%s”: full, first, initials or code"), typed->names);
  if (rule->names == KRING_NAMES_CODE && typed->key == NULL && typed->output != NULL)
    return kring_cli_misused ("share", "%s",
                              _ ("--names=code needs --key: without it nobody knows who is who"));
  if (rule->names != KRING_NAMES_CODE && typed->key != NULL)
    return kring_cli_misused ("share", "%s", _ ("--key is for --names=code"));
  return KRING_EXIT_DONE;
}

static KringExit
choose_parts (const Typed *typed, KringShareRule *rule)
{
  g_autofree char *unknown = NULL;

  if (typed->without == NULL || kring_share_parts_parse (typed->without, &rule->without, &unknown))
    return KRING_EXIT_DONE;
  return kring_cli_misused (
      "share", _ ("unknown part “%s”: signals, statements, tasks, timeline or remarks"), unknown);
}

/* What is handed on holds less than the map, and the key is of no use inside it. */
static KringExit
choose_places (const Typed *typed, const char *input)
{
  const char *const places[] = { input, typed->output, typed->key };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint k = i + 1; k < G_N_ELEMENTS (places); k++)
      if (places[i] != NULL && places[k] != NULL && kring_cli_is_same_file (places[i], places[k]))
        return kring_cli_misused ("share", "%s",
                                  _ ("the map, what is handed on and the key are different files"));
  return KRING_EXIT_DONE;
}

static KringExit
cli_share_choose (const Typed *typed, KringShareRule *rule)
{
  KringExit result;

  if (typed->reader.whom == NULL)
    return kring_cli_misused ("share", "%s", _ ("say for whom it is, with --for"));
  if (kring_cli_choose_reader ("share", &typed->reader, rule) != KRING_EXIT_DONE)
    return KRING_EXIT_USAGE;
  result = choose_names (typed, rule);
  if (result == KRING_EXIT_DONE)
    result = choose_parts (typed, rule);
  if (result == KRING_EXIT_DONE && typed->output == NULL && !typed->reader.list)
    result =
        kring_cli_misused ("share", "%s", _ ("name where to write with -o, or ask with --list"));
  return result;
}

/* Says why nothing is handed on; returns that it is refused. */
static gboolean
cli_share_refuse (const Typed *typed, const GError *error)
{
  if (error->domain == KRING_HANDOUT_ERROR)
    g_printerr ("kring-cli share: %s\n", error->message);
  else
    kring_cli_complain (typed->output, error);
  return FALSE;
}

static gboolean
write_map (KringMap *map, KringMap *part, const Typed *typed, const KringShareRule *rule)
{
  g_autofree char *secret = kring_sealed_dup_secret (), *number = kring_sealed_dup_secret ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kring_handout_dup_bytes (map, rule, part, secret, number, &error);

  return (bytes != NULL && kring_cli_write (typed->output, bytes, &error)) ||
         cli_share_refuse (typed, error);
}

/* A sheet is drawn from the copy, as if that were the whole map. */
static gboolean
write_sheet (KringMap *map,
             const Typed *typed,
             const KringShareRule *rule,
             KringExportFormat format)
{
  KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (KringExport) export = NULL;
  g_autoptr (GFile) file = kring_cli_dup_file (typed->output);
  g_autoptr (GError) error = NULL;

  options.format = format;
  options.rule = *rule;
  options.appendices = (1 << KRING_N_APPENDICES) - 1;
  export = kring_export_new (map, &options, now);
  if (!kring_cli_may_write_sheets (export, typed->output, typed->force))
    return FALSE;
  return kring_export_write (export, file, NULL, NULL, &error) || cli_share_refuse (typed, error);
}

static gboolean
write_key (const Typed *typed, const KringShareReport *report)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (typed->key == NULL)
    return TRUE;
  bytes = g_bytes_new (report->key, strlen (report->key));
  if (kring_cli_write (typed->key, bytes, &error))
    return TRUE;
  kring_cli_complain (typed->key, error);
  return FALSE;
}

static KringExit
cli_share_write (KringMap *map,
                 KringMap *part,
                 const KringShareReport *report,
                 const Typed *typed,
                 const KringShareRule *rule)
{
  const char *ending = strrchr (typed->output, '.');
  g_autofree char *base = g_path_get_basename (typed->output);
  KringExportFormat format = KRING_EXPORT_PDF;
  gboolean as_map = g_str_has_suffix (typed->output, MAP_ENDING), written;
  g_autoptr (GError) error = NULL;

  if (!as_map && (ending == NULL || !kring_export_format_find (ending + 1, &format)))
    return kring_cli_misused ("share", "%s", _ ("the name must end in .kring, .pdf or .png"));
  if (!kring_handout_check (map, rule, part, &error) ||
      !kring_handout_check_name (map, rule, base, &error))
    {
      cli_share_refuse (typed, error);
      return KRING_EXIT_FAILED;
    }
  if (!kring_cli_may_write (typed->output, NULL, typed->force) ||
      (typed->key != NULL && !kring_cli_may_write (typed->key, NULL, typed->force)))
    return KRING_EXIT_FAILED;
  written = as_map ? write_map (map, part, typed, rule) : write_sheet (map, typed, rule, format);
  /* Without a copy there is nothing that the key opens. */
  return written && write_key (typed, report) ? KRING_EXIT_DONE : KRING_EXIT_FAILED;
}

static KringExit
cli_share_share (const char *input, const Typed *typed, const KringShareRule *rule)
{
  g_autoptr (KringDocument) document = kring_cli_open (input);
  g_autoptr (KringShareReport) report = NULL;
  g_autoptr (KringMap) part = NULL;
  KringMap *map;

  if (document == NULL)
    return KRING_EXIT_FAILED;
  map = kring_document_get_map (document);
  part = kring_share_dup_part (map, rule, &report);
  kring_cli_tell_left (map, report, &typed->reader);
  if (typed->output == NULL)
    return KRING_EXIT_DONE;
  return cli_share_write (map, part, report, typed, rule);
}

/**
 * kring_cli_share:
 * @arguments: what was typed, from the command on
 *
 * Writes what may go to somebody: as a map of its own, as PDF or as PNG.
 *
 * Returns: the exit status
 */
KringExit
kring_cli_share (char **arguments)
{
  g_auto (Typed) typed = { .reader.list_option = "--list" };
  g_auto (GStrv) rest = g_strdupv (arguments);
  KringShareRule rule = { KRING_READER_JOINT };

  if (!cli_share_parse (&typed, &rest))
    return KRING_EXIT_USAGE;
  if (rest[1] == NULL || rest[2] != NULL)
    return kring_cli_misused ("share", "%s", _ ("name one file"));
  if (cli_share_choose (&typed, &rule) != KRING_EXIT_DONE ||
      choose_places (&typed, rest[1]) != KRING_EXIT_DONE)
    return KRING_EXIT_USAGE;
  return cli_share_share (rest[1], &typed, &rule);
}
