/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/disk/kring-rights.h"

#include <errno.h>
#include <sys/xattr.h>
#include <unistd.h>

/* An access list as Linux keeps it with a file: a header and entries, little endian. */
#define ACL_NAME "system.posix_acl_access"
#define ACL_SIZE_MAX (1 << 16)

enum
{
  TAG_OWNER = 0x01,
  TAG_USER = 0x02,
  TAG_OWNING_GROUP = 0x04,
  TAG_GROUP = 0x08,
  TAG_MASK = 0x10,
  TAG_OTHERS = 0x20,
};

typedef struct
{
  guint16 tag;
  guint16 rights;
  guint32 who;
} Entry;

typedef struct
{
  guint32 version;
  Entry entries[];
} List;

typedef struct
{
  List *list; /* (owned) (nullable) */
  gsize size;
} Acl;

static Acl
read_acl (const char *path)
{
  Acl self = { g_malloc (ACL_SIZE_MAX), 0 };
  gssize size = getxattr (path, ACL_NAME, self.list, ACL_SIZE_MAX);

  if (size < (gssize) (sizeof (List) + 3 * sizeof (Entry)))
    g_clear_pointer (&self.list, g_free);
  else
    self.size = size;
  return self;
}

static guint
get_n_entries (const Acl *acl)
{
  return (acl->size - sizeof (List)) / sizeof (Entry);
}

static Entry *
rights_find_entry (const Acl *acl, guint tag)
{
  for (guint i = 0; i < get_n_entries (acl); i++)
    if (GUINT16_FROM_LE (acl->list->entries[i].tag) == tag)
      return &acl->list->entries[i];
  return NULL;
}

/* Returns the rights that everybody in the access list has: nobody gains when the list is lost. */
static guint
get_least (const Acl *acl)
{
  guint least = 7;

  for (guint i = 0; i < get_n_entries (acl); i++)
    if (GUINT16_FROM_LE (acl->list->entries[i].tag) != TAG_OWNER)
      least &= GUINT16_FROM_LE (acl->list->entries[i].rights);
  return least;
}

/* Gives the owning group no more rights than all others have, as the file is of another group
 * now. */
static void
take_from_group (const Acl *acl)
{
  Entry *group = rights_find_entry (acl, TAG_OWNING_GROUP),
        *others = rights_find_entry (acl, TAG_OTHERS);

  if (group != NULL && others != NULL)
    group->rights &= others->rights;
}

static mode_t
reckon_mode (const struct stat *old, const Acl *acl, gboolean group_kept)
{
  guint owner = (old->st_mode >> 6) & 7, group = (old->st_mode >> 3) & 7, others = old->st_mode & 7;

  if (acl->list != NULL)
    {
      group &= get_least (acl);
      others &= get_least (acl);
    }
  /* Members of the old group count as others now, and the other way round. */
  if (!group_kept)
    group = others = group & others;
  return owner << 6 | group << 3 | others;
}

/* Whether the file is of the old group now. */
static gboolean
keep_group (int fd, const struct stat *old)
{
  struct stat now;

  if (fstat (fd, &now) == 0 && now.st_uid == old->st_uid && now.st_gid == old->st_gid)
    return TRUE;
  if (fchown (fd, old->st_uid, old->st_gid) < 0 && fchown (fd, -1, old->st_gid) < 0)
    errno = 0;
  return fstat (fd, &now) == 0 && now.st_gid == old->st_gid;
}

/**
 * kring_rights_is_excused:
 * @number: errno of fchmod (), fsync () or the like
 *
 * Returns: whether that only means that the place knows no such thing, as many mounts over a network
 */
gboolean
kring_rights_is_excused (int number)
{
  return number == ENOTSUP || number == EOPNOTSUPP || number == ENOSYS || number == EINVAL ||
         number == EPERM;
}

/**
 * kring_rights_carry:
 * @fd: a new file, for its owner only until now
 * @path: the file whose place it takes
 * @old: what is known of that
 *
 * Gives the new file the group, the access list and the mode of the old one. What is not allowed is
 * not done, and then nobody may do more than before: without its group the group's rights go.
 *
 * Returns: whether that worked or the place knows no rights; if not, errno is set
 */
gboolean
kring_rights_carry (int fd, const char *path, const struct stat *old)
{
  gboolean group_kept = keep_group (fd, old), done;
  Acl acl = read_acl (path);

  if (acl.list != NULL && !group_kept)
    take_from_group (&acl);
  done =
      acl.list != NULL && fsetxattr (fd, ACL_NAME, acl.list, MIN (acl.size, ACL_SIZE_MAX), 0) == 0;
  if (!done)
    {
      /* An access list inherited from the folder would turn the rights of the group into those of
       * others. */
      fremovexattr (fd, ACL_NAME);
      errno = 0;
      done =
          fchmod (fd, reckon_mode (old, &acl, group_kept)) == 0 || kring_rights_is_excused (errno);
    }
  g_free (acl.list);
  return done;
}
