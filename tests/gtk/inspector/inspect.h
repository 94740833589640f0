/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspector of a fixture: what its rows show, and typing in them. */
#pragma once

#include "fixture.h"
#include "gtk/inspector/kring-inspector.h"

G_BEGIN_DECLS

KringInspector *inspect_new (Fixture *fixture) G_GNUC_WARN_UNUSED_RESULT;
KringFieldRow *inspect_get_row (KringInspector *inspector, const char *field);
void inspect_type (KringFieldRow *row, const char *text);
const char *inspect_get_shown (KringFieldRow *row);

G_END_DECLS
