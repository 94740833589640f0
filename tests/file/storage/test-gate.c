/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-gate.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

static gboolean
check (const char *text, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);

  return kring_gate_check (bytes, error);
}

static const char *const good[] = {
  "{}",
  "[]",
  " \t\r\n [ 1 ] \n",
  "0",
  "-0",
  "-1.5e+3",
  "1E5",
  "9007199254740992",
  "-9007199254740992",
  "1e300",
  "\"\"",
  "\"\\u00e9\\ud83d\\ude00\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
  "true",
  "false",
  "null",
  "[[[[[[[[[[[]]]]]]]]]]]",
  "{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]},\"b\":null}",
  "[\"\x7f\", \"é\", \"😀\"]",
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", good[i]);
      check (good[i], strlen (good[i]), &error);
      g_assert_no_error (error);
      /* What passes the gate must not be a surprise for the parser behind it. */
      g_assert_true (json_parser_load_from_data (parser, good[i], -1, &error));
    }
}

#define SYNTAX KRING_STORAGE_ERROR_SYNTAX
#define LIMIT KRING_STORAGE_ERROR_LIMIT

/* Text, kind of error, line and column. */
static const struct
{
  const char *text;
  int code;
  guint line, column;
} bad[] = {
  { " ", SYNTAX, 1, 2 },
  { "\xef\xbb\xbf{}", SYNTAX, 1, 1 },
  { "[1,]", SYNTAX, 1, 4 },
  { "[,1]", SYNTAX, 1, 2 },
  { "[1,,2]", SYNTAX, 1, 4 },
  { "[1 2]", SYNTAX, 1, 4 },
  { "[1", SYNTAX, 1, 3 },
  { "[1}", SYNTAX, 1, 3 },
  { "{1:2}", SYNTAX, 1, 2 },
  { "{\"a\"}", SYNTAX, 1, 5 },
  { "{\"a\":}", SYNTAX, 1, 6 },
  { "{\"a\" 1}", SYNTAX, 1, 6 },
  { "{\"a\":1,}", SYNTAX, 1, 8 },
  { "{\"a\":1]", SYNTAX, 1, 7 },
  { "{'a':1}", SYNTAX, 1, 2 },
  { "{a:1}", SYNTAX, 1, 2 },
  { "{\"a\":1,\n \"a\":2}", SYNTAX, 2, 2 },
  { "{\"a\":1,\"\\u0061\":2}", SYNTAX, 1, 8 },
  { "{}{}", SYNTAX, 1, 3 },
  { "[] x", SYNTAX, 1, 4 },
  { "]", SYNTAX, 1, 1 },
  { "01", SYNTAX, 1, 2 },
  { "-01", SYNTAX, 1, 3 },
  { "+1", SYNTAX, 1, 1 },
  { "1.", SYNTAX, 1, 3 },
  { ".5", SYNTAX, 1, 1 },
  { "-.5", SYNTAX, 1, 2 },
  { "- 1", SYNTAX, 1, 2 },
  { "1e", SYNTAX, 1, 3 },
  { "[1e+]", SYNTAX, 1, 5 },
  { "0x1F", SYNTAX, 1, 2 },
  { "1_000", SYNTAX, 1, 2 },
  { "NaN", SYNTAX, 1, 1 },
  { "[Infinity]", SYNTAX, 1, 2 },
  { "True", SYNTAX, 1, 1 },
  { "tru", SYNTAX, 1, 4 },
  { "nulls", SYNTAX, 1, 5 },
  { "var x = {};", SYNTAX, 1, 1 },
  { "/* */ {}", SYNTAX, 1, 1 },
  { "{} // x", SYNTAX, 1, 4 },
  { "'a'", SYNTAX, 1, 1 },
  { "\"a", SYNTAX, 1, 3 },
  { "\"a\nb\"", SYNTAX, 1, 3 },
  { "\"a\tb\"", SYNTAX, 1, 3 },
  { "\"é\x01\"", SYNTAX, 1, 3 },
  { "\"\\x41\"", SYNTAX, 1, 3 },
  { "\"\\a\"", SYNTAX, 1, 3 },
  { "\"\\\"", SYNTAX, 1, 4 },
  { "\"\\u12\"", SYNTAX, 1, 6 },
  { "\"\\uqqqq\"", SYNTAX, 1, 4 },
  { "\"\\u0000\"", SYNTAX, 1, 2 },
  { "\"\\ud800\"", SYNTAX, 1, 2 },
  { "\"\\ud800x\"", SYNTAX, 1, 2 },
  { "\"\\ud800\\ud800\"", SYNTAX, 1, 2 },
  { "\"\\udc00\\ud800\"", SYNTAX, 1, 2 },
  { "\"\xff\"", SYNTAX, 1, 2 },
  { "\"\xc0\xaf\"", SYNTAX, 1, 2 },
  { "\"\xed\xa0\x80\"", SYNTAX, 1, 2 },
  { "1e999", LIMIT, 1, 1 },
  { "-1e999", LIMIT, 1, 1 },
  { "9007199254740994", LIMIT, 1, 1 },
  { "9223372036854775808", LIMIT, 1, 1 },
  { "[18446744073709551616]", LIMIT, 1, 2 },
  { "0.00000000000000000000000000000000000000000000000000000000000000000000001", LIMIT, 1, 1 },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *place = g_strdup_printf ("line %u, column %u: ", bad[i].line, bad[i].column);
      g_autoptr (GError) error = NULL;

      g_assert_false (check (bad[i].text, strlen (bad[i].text), &error));
      g_test_message ("%u: %s", i, error->message);
      g_assert_error (error, KRING_STORAGE_ERROR, bad[i].code);
      g_assert_true (g_str_has_prefix (error->message, place));
    }
}

static void
test_nul_byte (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (check ("[1,\0 2]", 7, &error));
  g_assert_error (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_false (check ("", 0, &error));
  g_assert_error (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_EMPTY);
}

/* unit repeated n times, and tail. */
static void
assert_limit (const char *start, const char *unit, guint n, const char *tail, gboolean allowed)
{
  GString *text = g_string_new (start);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append (text, unit);
  g_string_append (text, tail);
  bytes = g_string_free_to_bytes (text);
  if (kring_gate_check (bytes, &error))
    g_assert_true (allowed);
  else
    {
      g_assert_false (allowed);
      g_assert_error (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_LIMIT);
    }
}

static void
test_limits (void)
{
  g_autofree char *close = g_strnfill (KRING_GATE_DEPTH_MAX, ']');

  assert_limit ("", "[", KRING_GATE_DEPTH_MAX, close, TRUE);
  assert_limit ("", "[", KRING_GATE_DEPTH_MAX + 1, "", FALSE);
  assert_limit ("", "[", 100000, "", FALSE);
  assert_limit ("", "{\"a\":", 100000, "", FALSE);
  assert_limit ("[0", ",0", KRING_GATE_VALUES_MAX - 2, "]", TRUE);
  assert_limit ("[0", ",0", KRING_GATE_VALUES_MAX - 1, "]", FALSE);
  assert_limit ("\"", "0123456789abcdef", KRING_GATE_SIZE_MAX / 16, "\"", FALSE);
}

static const struct
{
  const char *path;
  guint line, column; /* 0: not there */
} places[] = {
  { "", 1, 1 },          { "a", 1, 7 },         { "b", 2, 6 },        { "b[0]", 2, 7 },
  { "b[1].name", 3, 9 }, { "b[1].x.y", 3, 23 }, { "b[2]", 0, 0 },     { "b[1].na", 0, 0 },
  { "a.b", 0, 0 },       { "c", 0, 0 },         { "b[1]name", 0, 0 },
};

static void
test_locate (void)
{
  const char *text = "{ \"a\":1,\n\"b\": [0,\n{\"name\":\"é\", \"x\":{\"y\":2}}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint line = 0, column = 0;

      g_test_message ("%s", places[i].path);
      g_assert_cmpint (kring_gate_locate (bytes, places[i].path, &line, &column), ==,
                       places[i].line > 0);
      g_assert_cmpuint (line, ==, places[i].line);
      g_assert_cmpuint (column, ==, places[i].column);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/gate/good", test_good);
  g_test_add_func ("/storage/gate/bad", test_bad);
  g_test_add_func ("/storage/gate/nul-byte", test_nul_byte);
  g_test_add_func ("/storage/gate/limits", test_limits);
  g_test_add_func ("/storage/gate/locate", test_locate);
  return g_test_run ();
}
