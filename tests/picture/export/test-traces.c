/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A word that is planted in some form is found: else finding none would tell nothing. */
#include "traces.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define N_WORDS 20
#define PLANTED 7

typedef struct
{
  const char *name;
  const char *before, *after; /* what else stands there */
  void (*write) (GString *text, const char *word);
} Form;

static void
write_plain (GString *text, const char *word)
{
  g_string_append (text, word);
}

static void
write_folded (GString *text, const char *word)
{
  g_autofree char *upper = g_utf8_strup (word, -1);

  g_string_append (text, upper);
}

static void
write_in (GString *text, const char *word, const char *encoding)
{
  gsize length;
  g_autofree char *converted = g_convert (word, -1, encoding, "UTF-8", NULL, &length, NULL);

  g_assert_nonnull (converted);
  g_string_append_len (text, converted, (gssize) length);
}

static void
write_utf_16_le (GString *text, const char *word)
{
  write_in (text, word, "UTF-16LE");
}

static void
write_utf_16_be (GString *text, const char *word)
{
  write_in (text, word, "UTF-16BE");
}

static void
write_each (GString *text, const char *bytes, gsize length, const char *format)
{
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (text, format, (guint) (guchar) bytes[i]);
}

static void
write_hex (GString *text, const char *word)
{
  write_each (text, word, strlen (word), "%02x");
}

static void
write_upper_hex (GString *text, const char *word)
{
  write_each (text, word, strlen (word), "%02X");
}

/* As PDF writes a title. */
static void
write_hex_utf_16 (GString *text, const char *word)
{
  g_autoptr (GString) wide = g_string_new (NULL);

  write_utf_16_be (wide, word);
  write_each (text, wide->str, wide->len, "%02x");
}

static void
write_url (GString *text, const char *word)
{
  write_each (text, word, strlen (word), "%%%02X");
}

static void
write_octal (GString *text, const char *word)
{
  write_each (text, word, strlen (word), "\\%03o");
}

static void
write_json (GString *text, const char *word)
{
  write_each (text, word, strlen (word), "\\u%04x");
}

static void
write_base64 (GString *text, const char *word)
{
  g_autofree char *encoded = g_base64_encode ((const guchar *) word, strlen (word));

  g_string_append (text, encoded);
}

static void
write_base64_after_one (GString *text, const char *word)
{
  g_autofree char *shifted = g_strconcat ("-", word, " end", NULL);

  write_base64 (text, shifted);
}

static void
write_base64_after_two (GString *text, const char *word)
{
  g_autofree char *shifted = g_strconcat ("--", word, " end", NULL);

  write_base64 (text, shifted);
}

/* Broken over two lines, as in a letter. */
static void
write_base64_in_lines (GString *text, const char *word)
{
  gsize from = text->len;

  write_base64_after_one (text, word);
  g_string_insert (text, (gssize) (from + 6), "\r\n");
}

static const Form forms[] = {
  { "plain", "", "", write_plain },
  { "within", "voor", "na", write_plain },
  { "folded", " ", " ", write_folded },
  { "utf-16-le", "\377\376", "", write_utf_16_le },
  { "utf-16-be", "\376\377", "", write_utf_16_be },
  { "utf-16-odd", "x\376\377", "", write_utf_16_be },
  { "hex", "<", ">", write_hex },
  { "hex-odd", "<a", ">", write_hex },
  { "upper-hex", "<", ">", write_upper_hex },
  { "hex-utf-16", "<feff", ">", write_hex_utf_16 },
  { "url", "?q=", "&", write_url },
  { "octal", "(", ")", write_octal },
  { "json", "\"", "\"", write_json },
  { "base64", " ", " ", write_base64 },
  { "base64-1", " ", " ", write_base64_after_one },
  { "base64-2", " ", " ", write_base64_after_two },
  { "base64-within", " ab", " ", write_base64 },
  { "base64-lines", " ", " ", write_base64_in_lines },
};

static char *
dup_word (guint number)
{
  return g_strdup_printf (TRACES_WORD, number);
}

/* The planted word and no other. */
static void
assert_planted (const char *where, const Traces *traces)
{
  for (guint i = 0; i < N_WORDS; i++)
    if ((traces->forms[i] != NULL) != (i == PLANTED))
      g_test_fail_printf ("%s: word %u is %s", where, i,
                          traces->forms[i] != NULL ? traces->forms[i] : "not found");
}

static void
test_form (gconstpointer data)
{
  const Form *form = data;
  g_autoptr (Traces) traces = traces_new (N_WORDS);
  g_autoptr (GString) text = g_string_new ("Het was koud");
  g_autofree char *word = dup_word (PLANTED);

  g_string_append (text, form->before);
  form->write (text, word);
  g_string_append (text, form->after);
  g_string_append (text, "en nat.");
  traces_search (traces, text->str, text->len);
  assert_planted (form->name, traces);
}

/* What only looks like a word is none, and neither is one of another number. */
static void
test_nothing (void)
{
  static const char *const texts[] = { "",         "Q",        "Qk0007x",  "Qk00x7xz",
                                       "Qq0007xz", "Qk9999xz", "51 6b 30", "%",
                                       "\\",       "%5",       "UWsw" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (Traces) traces = traces_new (N_WORDS);

      traces_search_text (traces, texts[i]);
      for (guint k = 0; k < N_WORDS; k++)
        if (traces->forms[k] != NULL)
          g_test_fail_printf ("“%s”: %s", texts[i], traces->forms[k]);
    }
}

/* (transfer full): @text as zlib writes it. */
static GByteArray *
deflate (const char *text)
{
  g_autoptr (GZlibCompressor) deflater = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  GByteArray *packed = g_byte_array_new ();
  guint8 bytes[1024];
  gsize n_read, n_written;

  g_assert_cmpint (g_converter_convert (G_CONVERTER (deflater), text, strlen (text), bytes,
                                        sizeof bytes, G_CONVERTER_INPUT_AT_END, &n_read, &n_written,
                                        NULL),
                   ==, G_CONVERTER_FINISHED);
  g_byte_array_append (packed, bytes, (guint) n_written);
  return packed;
}

/* Writes it, looks, and removes it. @bytes: (transfer full) */
static void
assert_in_file (const char *name, GByteArray *bytes)
{
  g_autofree char *folder = g_dir_make_tmp ("kring-traces-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (Traces) traces = traces_new (N_WORDS);

  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, (gssize) bytes->len, NULL));
  traces_search_file (traces, path);
  assert_planted (name, traces);
  g_unlink (path);
  g_rmdir (folder);
  g_byte_array_unref (bytes);
}

static void
append (GByteArray *bytes, const char *text)
{
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
}

/* In an object of a PDF, the second of two streams. */
static void
test_pdf_stream (void)
{
  static const char *const ends[] = { "\n", "\r\n" };
  g_autofree char *word = dup_word (PLANTED);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      GByteArray *bytes = g_byte_array_new ();
      g_autoptr (GByteArray) first = deflate ("nothing"), second = deflate (word);

      append (bytes, "%PDF-1.5\n1 0 obj\n<< /Filter /FlateDecode >>\nstream");
      append (bytes, ends[i]);
      g_byte_array_append (bytes, first->data, first->len);
      append (bytes, "\nendstream\nendobj\n2 0 obj\n<< /Type /ObjStm >>\nstream");
      append (bytes, ends[i]);
      g_byte_array_append (bytes, second->data, second->len);
      append (bytes, "\nendstream\nendobj\n");
      assert_in_file ("a.pdf", bytes);
    }
}

static void
name_document (cairo_surface_t *surface, const char *word)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, word);
}

static void
name_outline (cairo_surface_t *surface, const char *word)
{
  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, word, "page=1", 0);
}

static void
name_page (cairo_surface_t *surface, const char *word)
{
  cairo_pdf_surface_set_page_label (surface, word);
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* In the title of a PDF, its outline, and what its page is called, with letters that need UTF-16. */
static void
test_pdf_names (void)
{
  static void (*const ways[]) (cairo_surface_t *, const char *) = { name_document, name_outline,
                                                                    name_page };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (ways); i++)
    {
      GByteArray *bytes = g_byte_array_new ();
      cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 100, 100);
      g_autofree char *word = dup_word (PLANTED);
      g_autofree char *text = g_strconcat (i % 2 == 0 ? "" : "\327\251", word, NULL);

      ways[i / 2](surface, text);
      cairo_surface_show_page (surface);
      cairo_surface_destroy (surface);
      assert_in_file ("named.pdf", bytes);
    }
}

static void
append_chunk (GByteArray *bytes, const char *type, GByteArray *data)
{
  guint32 length = GUINT32_TO_BE (data->len), sum = 0;

  g_byte_array_append (bytes, (const guint8 *) &length, sizeof length);
  append (bytes, type);
  g_byte_array_append (bytes, data->data, data->len);
  g_byte_array_append (bytes, (const guint8 *) &sum, sizeof sum);
}

/* In each chunk of a PNG that can hold a text. */
static void
test_png_chunks (void)
{
  static const struct
  {
    const char *type, *before;
    gsize n;
    gboolean packed;
  } chunks[] = {
    { "tEXt", "Title", 6, FALSE },
    { "zTXt", "Title\0", 7, TRUE },
    { "iTXt", "Title\0\0\0nl\0", 11, FALSE },
    { "iTXt", "Title\0\1\0nl\0T", 13, TRUE },
    { "iTXt", "Title\0\1\0\0", 10, TRUE },
    { "eXIf", "MM", 2, FALSE },
  };
  g_autofree char *word = dup_word (PLANTED);

  for (guint i = 0; i < G_N_ELEMENTS (chunks); i++)
    {
      GByteArray *bytes = g_byte_array_new ();
      g_autoptr (GByteArray) data = g_byte_array_new (), packed = deflate (word);

      append (bytes, "\211PNG\r\n\032\n");
      append_chunk (bytes, "IDAT", data);
      g_byte_array_append (data, (const guint8 *) chunks[i].before, (guint) chunks[i].n);
      if (chunks[i].packed)
        g_byte_array_append (data, packed->data, packed->len);
      else
        append (data, word);
      append_chunk (bytes, chunks[i].type, data);
      g_byte_array_set_size (data, 0);
      append_chunk (bytes, "IEND", data);
      assert_in_file ("a.png", bytes);
    }
}

static void
test_file_name (void)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autofree char *word = dup_word (PLANTED), *name = g_strconcat ("map ", word, ".txt", NULL);

  append (bytes, "nothing");
  assert_in_file (name, bytes);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_strconcat ("/export/traces/form/", forms[i].name, NULL);

      g_test_add_data_func (path, &forms[i], test_form);
    }
  g_test_add_func ("/export/traces/nothing", test_nothing);
  g_test_add_func ("/export/traces/pdf-stream", test_pdf_stream);
  g_test_add_func ("/export/traces/pdf-names", test_pdf_names);
  g_test_add_func ("/export/traces/png-chunks", test_png_chunks);
  g_test_add_func ("/export/traces/file-name", test_file_name);
  return g_test_run ();
}
