/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit/kring-name-line.h"

#include <glib/gi18n-lib.h>

static void
say (GString *reading, const char *between, const char *text)
{
  g_string_append_printf (reading, "%s%s", between, text);
}

/**
 * kring_name_line_get_code_field:
 *
 * Returns: (transfer none) (nullable): name of the field in which the code belongs
 */
const char *
kring_name_line_get_code_field (const KringNameLine *self)
{
  switch (self->kind)
    {
    case KRING_KIND_PLACE:
      return "address";
    case KRING_KIND_VEHICLE:
      return "plate";
    case KRING_KIND_PHONE:
      return "number";
    case KRING_KIND_ACCOUNT:
      return "handle";
    case KRING_KIND_MONEY:
      return "amount";
    default:
      return NULL;
    }
}

static void
say_choice (GString *reading, const char *field_name, int choice)
{
  const KringField *field = kring_kind_find_field (kring_kind_get (KRING_KIND_TIE), field_name);
  g_autofree char *small = g_utf8_strdown (kring_field_get_choice_label (field, choice), -1);

  say (reading, " · ", small);
}

/**
 * kring_name_line_dup_reading:
 * @centre: whether this is the young person about whom the map is
 *
 * How the line was understood, for beside it: "person · grandma · support".
 *
 * Returns: (transfer full): a few words, translated
 */
char *
kring_name_line_dup_reading (const KringNameLine *self, gboolean centre)
{
  GString *reading = g_string_new (NULL);
  KringCertainty sure = self->tied ? self->sure : self->doubt;
  g_autofree char *kind = g_utf8_strdown (kring_kind_get_label (kring_kind_get (self->kind)), -1);

  if (centre)
    {
      /* Translators: beside the name of the young person in the list of names. */
      say (reading, "", _ ("who this is about"));
      return g_string_free (reading, FALSE);
    }
  say (reading, "", self->unknown ? _ ("unknown person") : kind);
  if (self->tie_kind != NULL)
    say (reading, " · ", self->tie_kind);
  if (self->quality != KRING_QUALITY_NEUTRAL)
    say_choice (reading, "quality", self->quality);
  if (sure != KRING_CERTAINTY_CONFIRMED)
    say_choice (reading, "certainty", sure);
  if (self->target != NULL || self->reversed || self->direction != KRING_DIRECTION_NONE)
    say (reading, self->reversed ? " ←" : " →", "");
  if (self->target != NULL)
    say (reading, " ", self->target);
  if (self->group != NULL)
    say (reading, " · ", self->group);
  return g_string_free (reading, FALSE);
}
