/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From the JSON of a value to the value: of the type that the field has, and nothing else. Whether
 * the field may hold it is a matter of the schema. Any thread, as the reader.
 */
#pragma once

#include "file/storage/kring-reader.h"
#include "map/model/kring-schema.h"

G_BEGIN_DECLS

GVariant *kring_reader_take_value (KringReader *self,
                                   const KringField *field,
                                   JsonNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
