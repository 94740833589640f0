/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/interact/kring-tool.h"

/**
 * kring_tool_press:
 *
 * Hands a press to the tool, if it takes any.
 */
void
kring_tool_press (KringTool *self, const KringPointer *pointer)
{
  if (self->klass->press != NULL)
    self->klass->press (self, pointer);
}

/**
 * kring_tool_motion:
 *
 * Hands a motion with the button held to the tool, if it takes any.
 */
void
kring_tool_motion (KringTool *self, const KringPointer *pointer)
{
  if (self->klass->motion != NULL)
    self->klass->motion (self, pointer);
}

/**
 * kring_tool_release:
 *
 * Hands the end of a press to the tool, if it takes any.
 */
void
kring_tool_release (KringTool *self, const KringPointer *pointer)
{
  if (self->klass->release != NULL)
    self->klass->release (self, pointer);
}

/**
 * kring_tool_hover:
 *
 * Hands a motion without a button to the tool, if it takes any.
 */
void
kring_tool_hover (KringTool *self, const KringPointer *pointer)
{
  if (self->klass->hover != NULL)
    self->klass->hover (self, pointer);
}

/**
 * kring_tool_key:
 * @key: an X11 key symbol; plain characters are their own code
 *
 * Returns: whether the tool took the key
 */
gboolean
kring_tool_key (KringTool *self, guint key, KringModifiers modifiers)
{
  return self->klass->key != NULL && self->klass->key (self, key, modifiers);
}

/**
 * kring_tool_cancel:
 *
 * Takes back what is half-made.
 *
 * Returns: whether there was anything
 */
gboolean
kring_tool_cancel (KringTool *self)
{
  return self->klass->cancel != NULL && self->klass->cancel (self);
}

/**
 * kring_tool_draw:
 * @shapes: (element-type KringShape): where the tool adds what it has in hand, in map units
 */
void
kring_tool_draw (KringTool *self, GPtrArray *shapes)
{
  if (self->klass->draw != NULL)
    self->klass->draw (self, shapes);
}

void
kring_tool_free (KringTool *self)
{
  self->klass->free (self);
}
