/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-storage-error.h"

G_DEFINE_QUARK (kring - storage - error - quark, kring_storage_error)
