/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For whom something is: the question, how people are called, what goes along, and how many texts tell
 * a name that should not be read. "changed" says that something else was chosen. Owned by whoever puts
 * it somewhere. Main thread only.
 */
#pragma once

#include "map/share/kring-permitted.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_READER_GROUP (kring_reader_group_get_type ())
G_DECLARE_FINAL_TYPE (
    KringReaderGroup, kring_reader_group, KRING, READER_GROUP, AdwPreferencesGroup)

void kring_reader_group_set_reader (KringReaderGroup *self, KringReader reader);
void kring_reader_group_set_asking (KringReaderGroup *self, gboolean asking);
void kring_reader_group_get_rule (KringReaderGroup *self, KringShareRule *rule);
void kring_expander_take_enter (AdwExpanderRow *row);
void kring_reader_group_focus_texts (KringReaderGroup *self);
void kring_reader_group_show_report (KringReaderGroup *self, const KringShareReport *report);

G_END_DECLS
