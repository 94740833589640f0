/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of the interaction, shared by the files that make it up: what it is and shows, what
 * comes in, and what tools ask of it. For nobody else.
 */
#pragma once

#include "hands/interact/kring-interaction-ask.h"

G_BEGIN_DECLS

struct _KringInteraction
{
  GObject parent_instance;

  KringSession *session; /* (owned) */
  KringScene *scene;     /* (owned) */
  KringViewport viewport;

  KringTool *tool; /* (owned) of the session */
  char *pending;   /* (owned) (nullable): what is written down about what is clicked next */
  KringTool *mode; /* (owned) (nullable) takes the keys first */
  gboolean pressed;
  gboolean panning;
  KringPoint last;       /* the pointer, in pixels */
  KringPoint pressed_at; /* where it was at the press, likewise */
  gboolean dragging;     /* it strayed from there since */
  KringModifiers held;   /* with what keys, at the last motion */
  KringPoint menu_point; /* of the last menu, in map units */

  KringEmphasis emphasis;
  GHashTable *hits;   /* (owned) (nullable) (element-type utf8) interned: what is searched for */
  GHashTable *faded;  /* (owned) (nullable) (element-type utf8) interned */
  GHashTable *shown;  /* (owned) (nullable) (element-type utf8) interned, all that is not faded */
  const char *circle; /* (nullable) interned, the middle of the focus circle */
  guint circle_steps; /* 0: no circle */
  gboolean focus_visible; /* the keyboard is in use */
  gboolean roving;        /* the focus was moved by keys since something was selected */
  gboolean single_keys;
  const char *tie_node; /* (nullable) interned, whose ties are walked through */

  GPtrArray *moving; /* (owned) (nullable) (element-type utf8) left out of the scene */
  double moving_x;
  double moving_y;

  char *prompt;       /* (owned) (nullable) */
  const char *cursor; /* name of a CSS cursor, static */
  KringAsked asked;
};

void kring_interaction_update_circle (KringInteraction *self);

char *kring_interaction_drop_pending (KringInteraction *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
