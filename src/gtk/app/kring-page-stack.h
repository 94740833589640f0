/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pages of the window: one row each in kring-page-stack.c, from which the switchers are made; its key
 * is that of the action "win.view" with its name. A page is made when it is first looked at.
 * Property "page" (string): the name of the one that is shown. Property "stack": for a switcher.
 * Emits "inspect", "show-item" (id) and "leave" for whichever page does. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How much room the window has, from least to most. */
typedef enum
{
  KRING_ROOM_PHONE,
  KRING_ROOM_NARROW,
  KRING_ROOM_MIDDLE,
  KRING_ROOM_WIDE,
} KringRoom;

/* What is said of a page elsewhere; the texts are not yet translated. */
typedef struct
{
  const char *name;  /* target of "win.view" */
  const char *title; /* in the switcher */
  const char *icon;
  gboolean seldom; /* most never look at it: in the switcher only while it is shown */
} KringPageRow;

#define KRING_TYPE_PAGE_STACK (kring_page_stack_get_type ())
G_DECLARE_FINAL_TYPE (KringPageStack, kring_page_stack, KRING, PAGE_STACK, AdwBin)

const KringPageRow *kring_page_stack_get_row (guint index);

void kring_page_stack_set_session (KringPageStack *self, KringSession *session);
GtkWidget *kring_page_stack_get_page (KringPageStack *self, const char *name);
const char *kring_page_stack_get_shown (KringPageStack *self);
void kring_page_stack_show (KringPageStack *self, const char *name);
void kring_page_stack_set_room (KringPageStack *self, KringRoom room);
void kring_page_stack_focus (KringPageStack *self);
void kring_page_stack_open_filter (KringPageStack *self);
void kring_page_stack_finish_typing (KringPageStack *self, GtkWidget *focus);
void kring_page_stack_flush (KringPageStack *self);
void kring_page_stack_close_cards (KringPageStack *self);

G_END_DECLS
