/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/cells/kring-cells.h"

/* What the rows of a text are: cells with "|" between, rows with "/", an end of a line as "~". */
static const struct
{
  char separator;
  const char *text;
  const char *rows;
  gboolean quoted;
} texts[] = {
  { '\t', "a\tb\r\n\r\nc\t\n", "a|b/c|", FALSE },
  { '\0',
    "a\vb\fc\xc2\x85"
    "d\xe2\x80\xa8"
    "e\xe2\x80\xa9"
    "f\rg",
    "a/b/c/d/e/f/g", FALSE },
  { ',', "\"a,b\",c", "a,b|c", TRUE },
  { ',', " \"a\" , \"b\"", "a|b", FALSE },
  { ',', "\"a \"\"b\"\"\",\"c\r\nd\"\ne", "a \"b\"|c~d/e", TRUE },
  { ';', "\"a\";\"\"", "a|", FALSE },
  { '\t', "\"a\tb\"\t\"c\nd\"", "a\tb|c~d", TRUE },
  /* Quotes that are none: not at the ends of a cell, or never closed. */
  { ',', "a \"b, c\",d", "a \"b|c\"|d", FALSE },
  { ',', "\"a\"b,c", "\"a\"b|c", FALSE },
  { ',', "\"a,b\nc,\"d\"", "\"a|b/c|d", FALSE },
  /* Between tabs and in lines quotes that nothing asked for stay. */
  { '\t', "\"a\"\tb", "\"a\"|b", FALSE },
  { '\0', "\"a \"\"b\"\"\"", "\"a \"\"b\"\"\"", FALSE },
  { '\0', "\"a\nb\"\nc", "a~b/c", TRUE },
};

static char *
dup_rows (GPtrArray *rows)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const KringRow *row = g_ptr_array_index (rows, i);
      g_autofree char *cells = g_strjoinv ("|", row->cells);

      g_assert_cmpuint (g_strv_length (row->cells), ==, row->n);
      g_string_append_printf (said, "%s%s", i > 0 ? "/" : "", g_strdelimit (cells, "\n", '~'));
    }
  return g_string_free (said, FALSE);
}

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gboolean quoted;
      g_autoptr (GPtrArray) rows = kring_cells_read (texts[i].text, texts[i].separator, &quoted);
      g_autofree char *said = dup_rows (rows);

      g_test_message ("text %u", i);
      g_assert_cmpstr (said, ==, texts[i].rows);
      g_assert_cmpint (quoted, ==, texts[i].quoted);
    }
}

/* A fault is told by the line of the text, whatever stands in the cells before. */
static void
test_lines (void)
{
  g_autoptr (GPtrArray) rows = kring_cells_read ("a\r\n\n\"b\nc\"\td\ne", '\t', NULL);

  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpuint (((KringRow *) rows->pdata[0])->line, ==, 1);
  g_assert_cmpuint (((KringRow *) rows->pdata[1])->line, ==, 3);
  g_assert_cmpuint (((KringRow *) rows->pdata[2])->line, ==, 5);
}

/* Quotes without an end do not make all of the text one cell. */
static void
test_unclosed (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "\"a,b\n");
  rows = kring_cells_read (text->str, ',', NULL);
  g_assert_cmpuint (rows->len, ==, 20000);
  g_assert_true (kring_cells_are_alike (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cells/texts", test_texts);
  g_test_add_func ("/cells/lines", test_lines);
  g_test_add_func ("/cells/unclosed", test_unclosed);
  return g_test_run ();
}
