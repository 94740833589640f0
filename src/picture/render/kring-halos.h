/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The light edge around text on a screen, kept as masks: stroking letters takes a hundred times as
 * long as putting down a finished mask. Masks are made at a few fixed zoom steps and stretched in
 * between, which an edge without detail allows. Paper gets real strokes and needs none of this.
 * Belongs to the thread of its fonts, which must outlive it.
 */
#pragma once

#include "picture/render/kring-fonts.h"

G_BEGIN_DECLS

typedef struct _KringHalos KringHalos;

KringHalos *kring_halos_new (KringFonts *fonts) G_GNUC_WARN_UNUSED_RESULT;
void kring_halos_free (KringHalos *self);
void kring_halos_paint (KringHalos *self, cairo_t *cr, const KringShape *shape);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringHalos, kring_halos_free)

G_END_DECLS
