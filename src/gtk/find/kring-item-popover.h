/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parent of popovers that open right at items on the map, to write something down about them.
 * It knows what it is about, takes the keyboard and gives it back to where it was. What was typed in
 * it is kept until it is noted, by Enter or its button, or thrown away, by Escape. Belongs to one
 * session; main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_ITEM_POPOVER (kring_item_popover_get_type ())
G_DECLARE_DERIVABLE_TYPE (KringItemPopover, kring_item_popover, KRING, ITEM_POPOVER, GtkPopover)

struct _KringItemPopoverClass
{
  GtkPopoverClass parent_class;

  /* Enter, or the button: notes what stands there. @state: the keys held with it. */
  void (*note) (KringItemPopover *self, GdkModifierType state);
};

GtkWidget *kring_item_popover_new (GType type, KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
void kring_item_popover_build (KringItemPopover *self,
                               GtkWidget *content,
                               int width,
                               const char *verb,
                               const char *invitation);

KringSession *kring_item_popover_get_session (KringItemPopover *self);
GPtrArray *kring_item_popover_get_ids (KringItemPopover *self);
gboolean kring_item_popover_set_ids (KringItemPopover *self, GPtrArray *ids);
char *kring_item_popover_dup_about (KringItemPopover *self) G_GNUC_WARN_UNUSED_RESULT;

void kring_item_popover_set_box (KringItemPopover *self, KringDraftBox box);
void kring_item_popover_keep_draft (KringItemPopover *self, GVariant *words);
void kring_item_popover_keep_text (KringItemPopover *self, const char *text);
GVariant *kring_item_popover_get_draft (KringItemPopover *self);
const char *kring_item_popover_get_text (KringItemPopover *self);

void kring_item_popover_set_title (KringItemPopover *self, const char *title);
void kring_item_popover_show_message (KringItemPopover *self, const char *text, gboolean is_error);
void kring_item_popover_open (KringItemPopover *self,
                              GtkWidget *parent,
                              const GdkRectangle *at,
                              GtkWidget *entry);

G_END_DECLS
