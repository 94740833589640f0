/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem () */
#include "traces.h"

#include <gio/gio.h>
#include <string.h>

#define LENGTH 8 /* of a word */

#define PNG_SIGNATURE "\211PNG\r\n\032\n"
#define PNG_FRAME 12 /* length, type and sum of a chunk */

/* Turns what @bytes hold in some form into what that says, from the @phase-th sign on. */
typedef GByteArray *(*Decode) (const guint8 *bytes, gsize length, guint phase);

Traces *
traces_new (guint n)
{
  Traces *self = g_new0 (Traces, 1);

  self->n = n;
  self->forms = g_new0 (const char *, n);
  self->inside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
traces_free (Traces *self)
{
  g_free (self->forms);
  g_hash_table_unref (self->inside);
  g_free (self);
}

/* The number of the word whose letters stand @step bytes apart at @bytes, or -1. */
static int
read_word (const guint8 *bytes, guint step)
{
  char word[LENGTH + 1] = { 0 };
  const char *const letters = "qk....xz";

  for (guint i = 0; i < LENGTH; i++)
    {
      word[i] = g_ascii_tolower ((char) bytes[i * step]);
      if (letters[i] == '.' ? !g_ascii_isdigit (word[i]) : word[i] != letters[i])
        return -1;
      if (step > 1 && i + 1 < LENGTH && bytes[i * step + 1] != 0)
        return -1;
    }
  return (int) g_ascii_strtoull (word + 2, NULL, 10);
}

static void
find_words (Traces *self, const char *form, const guint8 *bytes, gsize length)
{
  for (guint step = 1; step <= 2; step++)
    for (gsize i = 0; i + (LENGTH - 1) * step < length; i++)
      {
        int number = read_word (bytes + i, step);

        if (number >= 0 && (guint) number < self->n && self->forms[number] == NULL)
          self->forms[number] = step == 1 ? form : "UTF-16";
      }
}

static int
get_base64_digit (guint8 sign)
{
  if (g_ascii_isupper (sign))
    return sign - 'A';
  if (g_ascii_islower (sign))
    return sign - 'a' + 26;
  if (g_ascii_isdigit (sign))
    return sign - '0' + 52;
  if (sign == '+' || sign == '-')
    return 62;
  return sign == '/' || sign == '_' ? 63 : -1;
}

/* Digits of so many bits each, in runs that a line may end in; each run begins anew. */
static GByteArray *
decode_digits (const guint8 *bytes, gsize length, guint phase, guint n_bits, int (*get) (guint8))
{
  GByteArray *decoded = g_byte_array_new ();
  guint32 bits = 0;
  guint n = 0, skip = phase;

  for (gsize i = 0; i < length; i++)
    {
      int digit = get (bytes[i]);

      if (digit < 0 && g_ascii_isspace ((char) bytes[i]))
        continue;
      if (digit < 0)
        {
          n = 0;
          skip = phase;
          g_byte_array_append (decoded, (const guint8 *) "\n", 1);
          continue;
        }
      if (skip > 0)
        {
          skip--;
          continue;
        }
      bits = bits << n_bits | (guint32) digit;
      n += n_bits;
      if (n >= 8)
        {
          guint8 byte = (guint8) (bits >> (n - 8));

          g_byte_array_append (decoded, &byte, 1);
          n -= 8;
        }
    }
  return decoded;
}

static int
get_hex_digit (guint8 sign)
{
  return g_ascii_xdigit_value ((char) sign);
}

static GByteArray *
decode_hex (const guint8 *bytes, gsize length, guint phase)
{
  return decode_digits (bytes, length, phase, 4, get_hex_digit);
}

static GByteArray *
decode_base64 (const guint8 *bytes, gsize length, guint phase)
{
  return decode_digits (bytes, length, phase, 6, get_base64_digit);
}

/* How many bytes at @sign are one escaped byte, and which; 0: it is none. */
static guint
read_escape (const guint8 *sign, gsize left, guint8 *byte)
{
  static const struct
  {
    const char *before;
    guint n_digits, base;
  } ways[] = {
    { "%", 2, 16 }, { "\\u00", 2, 16 }, { "\\x", 2, 16 }, { "\\", 3, 8 }, { "&#", 2, 10 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      gsize before = strlen (ways[i].before), whole = before + ways[i].n_digits;
      g_autofree char *digits = NULL;
      char *end;

      if (left < whole || memcmp (sign, ways[i].before, before) != 0)
        continue;
      digits = g_strndup ((const char *) sign + before, ways[i].n_digits);
      *byte = (guint8) g_ascii_strtoull (digits, &end, ways[i].base);
      if (*end == '\0')
        return whole;
    }
  return 0;
}

static GByteArray *
decode_escapes (const guint8 *bytes, gsize length, guint phase)
{
  GByteArray *decoded = g_byte_array_sized_new (length);

  for (gsize i = 0; i < length;)
    {
      guint8 byte = bytes[i];
      guint n = strchr ("%\\&", byte) != NULL ? read_escape (bytes + i, length - i, &byte) : 0;

      g_byte_array_append (decoded, &byte, 1);
      i += MAX (n, 1);
    }
  return decoded;
}

/**
 * traces_search:
 *
 * In the bytes as they are, and in what they say as digits, base64 or escapes.
 */
void
traces_search (Traces *self, const void *bytes, gsize length)
{
  static const struct
  {
    const char *form;
    Decode decode;
    guint n_phases;
  } ways[] = {
    { "hexadecimal", decode_hex, 2 },
    { "base64", decode_base64, 4 },
    { "escaped", decode_escapes, 1 },
  };

  find_words (self, "plain", bytes, length);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    for (guint phase = 0; phase < ways[i].n_phases; phase++)
      {
        g_autoptr (GByteArray) decoded = ways[i].decode (bytes, length, phase);

        find_words (self, ways[i].form, decoded->data, decoded->len);
      }
}

void
traces_search_text (Traces *self, const char *text)
{
  traces_search (self, text, strlen (text));
}

/* In what @bytes are inflated to, as far as that goes; @place is remembered if it goes anywhere. */
static void
search_inflated (Traces *self, const char *place, const guint8 *bytes, gsize length)
{
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GInputStream) packed =
      g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, G_CONVERTER (inflater));
  g_autoptr (GByteArray) inflated = g_byte_array_new ();
  guint8 part[4096];
  gssize n;

  while ((n = g_input_stream_read (stream, part, sizeof part, NULL, NULL)) > 0)
    g_byte_array_append (inflated, part, (guint) n);
  if (inflated->len == 0)
    return;
  g_hash_table_add (self->inside, g_strdup (place));
  traces_search (self, inflated->data, inflated->len);
}

/* Pages, fonts, and objects that are kept together are streams in it. */
static void
search_pdf (Traces *self, const guint8 *bytes, gsize length)
{
  const char *const begin = "stream";
  const guint8 *at = bytes, *const end = bytes + length;

  while ((at = memmem (at, (gsize) (end - at), begin, strlen (begin))) != NULL)
    {
      at += strlen (begin);
      while (at < end && (*at == '\r' || *at == '\n'))
        at++;
      search_inflated (self, "stream", at, (gsize) (end - at));
    }
}

/* Where the text of a chunk begins that may be compressed: after keyword, method and languages. */
static gsize
find_packed (const char *type, const guint8 *data, gsize length)
{
  guint n_words = strcmp (type, "iTXt") == 0 ? 3 : 1;
  gsize place = 0;

  for (guint i = 0; i < n_words && place < length; i++)
    {
      const guint8 *zero = memchr (data + place, 0, length - place);

      place = zero != NULL ? (gsize) (zero - data) + 1 : length;
      /* The flag and the method may be zero themselves. */
      if (i == 0)
        place += n_words == 3 ? 2 : 1;
    }
  return MIN (place, length);
}

static void
search_png (Traces *self, const guint8 *bytes, gsize length)
{
  gsize place = strlen (PNG_SIGNATURE);

  while (place + PNG_FRAME <= length)
    {
      guint32 n;
      char type[5] = { 0 };

      memcpy (&n, bytes + place, sizeof n);
      n = GUINT32_FROM_BE (n);
      memcpy (type, bytes + place + 4, 4);
      g_assert_cmpuint (n, <=, length - place - PNG_FRAME);
      g_hash_table_add (self->inside, g_strdup (type));
      if (strcmp (type, "zTXt") == 0 || strcmp (type, "iTXt") == 0)
        {
          const guint8 *data = bytes + place + 8;
          gsize packed = find_packed (type, data, n);

          search_inflated (self, "packed text", data + packed, n - packed);
        }
      place += PNG_FRAME + n;
    }
  g_assert_cmpuint (place, ==, length);
}

/**
 * traces_search_file:
 *
 * In its name, in its bytes, and in what a PDF or PNG keeps compressed.
 */
void
traces_search_file (Traces *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path), *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  traces_search_text (self, name);
  traces_search (self, contents, length);
  if (g_str_has_prefix (contents, "%PDF"))
    search_pdf (self, (const guint8 *) contents, length);
  else if (g_str_has_prefix (contents, PNG_SIGNATURE))
    search_png (self, (const guint8 *) contents, length);
}
