/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/kring-cli.h"
#include "map/catalogue/kring-catalogue-store.h"

#include "map/model/kring-schema.h"

#include <glib/gi18n.h>
#include <string.h>

static char *search, *kind_name;
static gboolean with_sources;

static const GOptionEntry entries[] = {
  { "search", 's', 0, G_OPTION_ARG_STRING, &search, N_ ("Only signals with these words"),
    N_ ("WORDS") },
  { "kind", 'k', 0, G_OPTION_ARG_STRING, &kind_name,
    N_ ("Only signals on this kind of item: person, tie, place, …"), N_ ("KIND") },
  { "sources", 0, 0, G_OPTION_ARG_NONE, &with_sources,
    N_ ("Say below each signal where it comes from"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* Where it comes from, a line each, or that nobody has looked at it yet. */
static void
print_origin (KringCatalogue *catalogue, const KringCatalogueSignal *signal)
{
  g_autofree char *origin = kring_catalogue_dup_origin (catalogue, signal);
  g_auto (GStrv) lines = g_strsplit (origin, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_print ("      %s\n", lines[i]);
}

/* What stands behind the label: whom it is for if not for all, and that it is to be looked at. */
static void
print_marks (const KringCatalogueSignal *signal)
{
  const KringField *field =
      kring_kind_find_field (kring_kind_get (KRING_KIND_SIGNAL), KRING_F_AUDIENCE);

  if (signal->audience != KRING_AUDIENCE_JOINT)
    g_print ("\t%s", kring_field_get_choice_label (field, (int) signal->audience));
  if (signal->to_review)
    g_print ("\t%s", _ ("still to be looked at by a practitioner"));
  g_print ("\n");
}

/* Every signal on one line: id, family, label, marks; under the name of its category. */
static void
print_signals (KringCatalogue *catalogue, GPtrArray *signals)
{
  const KringField *family =
      kring_kind_find_field (kring_kind_get (KRING_KIND_SIGNAL), KRING_F_FAMILY);
  const char *category = NULL;

  for (guint i = 0; i < signals->len; i++)
    {
      const KringCatalogueSignal *signal = g_ptr_array_index (signals, i);

      if (search == NULL && g_strcmp0 (category, signal->category) != 0)
        g_print ("%s%s\n", category != NULL ? "\n" : "",
                 kring_catalogue_signal_get_category (signal));
      category = signal->category;
      g_print ("%s%s\t%s\t%s", search == NULL ? "  " : "", signal->id,
               kring_field_get_choice_label (family, signal->family),
               kring_catalogue_signal_get_label (signal));
      print_marks (signal);
      if (with_sources)
        print_origin (catalogue, signal);
    }
}

static KringExit
print_messages (KringCatalogue *catalogue)
{
  GPtrArray *messages = kring_catalogue_get_messages (catalogue);

  for (guint i = 0; i < messages->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (messages, i));
  return messages->len > 0 ? KRING_EXIT_FAILED : KRING_EXIT_DONE;
}

/* Files that are named are only looked at: is each in order, and what does it bring? */
static KringExit
check_files (char **names)
{
  g_autoptr (KringCatalogue) catalogue = kring_catalogue_new ();
  GPtrArray *sources = kring_catalogue_get_sources (catalogue);

  kring_catalogue_add_builtin (catalogue);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const KringCatalogueSource *source;

      if (!kring_catalogue_add_file (catalogue, names[i]))
        continue;
      source = g_ptr_array_index (sources, sources->len - 1);
      /* Translators: %s is a file, %u how many signals are in it. */
      g_print (g_dngettext (GETTEXT_PACKAGE, "%s: in order, %u signal\n",
                            "%s: in order, %u signals\n", source->n_signals),
               names[i], source->n_signals);
    }
  return print_messages (catalogue);
}

static KringExit
list (int kind)
{
  g_autofree char *folder = kring_catalogue_store_dup_user_folder ();
  g_autoptr (KringCatalogueStore) shelf = kring_catalogue_store_new (folder);
  KringCatalogue *catalogue = kring_catalogue_store_get_catalogue (shelf);
  g_autoptr (GPtrArray) found =
      kring_catalogue_search (catalogue, search != NULL ? search : "", kind, KRING_CATALOGUE_ANY);

  print_signals (catalogue, found);
  return print_messages (catalogue);
}

/**
 * kring_cli_catalogue:
 *
 * Lists the signals of the catalogues of this user, or says of files whether they are sound
 * catalogues. Writes nothing.
 *
 * Returns: done if every catalogue is in order
 */
KringExit
kring_cli_catalogue (char **arguments)
{
  g_auto (GStrv) rest = g_strdupv (arguments);
  const KringKind *kind;

  if (!kring_cli_parse ("catalogue", entries, &rest))
    return KRING_EXIT_USAGE;
  kind = kind_name != NULL ? kring_kind_find (kind_name) : NULL;
  if (kind_name != NULL && kind == NULL)
    return kring_cli_misused ("catalogue", _ ("there is no kind “%s”"), kind_name);
  if (rest[1] != NULL)
    return check_files (rest + 1);
  return list (kind != NULL ? (int) kind->id : KRING_CATALOGUE_ANY);
}
