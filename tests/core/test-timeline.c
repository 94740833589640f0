/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kring-item-private.h"
#include "core/kring-timeline.h"

#define DAY (24 * 60)

static KringItem *
new_item (KringKindId kind, const char *field, const char *date)
{
  KringItem *item = kring_item_new (kring_kind_get (kind), "a");

  kring_item_set_text (item, field, date);
  return item;
}

/* From the first minute that is meant to the last, and open where nobody said. */
static void
test_period (void)
{
  g_autoptr (KringItem) tie = new_item (KRING_KIND_TIE, "since", "2025-10-11");
  g_autoptr (KringItem) signal = new_item (KRING_KIND_SIGNAL, "observed", "2025-10");
  g_autoptr (KringItem) person = new_item (KRING_KIND_PERSON, "name", "Noor");
  KringPeriod period;

  g_assert_true (kring_timeline_get_period (tie, &period));
  g_assert_cmpint (period.last, ==, G_MAXINT64);
  kring_item_set_text (tie, "until", "2025-10-14");
  g_assert_true (kring_timeline_get_period (tie, &period));
  g_assert_cmpint (period.last - period.first, ==, 4 * DAY - 1);
  kring_item_set_text (tie, "since", NULL);
  g_assert_true (kring_timeline_get_period (tie, &period));
  g_assert_cmpint (period.first, ==, G_MININT64);
  g_assert_true (kring_timeline_get_period (signal, &period));
  g_assert_cmpint (period.last - period.first, ==, 31 * DAY - 1);
  g_assert_false (kring_timeline_get_period (person, &period));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/timeline/period", test_period);
  return g_test_run ();
}
