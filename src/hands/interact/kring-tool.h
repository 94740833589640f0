/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a tool is: a small state machine that turns presses, motions and keys into commands. A tool
 * knows no widget and no pixels beyond the pointer's place. Between a press and its release it may
 * hold something half-made, which cancel takes back without a trace in the map.
 * Owned by the interaction that it works for. Main thread only.
 */
#pragma once

#include "picture/marks/kring-viewport.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_MODIFIER_SHIFT = 1 << 0,
  KRING_MODIFIER_CTRL = 1 << 1,
  KRING_MODIFIER_ALT = 1 << 2,
  KRING_MODIFIER_SPACE = 1 << 3, /* the space bar is held */
} KringModifiers;

#define KRING_BUTTON_PRIMARY 1
#define KRING_BUTTON_MIDDLE 2
#define KRING_BUTTON_SECONDARY 3

/* How far a pointer may stray before a press is a drag, in pixels. */
#define KRING_DRAG_THRESHOLD 4.0

typedef struct
{
  KringPoint screen;
  KringPoint map;
  KringModifiers modifiers;
  guint n_press; /* 1: click, 2: double click, ...; presses only */
} KringPointer;

typedef struct _KringInteraction KringInteraction;
typedef struct _KringTool KringTool;

/* Any of these but free may be NULL. */
typedef struct
{
  void (*press) (KringTool *self, const KringPointer *pointer);
  void (*motion) (KringTool *self, const KringPointer *pointer); /* while pressed */
  void (*release) (KringTool *self, const KringPointer *pointer);
  void (*hover) (KringTool *self, const KringPointer *pointer); /* while not pressed */
  gboolean (*key) (KringTool *self, guint key, KringModifiers modifiers);
  gboolean (*cancel) (KringTool *self); /* whether there was something half-made */
  void (*draw) (KringTool *self, GPtrArray *shapes);
  void (*free) (KringTool *self);
} KringToolClass;

struct _KringTool
{
  const KringToolClass *klass;
  KringInteraction *interaction; /* (not owned) */
};

void kring_tool_press (KringTool *self, const KringPointer *pointer);
void kring_tool_motion (KringTool *self, const KringPointer *pointer);
void kring_tool_release (KringTool *self, const KringPointer *pointer);
void kring_tool_hover (KringTool *self, const KringPointer *pointer);
gboolean kring_tool_key (KringTool *self, guint key, KringModifiers modifiers);
gboolean kring_tool_cancel (KringTool *self);
void kring_tool_draw (KringTool *self, GPtrArray *shapes);
void kring_tool_free (KringTool *self);

KringTool *kring_select_tool_new (KringInteraction *interaction) G_GNUC_WARN_UNUSED_RESULT;
KringTool *kring_tie_tool_new (KringInteraction *interaction) G_GNUC_WARN_UNUSED_RESULT;
KringTool *kring_place_tool_new (KringInteraction *interaction) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
