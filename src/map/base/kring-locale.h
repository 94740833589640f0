/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The language of the interface. Where the machine names one, it is followed; where it names none,
 * Kring is Dutch, like the people it is made for. To be called once, first thing in main ().
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void kring_locale_init (const char *locale_dir);

G_END_DECLS
