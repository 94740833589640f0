/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/quickadd/kring-name-line.h"

#include <string.h>

/* What is read, in one line: kind name | code | sex age | ring | tie, certainty, quality > # */
static const struct
{
  const char *line;
  const char *expected;
} lines[] = {
  /* The grammar, row by row. */
  { "Dex, m 22, vriend", "person Dex man 22 near tie=vriend confirmed" },
  { "Femke, v 16", "person Femke woman 16" },
  { "man met witte auto, m ~25", "person man met witte auto man ~25" },
  { "Robin, x", "person Robin other" },
  { "Robin\tx\t20", "person Robin other 20" },
  { "Robin, geb. 12-3-2009", "person Robin born=2009-03-12" },
  { "Robin, geboren op 12 maart 2009, v", "person Robin woman born=2009-03-12" },
  { "Robin, geb. 2009", "person Robin tie=geb. 2009 suspected" },
  { "Robin, rol: uitkijk", "person Robin role=uitkijk" },
  { "Robin, v 15, (woont, zegt ze, bij > opa (Jo))",
    "person Robin details=woont, zegt ze, bij > opa (Jo) woman 15" },
  { "Robin, (niet dicht", "person Robin tie=(niet dicht suspected" },
  { "Robin, 00-KR-01", "person Robin details=00-KR-01" },
  { "Sanne, 15", "person Sanne 15" },
  { "Ilse, moeder", "person Ilse woman near tie=moeder confirmed" },
  { "Tijn, broer", "person Tijn man near tie=broer confirmed" },
  { "Sanne, vriendin, v 15", "person Sanne woman 15 near tie=vriendin confirmed" },
  { "mw. Postma, mentor", "person mw. Postma tie=mentor confirmed" },
  { "Dex, m 22, “vriend” ?", "person Dex man 22 near tie=“vriend” suspected" },
  { "Dex, \"vriend\"", "person Dex man near tie=“vriend” suspected" },
  { "Kay, schoolvriend ?", "person Kay man near tie=schoolvriend suspected" },
  { "Kay, schoolvriend??", "person Kay man near tie=schoolvriend unknown" },
  { "? man met witte auto, m ~25", "person? man met witte auto man ~25" },
  { "oma Jo, v 69, oma +", "person oma Jo woman 69 near tie=oma confirmed support" },
  { "Rob, vader!", "person Rob man near tie=vader confirmed tense" },
  { "plek flat Havenstraat", "place flat Havenstraat" },
  { "auto witte Polo", "vehicle witte Polo" },
  { "org De Wilg", "organisation De Wilg" },
  { "€ 50 contant", "money € 50 contant code=€ 50" },
  { "€ drie stortingen", "money drie stortingen" },
  { "1234 AB Waterhoven", "place code=1234 AB Waterhoven" },
  { "Havenstraat 12", "place code=Havenstraat 12" },
  { "00-KR-01 witte Polo", "vehicle witte Polo code=00-KR-01" },
  { "06-0000 0002", "phone code=06-0000 0002" },
  { "+31 6 0000 0002 tweede telefoon", "phone tweede telefoon code=+31 6 0000 0002" },
  { "@d3x.016", "account code=d3x.016" },
  { "Manu, m ~25, vriend > Dex", "person Manu man ~25 near tie=vriend confirmed >Dex" },
  { "Femke, v 16, huisgenoot # De Wilg",
    "person Femke woman 16 near tie=huisgenoot confirmed #De Wilg" },
  { "Lieke # De Wilg > Dex", "person Lieke tie suspected >Dex #De Wilg" },
  /* Who does it. */
  { "Dex, m 22, ronselt", "person Dex man 22 tie=ronselt suspected control forward" },
  { "Dex, m 22, ronselt haar via snap",
    "person Dex man 22 tie=ronselt haar via snap suspected control forward" },
  { "Dex, ronselt voor > Manu", "person Dex tie=ronselt voor suspected forward >Manu" },
  { "Femke, v 16, ronselt < Dex",
    "person Femke woman 16 tie=ronselt suspected control forward <Dex" },
  { "Femke, bedreigt <", "person Femke tie=bedreigt suspected violence forward <" },
  { "Femke, v 16, vriendin < Dex", "person Femke woman 16 near tie=vriendin confirmed <Dex" },
  { "Dex, \"bedreigt\" !", "person Dex tie=“bedreigt” suspected tense forward" },
  { "Dex, controleert", "person Dex tie=controleert suspected control forward" },
  { "Dex, heeft controle over", "person Dex tie=heeft controle over suspected control forward" },
  { "juf Els, controleert huiswerk", "person juf Els tie=controleert huiswerk suspected" },
  { "Dex, ronselt niet", "person Dex tie=ronselt niet suspected" },
  { "Kay, vriend, geeft geld", "person Kay man near tie=vriend, geeft geld confirmed forward" },
  { "Kay, vriend, ronselt", "person Kay man near tie=vriend, ronselt suspected control forward" },
  { "Joris, jeugdbeschermer (gezinsvoogd)",
    "person Joris tie=jeugdbeschermer (gezinsvoogd) confirmed" },
  { "Ann <ann@example.invalid>", "person Ann <ann@example.invalid>" },
  /* In other words and other places. */
  { "Dex,m22,vriend", "person Dex man 22 near tie=vriend confirmed" },
  { "Ilse, moeder v 41", "person Ilse woman 41 near tie=moeder confirmed" },
  { "Ilse, 41 jaar, moeder", "person Ilse woman 41 near tie=moeder confirmed" },
  { "Ann, girl 14, mother's friend", "person Ann woman 14 near tie=mother's friend confirmed" },
  { "moeder", "person moeder woman near tie=moeder confirmed" },
  { "Oma Jo", "person Oma Jo woman near tie=oma confirmed" },
  { "Noor", "person Noor" },
  { "Noor, v 15", "person Noor woman 15" },
  { "“Dex”, m 22", "person “Dex” man 22" },
  { "Kay, brengt pakketjes voor > Dex",
    "person Kay tie=brengt pakketjes voor suspected forward >Dex" },
  { "Kay ?", "person Kay doubt=suspected" },
  { "Kay +", "person Kay tie suspected support" },
  { "Joris, gezinsvoogd, 45", "person Joris 45 tie=gezinsvoogd confirmed" },
  { "Femke, huisgenoot, vriendin", "person Femke woman near tie=huisgenoot, vriendin confirmed" },
  { "Femke, 06-0000 0001", "person Femke details=06-0000 0001" },
  { "Jan Molenweg, m 15", "person Jan Molenweg man 15" },
  { "Robin, 400", "person Robin tie=400 suspected" },
  { "zwarte scooter AB-12-C", "vehicle zwarte scooter code=AB-12-C type=scooter" },
  { "scooter", "vehicle scooter type=scooter" },
  { "snap noor.xx", "account code=noor.xx on Snapchat" },
  { "insta @d3x.016, van > Dex", "account code=d3x.016 on Instagram tie=van suspected >Dex" },
  { "advertentie Lente, 18", "account Lente type=advert tie=18 suspected" },
  { "plek flat, Havenstraat 12, verblijft",
    "place flat code=Havenstraat 12 tie=verblijft suspected" },
  { "NL00 TEST 0123 4567 89", "money NL00 TEST 0123 4567 89 type=account" },
  { "# De Wilg", "group De Wilg" },
  { "> Dex", "person tie suspected >Dex" },
  { "?", "person?" },
  { "???", "person?" },
  { "", "person" },
  { " , ,, ", "person" },
  { ", v 15", "person woman 15" },
  { "Zoë Çelik, vriendín", "person Zoë Çelik woman near tie=vriendín confirmed" },
  { "2e hands #1, \"a, b\"", "person 2e hands tie=“a, b” suspected #1" },
  { "06", "person 06" },
  { "@", "person @" },
  { "€", "money" },
  { "a\tb\nc", "person a tie=b c suspected" },
};

static void
add (GString *text, const char *before, const char *value)
{
  if (value != NULL)
    g_string_append_printf (text, " %s%s", before, value);
}

static char *
print (KringNameLine *line)
{
  static const char *const sexes[] = { NULL, "woman", "man", "other" };
  static const char *const sure[] = { "confirmed", "probable", "suspected", "unknown", "refuted" };
  GString *text = g_string_new (kring_kind_get (line->kind)->name);

  if (line->unknown)
    g_string_append_c (text, '?');
  add (text, "", line->name);
  add (text, "code=", line->code);
  add (text, "type=", line->type);
  add (text, "on ", line->platform);
  add (text, "details=", line->details);
  add (text, "", sexes[line->sex]);
  add (text, "", line->age);
  add (text, "born=", line->born);
  add (text, "role=", line->role);
  add (text, "", line->ring == KRING_RING_NEAR ? "near" : NULL);
  add (text, "doubt=", line->doubt != KRING_CERTAINTY_CONFIRMED ? sure[line->doubt] : NULL);
  if (line->tied)
    {
      add (text, line->tie_kind != NULL ? "tie=" : "tie", line->tie_kind ? line->tie_kind : "");
      add (text, "", sure[line->sure]);
    }
  add (text, "", line->quality == KRING_QUALITY_SUPPORT ? "support" : NULL);
  add (text, "", line->quality == KRING_QUALITY_TENSE ? "tense" : NULL);
  add (text, "", line->quality == KRING_QUALITY_CONTROL ? "control" : NULL);
  add (text, "", line->quality == KRING_QUALITY_VIOLENCE ? "violence" : NULL);
  add (text, "", line->direction == KRING_DIRECTION_FORWARD ? "forward" : NULL);
  add (text, line->reversed ? "<" : ">",
       line->target != NULL ? line->target
       : line->reversed     ? ""
                            : NULL);
  add (text, "#", line->group);
  return g_string_free (text, FALSE);
}

static void
test_grammar (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (KringNameLine) line = kring_name_line_parse (lines[i].line);
      g_autofree char *printed = print (line);

      g_test_message ("%s", lines[i].line);
      g_assert_cmpstr (printed, ==, lines[i].expected);
    }
}

static const char *const odd[] = {
  "\xff\xfe\x80",
  "%s%n%x",
  "<b>&amp;",
  "'; DROP TABLE items; --",
  "../../etc/passwd",
  "１２３",
  "٣",
  "\xe2\x80\x8b\xef\xbb\xbf",
  "\xe2\x80\xaemoc.elpmaxe",
  "👩‍👧‍👦, v 15, 👍",
  "Ⱥẞǆ, moeder",
  "\"",
  "“",
  "\"\"",
  "“,”, “",
  "\"a, \"b, \"c",
  "# # # > > >",
  "#",
  ">",
  "#,>",
  "+",
  "!",
  "?+!",
  "++?",
  "?!!",
  "~",
  "m ~",
  "v 1000",
  "x ~131",
  "-5",
  "1e5",
  "0x10",
  "NaN, inf",
  "00-00-00",
  "AA-BB-CC",
  "--",
  "a-1-b-2",
  "+",
  "+3",
  "0031",
  "06-",
  "@@@",
  "€€€ €",
  "1234",
  "1234 A",
  "straat",
  "Straat 1",
  "\x01\x02\x1b[31m",
  "a\r\nb",
  "(",
  ")",
  "[",
  "\\",
  "*",
  "$",
  "^(a+)+$",
};

static void
test_odd (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *twice =
          g_strdup_printf ("%s, %s, m 22, %s > %s", odd[i], odd[i], odd[i], odd[i]);
      g_autoptr (KringNameLine) one = kring_name_line_parse (odd[i]);
      g_autoptr (KringNameLine) two = kring_name_line_parse (twice);
      g_autofree char *reading = kring_name_line_dup_reading (two, FALSE);
      g_autofree char *printed_one = print (one), *printed_two = print (two);

      g_assert_true (g_utf8_validate (printed_one, -1, NULL));
      g_assert_true (g_utf8_validate (printed_two, -1, NULL));
      g_assert_true (g_utf8_validate (reading, -1, NULL));
      g_assert_cmpuint (strlen (reading), >, 0);
    }
}

static void
test_long (void)
{
  static const char *const pieces[] = {
    "a", "é", ",", ", m 22", "\"", "# ", "?", "1-a", "06 ", "a "
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (KringNameLine) line = NULL;

      while (text->len < 10240)
        g_string_append (text, pieces[i]);
      line = kring_name_line_parse (text->str);
      g_assert_true (line->name == NULL || strlen (line->name) <= 2000);
      g_assert_true (line->tie_kind == NULL || strlen (line->tie_kind) <= 2000);
    }
}

static void
test_reading (void)
{
  static const struct
  {
    const char *line;
    gboolean centre;
    const char *reading;
  } rows[] = {
    { "Noor, v 15", TRUE, "who this is about" },
    { "Ilse, v 41, moeder", FALSE, "person · moeder" },
    { "oma Jo, v 69, oma +", FALSE, "person · oma · support" },
    { "Dex, m 22, “vriend” ?", FALSE, "person · “vriend” · suspected" },
    { "? man met witte auto, m ~25", FALSE, "unknown person" },
    { "plek flat Havenstraat", FALSE, "place" },
    { "00-KR-01 witte Polo", FALSE, "vehicle" },
    { "Manu, vriend > Dex # De Wilg", FALSE, "person · vriend → Dex · De Wilg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KringNameLine) line = kring_name_line_parse (rows[i].line);
      g_autofree char *reading = kring_name_line_dup_reading (line, rows[i].centre);

      g_assert_cmpstr (reading, ==, rows[i].reading);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/name-line/grammar", test_grammar);
  g_test_add_func ("/edit/name-line/odd", test_odd);
  g_test_add_func ("/edit/name-line/long", test_long);
  g_test_add_func ("/edit/name-line/reading", test_reading);
  return g_test_run ();
}
