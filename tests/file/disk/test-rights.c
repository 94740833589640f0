/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A colleague saves what is somebody else's: the team can still read it, and nobody else can.
 */
#define _GNU_SOURCE /* setgroups () */
#include "file/disk/kring-rights.h"

#include "file/storage/kring-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#define TEAM 4711
#define OTHER_TEAM 4712
#define COLLEAGUE 65534
#define ACL "system.posix_acl_access"

typedef struct
{
  char *folder; /* (owned) */
  char *path;   /* (owned) */
} Fixture;

typedef struct
{
  guint16 tag, rights;
  guint32 who;
} Entry;

/* user::rw-, user:12345:r--, group::r--, mask::rw-, other::--- */
static const struct
{
  guint32 version;
  Entry entries[5];
} list = { 2, { { 1, 6, -1 }, { 2, 4, 12345 }, { 4, 6, -1 }, { 16, 6, -1 }, { 32, 0, -1 } } };

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("kring-rights-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "map.kring", NULL);
  g_assert_true (g_file_set_contents (self->path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (self->folder, 0777), ==, 0);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
}

/* Saves as somebody of the groups given; root becomes that and is root again. */
static void
save_as_colleague (Fixture *self, const gid_t *groups, gsize n_groups)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (setgroups (n_groups, groups), ==, 0);
  g_assert_cmpint (setegid (COLLEAGUE), ==, 0);
  g_assert_cmpint (seteuid (COLLEAGUE), ==, 0);
  kring_file_save (self->path, bytes, NULL, NULL, &error);
  g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (setegid (0), ==, 0);
  g_assert_cmpint (setgroups (0, NULL), ==, 0);
  g_assert_no_error (error);
}

static void
assert_rights (Fixture *self, guint uid, guint gid, guint mode)
{
  GStatBuf st;

  g_assert_cmpint (g_stat (self->path, &st), ==, 0);
  g_assert_cmpuint (st.st_uid, ==, uid);
  g_assert_cmpuint (st.st_gid, ==, gid);
  g_assert_cmphex (st.st_mode & 07777, ==, mode);
}

static gboolean
is_root (void)
{
  if (geteuid () != 0)
    g_test_skip ("only root can be somebody else");
  return geteuid () == 0;
}

static gboolean
set_list (Fixture *self)
{
  if (setxattr (self->path, ACL, &list, sizeof list, 0) == 0)
    return TRUE;
  g_test_skip ("no access lists here");
  return FALSE;
}

static void
test_group_kept (Fixture *self, gconstpointer data)
{
  static const gid_t groups[] = { TEAM };

  if (!is_root ())
    return;
  g_assert_cmpint (chown (self->path, 0, TEAM), ==, 0);
  g_assert_cmpint (g_chmod (self->path, 0660), ==, 0);
  save_as_colleague (self, groups, 1);
  assert_rights (self, COLLEAGUE, TEAM, 0660);
}

/* Not of the team, so the file cannot stay with it: then it is nobody's group's. */
static void
test_group_lost (Fixture *self, gconstpointer data)
{
  static const struct
  {
    guint before, after;
  } modes[] = { { 0666, 0666 }, { 0676, 0666 }, { 0646, 0644 }, { 0606, 0600 }, { 0662, 0622 } };

  if (!is_root ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (chown (self->path, 0, TEAM), ==, 0);
      g_assert_cmpint (g_chmod (self->path, modes[i].before), ==, 0);
      save_as_colleague (self, NULL, 0);
      assert_rights (self, COLLEAGUE, COLLEAGUE, modes[i].after);
    }
}

/* Root gives everything back as it was. */
static void
test_owner (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);

  if (!is_root ())
    return;
  g_assert_cmpint (chown (self->path, COLLEAGUE, TEAM), ==, 0);
  g_assert_cmpint (g_chmod (self->path, 0640), ==, 0);
  g_assert_true (kring_file_save (self->path, bytes, NULL, NULL, NULL));
  assert_rights (self, COLLEAGUE, TEAM, 0640);
}

static void
assert_list (Fixture *self, guint group_rights)
{
  Entry expected[G_N_ELEMENTS (list.entries)];
  struct
  {
    guint32 version;
    Entry entries[8];
  } now;

  memcpy (expected, list.entries, sizeof expected);
  expected[2].rights = group_rights;
  g_assert_cmpint (getxattr (self->path, ACL, &now, sizeof now), ==, sizeof list);
  g_assert_cmpmem (now.entries, sizeof expected, expected, sizeof expected);
}

static void
test_list_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);

  if (!set_list (self))
    return;
  g_assert_true (kring_file_save (self->path, bytes, NULL, NULL, NULL));
  assert_list (self, 6);
}

/* The list stays, but what it gave the group it does not give to another. */
static void
test_list_of_other_group (Fixture *self, gconstpointer data)
{
  Entry *named;
  struct
  {
    guint32 version;
    Entry entries[5];
  } wide = { 2, { { 1, 6, -1 }, { 2, 6, COLLEAGUE }, { 4, 6, -1 }, { 16, 6, -1 }, { 32, 0, -1 } } };

  if (!is_root () || !set_list (self))
    return;
  g_assert_cmpint (setxattr (self->path, ACL, &wide, sizeof wide, 0), ==, 0);
  g_assert_cmpint (chown (self->path, 0, TEAM), ==, 0);
  save_as_colleague (self, NULL, 0);
  g_assert_cmpint (getxattr (self->path, ACL, &wide, sizeof wide), ==, sizeof wide);
  named = &wide.entries[1];
  g_assert_cmpuint (named->rights, ==, 6);
  g_assert_cmpuint (wide.entries[2].rights, ==, 0);
}

/* A list that the folder gives to all that is new in it does not come along. */
static void
test_list_of_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  char now[64];

  if (setxattr (self->folder, "system.posix_acl_default", &list, sizeof list, 0) != 0)
    {
      g_test_skip ("no access lists here");
      return;
    }
  g_assert_cmpint (g_chmod (self->path, 0660), ==, 0);
  g_assert_true (kring_file_save (self->path, bytes, NULL, NULL, NULL));
  g_assert_cmpint (getxattr (self->path, ACL, now, sizeof now), ==, -1);
  assert_rights (self, geteuid (), getegid (), 0660);
}

#define ADD(NAME, FUNCTION)                                                                        \
  g_test_add ("/files/rights/" NAME, Fixture, NULL, set_up, FUNCTION, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("group-kept", test_group_kept);
  ADD ("group-lost", test_group_lost);
  ADD ("owner", test_owner);
  ADD ("list-kept", test_list_kept);
  ADD ("list-of-other-group", test_list_of_other_group);
  ADD ("list-of-folder", test_list_of_folder);
  return g_test_run ();
}
