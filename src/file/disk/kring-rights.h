/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who may read and write a file that takes the place of another: those who could before, and nobody
 * else. Pure system calls; any thread.
 */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

gboolean kring_rights_carry (int fd, const char *path, const struct stat *old);
gboolean kring_rights_is_excused (int number);

G_END_DECLS
