/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names that are also words of every day in Dutch: "Ton", "Vos", "de Jong". Any thread.
 *
 * A name that is missed in a text is a leak; one that is found wrongly costs a look. So short names
 * are looked for without a capital as well, "dex", and only those of this list are not: an alarm in
 * every text would soon be clicked away unread. Only short words are listed, as a longer name is
 * found however it is written.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kring_is_everyday_word (const char *folded);
gboolean kring_is_in_every_text (const char *folded);

G_END_DECLS
