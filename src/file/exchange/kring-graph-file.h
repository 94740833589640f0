/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bare graphs as other programs write them: pairs separated by tabs (or commas) or GraphML. Nothing is drawn from
 * them but names and lines. Lines from a node to itself are passed over. Any thread.
 */
#pragma once

#include "map/base/kring-graph.h"

G_BEGIN_DECLS

#define KRING_GRAPH_FILE_ERROR (kring_graph_file_error_quark ())

typedef enum
{
  KRING_GRAPH_FILE_ERROR_SYNTAX,
  KRING_GRAPH_FILE_ERROR_SIZE,
} KringGraphFileError;

GQuark kring_graph_file_error_quark (void);

KringGraphBuilder *
kring_graph_file_parse (const char *text, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
