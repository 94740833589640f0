/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The choices of the schema that drawing and commands decide by, as C enumerations. Each value is
 * the place of the choice in the table of kring-schema-tables.c, as kring_item_get_choice () gives it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KRING_PARTY_NONE = -1,
  KRING_PARTY_CARE,
  KRING_PARTY_POLICE,
  KRING_PARTY_TOGETHER,
  KRING_PARTY_YOUTH,
  KRING_PARTY_PARENT,
  KRING_PARTY_OPEN,
} KringParty;

typedef enum
{
  KRING_CERTAINTY_CONFIRMED,
  KRING_CERTAINTY_PROBABLE,
  KRING_CERTAINTY_SUSPECTED,
  KRING_CERTAINTY_UNKNOWN,
  KRING_CERTAINTY_REFUTED,
} KringCertainty;

typedef enum
{
  KRING_AUDIENCE_JOINT,
  KRING_AUDIENCE_CARE,
  KRING_AUDIENCE_POLICE,
  KRING_AUDIENCE_NONE,
} KringAudience;

typedef enum
{
  KRING_SEX_UNKNOWN,
  KRING_SEX_WOMAN,
  KRING_SEX_MAN,
  KRING_SEX_OTHER,
} KringSex;

typedef enum
{
  KRING_RING_NONE,
  KRING_RING_NEAR,
  KRING_RING_MIDDLE,
  KRING_RING_FAR,
} KringRing;

typedef enum
{
  KRING_QUALITY_NEUTRAL,
  KRING_QUALITY_CLOSE,
  KRING_QUALITY_SUPPORT,
  KRING_QUALITY_DISTANT,
  KRING_QUALITY_BROKEN,
  KRING_QUALITY_TENSE,
  KRING_QUALITY_CONFLICT,
  KRING_QUALITY_CONTROL,
  KRING_QUALITY_VIOLENCE,
} KringQuality;

typedef enum
{
  KRING_INTENSITY_WEAK,
  KRING_INTENSITY_NORMAL,
  KRING_INTENSITY_STRONG,
} KringIntensity;

typedef enum
{
  KRING_DIRECTION_NONE,
  KRING_DIRECTION_FORWARD,
  KRING_DIRECTION_BACKWARD,
  KRING_DIRECTION_BOTH,
} KringDirection;

typedef enum
{
  KRING_SEAT_AUTO,
  KRING_SEAT_BELOW,
  KRING_SEAT_ABOVE,
  KRING_SEAT_RIGHT,
  KRING_SEAT_LEFT,
  KRING_SEAT_LOWER_RIGHT,
  KRING_SEAT_LOWER_LEFT,
  KRING_SEAT_UPPER_RIGHT,
  KRING_SEAT_UPPER_LEFT,
} KringSeat;

/* Signals of one family share a sign. Those of a return are signs of risk at a time of their own. */
typedef enum
{
  KRING_FAMILY_RISK,
  KRING_FAMILY_VULNERABILITY,
  KRING_FAMILY_PROTECTIVE,
  KRING_FAMILY_RETURN,
} KringFamily;

typedef enum
{
  KRING_EVENT_OTHER,
  KRING_EVENT_MISSING,
  KRING_EVENT_FOUND,
} KringEventSort;

typedef enum
{
  KRING_STATEMENT_VERBATIM,
  KRING_STATEMENT_INTERPRETATION,
} KringStatementForm;

typedef enum
{
  KRING_TASK_ACTION,
  KRING_TASK_QUESTION,
} KringTaskSort;

typedef enum
{
  KRING_TASK_OPEN,
  KRING_TASK_DONE,
  KRING_TASK_DROPPED,
} KringTaskState;

G_END_DECLS
