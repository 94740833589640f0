/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-graphs.h"
#include "place/layout/kring-layout.h"
#include "place/layout/kring-separate.h"

#include <pthread.h>
#include <time.h>

typedef struct
{
  GCancellable *cancellable;
  guint delay;     /* in microseconds */
  clockid_t clock; /* of the thread that lays out */
  double at;       /* (out) what that clock said when the word was given, in milliseconds */
} Stop;

static double
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static gpointer
cancel_later (gpointer data)
{
  Stop *stop = data;

  g_usleep (stop->delay);
  stop->at = read_clock (stop->clock);
  g_cancellable_cancel (stop->cancellable);
  return NULL;
}

/* Lays out and is told to stop meanwhile. Returns how long it still worked, or 0 if it was done. */
static double
run_and_stop (const KringGraph *graph, const KringLayoutOptions *options, guint delay)
{
  Stop stop = { options->cancellable, delay };
  g_autoptr (GError) error = NULL;
  g_autoptr (KringLayoutResult) result = NULL;
  GThread *thread;
  double end;

  g_assert_cmpint (pthread_getcpuclockid (pthread_self (), &stop.clock), ==, 0);
  thread = g_thread_new ("cancel", cancel_later, &stop);
  result = kring_layout_run (graph, options, &error);
  end = read_clock (stop.clock);
  g_thread_join (thread);
  g_assert_true ((result == NULL) == (error != NULL));
  if (result == NULL)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  else
    g_assert_true (options->overlaps || kring_separate_count (graph, result->places, 0) == 0);
  return result == NULL ? end - stop.at : 0;
}

static void
place_half (KringGraphNode *node, guint number, gpointer data)
{
  node->placed = number % 2 == 0;
  node->at = KRING_POINT_INIT (number % 17 * 150, number / 17 * 90);
}

/* Whenever the word comes: either all of a layout, or none of it and the right reason. */
static void
test_cancel (void)
{
  g_autoptr (KringGraph) plain = graph_groups (220, 6);
  g_autoptr (KringGraph) half = graph_copy (plain, place_half, NULL);

  for (guint type = 0; type < KRING_N_LAYOUTS; type++)
    for (guint i = 0; i < 10; i++)
      {
        g_autoptr (GCancellable) cancellable = g_cancellable_new ();
        KringLayoutOptions options = {
          .type = type, .gap = 4, .sectors = i % 2, .keep = i % 3 == 0, .cancellable = cancellable
        };

        run_and_stop (i % 3 == 2 ? plain : half, &options,
                      g_test_rand_int_range (0, 1 + (6000 << (i / 2))));
      }
}

static void
test_cancelled_before (void)
{
  g_autoptr (KringGraph) graph = graph_random (60, 6);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint type = 0; type < KRING_N_LAYOUTS; type++)
    {
      KringLayoutOptions options = { .type = type, .gap = 4, .cancellable = cancellable };
      g_autoptr (GError) error = NULL;
      g_autoptr (KringLayoutResult) result = kring_layout_run (graph, &options, &error);

      g_test_message ("%s", kring_layout_type_get_name (type));
      g_assert_null (result);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* In time of the processor, so that a busy machine changes nothing; twenty milliseconds are wanted, and
 * sanitizers are slower. */
static void
check_cancel_latency (const KringGraph *graph)
{
  static const guint delays[] = { 3000, 20000, 60000, 120000, 250000 };

  for (guint type = 0; type < KRING_N_LAYOUTS; type++)
    {
      double worst = 0;

      for (guint i = 0; i < G_N_ELEMENTS (delays); i++)
        {
          g_autoptr (GCancellable) cancellable = g_cancellable_new ();
          KringLayoutOptions options = { .type = type,
                                         .overlaps = TRUE,
                                         .cancellable = cancellable };

          double late = run_and_stop (graph, &options, delays[i]);

          worst = MAX (worst, late);
        }
      g_test_message ("%s: %.1f ms", kring_layout_type_get_name (type), worst);
      g_assert_cmpfloat (worst, <, 500);
    }
}

static void
test_cancel_latency (void)
{
  g_autoptr (KringGraph) groups = graph_groups (10000, 6);
  g_autoptr (KringGraph) pieces = graph_parts (10000, 3333);

  check_cancel_latency (groups);
  check_cancel_latency (pieces);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cancel/at-random", test_cancel);
  g_test_add_func ("/cancel/before", test_cancelled_before);
  g_test_add_func ("/cancel/latency", test_cancel_latency);
  return g_test_run ();
}
