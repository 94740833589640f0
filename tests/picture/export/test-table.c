/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lists divided over pages, with a measurer in which every character is 7 wide: nothing is lost,
 * no row and no word is cut that fits, every page says what it is.
 */
#include "picture/export/kring-table.h"

#include "picture/marks/kring-sketch.h"

#include <string.h>

static const KringListColumn columns[] = { { "First", 0.6 }, { "Second", 0.4 } };
static const KringTable table = { &kring_text_measurer_fixed, 700, 600, "Brief", NULL };

static KringList *
make_list (guint n_rows, guint per_heading)
{
  KringList *list = kring_list_new ("List", columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < n_rows; i++)
    {
      KringListRow *row;

      if (i % per_heading == 0)
        kring_list_take_heading (list, g_strdup_printf ("Heading%u", i), g_strdup ("note"));
      row = kring_list_add_row (list);
      row->cells[0].text = g_strdup_printf ("Row%u begins and is so long that it takes two or more "
                                            "lines of its column, and here it ends%u",
                                            i, i);
      row->cells[0].sign = KRING_SIGN_RISK;
      row->cells[1].text = g_strdup ("beside");
      row->cells[1].party = KRING_PARTY_TOGETHER;
    }
  return list;
}

/* All text of a page, line by line, between bars. */
static char *
get_text (GPtrArray *shapes)
{
  GString *text = g_string_new ("|");

  for (guint i = 0; i < shapes->len; i++)
    {
      const KringShape *shape = g_ptr_array_index (shapes, i);

      if (shape->type == KRING_SHAPE_TEXT)
        g_string_append_printf (text, "%s|", shape->text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_inside (GPtrArray *pages)
{
  for (guint p = 0; p < pages->len; p++)
    {
      KringRect bounds = kring_shapes_get_bounds (g_ptr_array_index (pages, p));

      g_assert_cmpfloat (bounds.y + bounds.height, <=, table.height + 1);
      g_assert_cmpfloat (bounds.x + bounds.width, <=, table.width + 1);
      g_assert_cmpfloat (bounds.x, >=, -2);
    }
}

/* Every row ends on the page on which it begins. */
static void
test_rows_whole (void)
{
  g_autoptr (KringList) list = make_list (60, 7);
  g_autoptr (GPtrArray) pages = kring_table_dup_pages (&table, list);
  guint n_rows = 0;

  g_assert_cmpuint (pages->len, >, 3);
  assert_inside (pages);
  for (guint p = 0; p < pages->len; p++)
    {
      g_autofree char *text = get_text (g_ptr_array_index (pages, p));

      g_assert_true (g_str_has_prefix (text, p == 0 ? "|List|Brief|First|Second|"
                                                    : "|List (continued)|Brief|First|Second|"));
      for (guint i = 0; i < 60; i++)
        {
          g_autofree char *start = g_strdup_printf ("Row%u ", i);
          g_autofree char *end = g_strdup_printf ("ends%u|", i);

          g_assert_cmpint (strstr (text, start) != NULL, ==, strstr (text, end) != NULL);
          n_rows += strstr (text, start) != NULL;
        }
    }
  g_assert_cmpuint (n_rows, ==, 60);
}

/* What heads the list is said once; the pages that follow have a line of it. */
static void
test_intro_once (void)
{
  KringTable once = table;
  g_autoptr (KringList) list = make_list (60, 7);
  g_autoptr (GPtrArray) pages = NULL;

  once.again = "Again";
  pages = kring_table_dup_pages (&once, list);
  g_assert_cmpuint (pages->len, >, 3);
  for (guint p = 0; p < pages->len; p++)
    {
      g_autofree char *text = get_text (g_ptr_array_index (pages, p));

      g_assert_cmpint (strstr (text, "|Brief|") != NULL, ==, p == 0);
      g_assert_cmpint (strstr (text, "|Again|") != NULL, ==, p > 0);
    }
}

static guint
count_strokes (GPtrArray *pages)
{
  guint n = 0;

  for (guint p = 0; p < pages->len; p++)
    for (guint i = 0; i < ((GPtrArray *) pages->pdata[p])->len; i++)
      {
        const KringShape *shape = g_ptr_array_index ((GPtrArray *) pages->pdata[p], i);

        n += shape->type != KRING_SHAPE_TEXT;
      }
  return n;
}

/* A fact stands on one page with what is known of it, and nothing parts them. */
static void
test_under (void)
{
  g_autoptr (KringList) apart = make_list (60, 60), list = make_list (60, 60);
  g_autoptr (GPtrArray) pages_apart = kring_table_dup_pages (&table, apart), pages = NULL;
  guint n_together = 0, n_heads;

  for (guint i = 0; i < 60; i++)
    ((KringListRow *) list->rows->pdata[i + 1])->under = i % 5 > 0;
  pages = kring_table_dup_pages (&table, list);
  assert_inside (pages);
  for (guint p = 0; p < pages->len; p++)
    {
      g_autofree char *text = get_text (g_ptr_array_index (pages, p));

      for (guint i = 0; i < 60; i += 5)
        {
          g_autofree char *first = g_strdup_printf ("Row%u ", i);
          g_autofree char *last = g_strdup_printf ("Row%u ", i + 4);

          n_together += strstr (text, first) != NULL && strstr (text, last) != NULL;
        }
    }
  g_assert_cmpuint (n_together, ==, 12);
  n_heads = pages_apart->len - pages->len;
  g_assert_cmpuint (count_strokes (pages_apart) - count_strokes (pages), ==, 48 + n_heads);
}

/* What happened takes the room of a cell that says nothing. */
static void
test_room (void)
{
  static const KringListColumn three[] = { { "A", 0.1 }, { "B", 0.3 }, { "C", 0.5 }, { "D", 0.1 } };
  g_autoptr (KringList) list = kring_list_new ("List", three, G_N_ELEMENTS (three));

  for (guint i = 0; i < 2; i++)
    {
      KringListRow *row = kring_list_add_row (list);
      g_autoptr (GPtrArray) pages = NULL;
      g_autofree char *text = NULL;

      row->cells[1].text = g_strdup_printf ("More words than fit in its own column %u", i);
      row->cells[2].text = g_strdup (i == 0 ? "–" : "");
      pages = kring_table_dup_pages (&table, list);
      text = get_text (g_ptr_array_index (pages, 0));
      g_assert_cmpint (strstr (text, row->cells[1].text) != NULL, ==, i == 1);
    }
}

/* A heading is never the last of a page, and stands again above rows that go on. */
static void
test_headings (void)
{
  g_autoptr (KringList) list = make_list (60, 7);
  g_autoptr (GPtrArray) pages = kring_table_dup_pages (&table, list);

  for (guint p = 0; p < pages->len; p++)
    {
      g_autofree char *text = get_text (g_ptr_array_index (pages, p));
      const char *last = g_strrstr (text, "Heading");

      g_assert_nonnull (last);
      g_assert_nonnull (strstr (last, "Row"));
      if (p > 0)
        g_assert_true (strstr (text, "Heading") < strstr (text, "Row"));
    }
}

/* A text longer than pages goes on line by line; no word is lost. */
static void
test_long_text (void)
{
  g_autoptr (KringList) list = make_list (2, 2);
  KringListRow *row = g_ptr_array_index (list->rows, 1);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) pages = NULL;
  guint n_words = 0;

  for (guint i = 0; i < 8000; i++)
    g_string_append_printf (words, "w%05u ", i);
  g_free (row->cells[0].text);
  row->cells[0].text = g_strdup (words->str);
  pages = kring_table_dup_pages (&table, list);
  assert_inside (pages);
  for (guint p = 0; p < pages->len; p++)
    {
      g_autofree char *text = get_text (g_ptr_array_index (pages, p));

      for (const char *at = strstr (text, "w0"); at != NULL; at = strstr (at + 1, "w0"))
        g_assert_cmpint (atoi (at + 1), ==, (int) n_words++);
    }
  g_assert_cmpuint (n_words, ==, 8000);
}

/* A heading or a word of any length ends, too. */
static void
test_endless (void)
{
  g_autofree char *endless = g_strnfill (100000, 'x');
  g_autoptr (KringList) list = make_list (3, 9);
  KringListRow *heading = g_ptr_array_index (list->rows, 0);
  KringListRow *row = g_ptr_array_index (list->rows, 2);
  g_autoptr (GPtrArray) pages = NULL;
  gsize n_letters = 0;

  g_free (heading->cells[0].text);
  heading->cells[0].text = g_strdup (endless);
  row->cells[1].note = g_strdup (endless);
  pages = kring_table_dup_pages (&table, list);
  assert_inside (pages);
  for (guint p = 0; p < pages->len; p++)
    {
      g_autofree char *text = get_text (g_ptr_array_index (pages, p));

      for (const char *at = text; *at != '\0'; at++)
        n_letters += *at == 'x';
    }
  g_assert_cmpuint (n_letters, ==, 200000);
}

/* What is printed is large enough to read: 6 points at the size of sheets of lists. */
static void
test_letters (void)
{
  g_autoptr (KringList) list = make_list (3, 3);
  g_autoptr (GPtrArray) pages = kring_table_dup_pages (&table, list);
  GPtrArray *shapes = g_ptr_array_index (pages, 0);

  for (guint i = 0; i < shapes->len; i++)
    {
      const KringShape *shape = g_ptr_array_index (shapes, i);

      if (shape->type == KRING_SHAPE_TEXT && strlen (shape->text) > 1)
        g_assert_cmpfloat (shape->size * 0.8 * 0.75, >=, 6);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/rows-whole", test_rows_whole);
  g_test_add_func ("/table/intro-once", test_intro_once);
  g_test_add_func ("/table/under", test_under);
  g_test_add_func ("/table/room", test_room);
  g_test_add_func ("/table/headings", test_headings);
  g_test_add_func ("/table/long-text", test_long_text);
  g_test_add_func ("/table/endless", test_endless);
  g_test_add_func ("/table/letters", test_letters);
  return g_test_run ();
}
