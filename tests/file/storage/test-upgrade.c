/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-upgrade.h"

#include "file/storage/kring-format.h"

/* Invented steps: from 1 to 2 a member gets another name, from 2 to 3 it becomes a list. */
static gboolean
rename_names (JsonObject *root, GError **error)
{
  json_object_set_member (root, "people", json_object_dup_member (root, "names"));
  json_object_remove_member (root, "names");
  return TRUE;
}

static gboolean
make_list (JsonObject *root, GError **error)
{
  JsonArray *list = json_array_new ();

  if (!json_object_has_member (root, "people"))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no people");
      return FALSE;
    }
  json_array_add_element (list, json_object_dup_member (root, "people"));
  json_object_set_array_member (root, "people", list);
  return TRUE;
}

static const KringUpgradeStep steps[] = { rename_names, make_list, NULL };

static const struct
{
  const char *before;
  gint64 from;
  const char *after; /* NULL: refused */
} upgrades[] = {
  { "{\"kring\":1,\"names\":\"Noor\"}", 1, "{\"kring\":3,\"people\":[\"Noor\"]}" },
  { "{\"kring\":2,\"people\":\"Noor\"}", 2, "{\"kring\":3,\"people\":[\"Noor\"]}" },
  { "{\"kring\":3,\"people\":[\"Noor\"]}", 3, "{\"kring\":3,\"people\":[\"Noor\"]}" },
  { "{\"kring\":2}", 2, NULL },
};

static void
test_steps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (upgrades); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (upgrades[i].before, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s", upgrades[i].before);
      g_assert_cmpint (
          kring_upgrade_run (steps, json_node_get_object (node), upgrades[i].from, &error), ==,
          upgrades[i].after != NULL);
      g_assert_cmpint (error == NULL, ==, upgrades[i].after != NULL);
      if (upgrades[i].after == NULL)
        continue;
      after = json_to_string (node, FALSE);
      g_assert_cmpstr (after, ==, upgrades[i].after);
    }
}

/* From every format that ever was there is a way to the newest. */
static void
test_own_steps (void)
{
  guint n = 0;

  while (kring_upgrade_steps[n] != NULL)
    n++;
  g_assert_cmpuint (n, ==, KRING_FORMAT_MAJOR - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/upgrade/steps", test_steps);
  g_test_add_func ("/storage/upgrade/own-steps", test_own_steps);
  return g_test_run ();
}
