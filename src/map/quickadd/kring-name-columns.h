/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows of a spreadsheet as lines of the quick name list. Under headings such as Naam, Leeftijd,
 * Relatie each cell is what its heading says; without headings the cells are the parts of a line.
 * What no line has a word for goes along in brackets: nothing is lost. Pure functions; usable on
 * any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *kring_name_columns_read (const char *text, char **said) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
