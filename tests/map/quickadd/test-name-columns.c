/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/quickadd/kring-name-columns.h"

#include "map/quickadd/kring-name-list.h"

/* What is pasted, and the lines that it becomes. */
static const struct
{
  const char *pasted;
  const char *lines;
  const char *said; /* of the headings */
} tables[] = {
  /* Without headings cells are the parts of a line. */
  { "Noor\tv\t15|Dex\tm 22\tvriend|Jo\t\toma", "Noor, v, 15|Dex, m 22, vriend|Jo, oma", NULL },
  { "\tNoor|\tDex", "Noor|Dex", NULL },
  { "Jansen, Dex\tm\t22", "Dex Jansen, m, 22", NULL },
  { "Noor;v;15|Dex;m;22", "Noor, v, 15|Dex, m, 22", NULL },
  /* What is no table stays as it is. */
  { "Noor, v 15|Dex, m 22, vriend", "Noor, v 15|Dex, m 22, vriend", NULL },
  { "Noor; v 15|Dex", "Noor; v 15|Dex", NULL },
  { "Noor; v 15", "Noor; v 15", NULL },
  { "Naam", "Naam", NULL },
  /* A tab that stands astray makes no table, and a mark of a list is nobody. */
  { "Noor, v 15\t|Dex, vriend|Ilse, v 42, moeder", "Noor, v 15|Dex, vriend|Ilse, v 42, moeder",
    NULL },
  { "Noor, v 15|\tDex, vriend", "Noor, v 15|Dex, vriend", NULL },
  { "Noor, v 15|Dex, m\tvriend", "Noor, v 15|Dex, m, vriend", NULL },
  { "Ilse, vriendin|Jansen, Dex\tm", "Ilse, vriendin|Dex Jansen, m", NULL },
  { "Ilse, v 42, moeder\toost|Jo, oma\twest", "Ilse, v 42, moeder, oost|Jo, oma, west", NULL },
  { "•\tNoor, v 15|\t–\tDex, vriend|Jo, oma", "Noor, v 15|Dex, vriend|Jo, oma", NULL },
  { "1.\tNoor|2)\tDex\tm|(3)\tJo", "Noor|Dex, m|Jo", NULL },
  { "?\tm\t25|•", "?, m, 25|•", NULL },
  /* Headings. */
  { "Naam|Noor|Dex, m 22", "Noor|Dex, m 22", "Read as columns: Naam" },
  { "Naam\tLeeftijd\tRelatie|Noor\t15\t|Dex\t22 jaar\tvriend", "Noor, 15|Dex, 22 jaar, vriend",
    "Read as columns: Naam, Leeftijd, Relatie" },
  { "Relatie\tNAAM\tM/V\tGeboren|moeder\tIlse\tv\t12-03-1984", "Ilse, v, geb. 12-03-1984, moeder",
    "Read as columns: Relatie, NAAM, M/V, Geboren" },
  { "Name;Age;Relation|Dex;22;friend", "Dex, 22, friend", "Read as columns: Name, Age, Relation" },
  { "Naam,Leeftijd,Relatie|Dex,22,vriend", "Dex, 22, vriend",
    "Read as columns: Naam, Leeftijd, Relatie" },
  { "Voornaam\tTussenvoegsel\tAchternaam|Jo\tvan der\tBerg|Ali\t\tDemir",
    "Jo van der Berg|Ali Demir", "Read as columns: Voornaam, Tussenvoegsel, Achternaam" },
  { "Naam\tRol|Ilse\tmoeder|Dex\tuitkijk", "Ilse, moeder|Dex, rol: uitkijk",
    "Read as columns: Naam, Rol" },
  { "Naam\tTelefoon\tKenteken\tSnap\tGroep|Dex\t06-0000 0002\t00-KR-01\td3x\tHavenkop",
    "Dex, 06-0000 0002, 00-KR-01, @d3x, #Havenkop",
    "Read as columns: Naam, Telefoon, Kenteken, Snap, Groep" },
  /* Nothing is lost, and nothing is taken for what it is not. */
  { "Naam\tLeeftijd\tTelefoon|Dex\t200\t06", "Dex, (Leeftijd: 200), (Telefoon: 06)",
    "Read as columns: Naam, Leeftijd, Telefoon" },
  { "Naam\tLeeftijd\tSchoen|Dex\tonbekend\t42, links",
    "Dex, (Leeftijd: onbekend), (Schoen: 42, links)",
    "Read as columns: Naam, Leeftijd. In the description: Schoen" },
  { "Nr\tNaam\tOpmerking|1\tDex\tis (vaak) laat", "Dex, (is /vaak/ laat)",
    "Read as columns: Nr, Naam, Opmerking" },
  { "Naam;Nummer|Dex;0612345678|Noor;12", "Dex, (Nummer: 0612345678)|Noor",
    "Read as columns: Naam, Nummer" },
  { "#;Naam|1.;Dex|A-3;Noor", "Dex|Noor, (#: A-3)", "Read as columns: #, Naam" },
  { "Naam\tLeeftijd\tGeslacht|\t25\tm", "? m, 25", "Read as columns: Naam, Leeftijd, Geslacht" },
  { "Kenteken\tTelefoon|00-KR-01\t", "00-KR-01", "Read as columns: Kenteken, Telefoon" },
  { "Titel||Naam\tLeeftijd|Noor\t15", "Noor, 15",
    "Read as columns: Naam, Leeftijd. Not read: Titel" },
  { "Voornaam\tNaam|Noor\tde Wit", "Noor de Wit", "Read as columns: Voornaam, Naam" },
  { "Roepnaam\tNaam|Noor\tNoor de Wit", "Noor de Wit", "Read as columns: Roepnaam, Naam" },
  { "Jeugdige\tNaam\tRelatie tot jeugdige|Noor\tIlse\tmoeder", "Ilse, moeder, (Jeugdige: Noor)",
    "Read as columns: Naam, Relatie tot jeugdige. In the description: Jeugdige" },
  { "Contact\tTel.nr\tOpm.|Ilse\t06-0000 0002\tbelt laat", "Ilse, 06-0000 0002, (belt laat)",
    "Read as columns: Contact, Tel.nr, Opm." },
  { "Contact|Ilse", "Contact|Ilse", NULL },
  { "Naam:\tLeeftijd (jaar)\tGeboortedatum (dd-mm-jjjj)*|Dex\t22\t1-2-2003",
    "Dex, 22, geb. 1-2-2003",
    "Read as columns: Naam:, Leeftijd (jaar), Geboortedatum (dd-mm-jjjj)*" },
  { "\tNaam\tLeeftijd|1\tNoor\t15|2\tDex\t22", "Noor, 15|Dex, 22",
    "Read as columns: Naam, Leeftijd" },
  /* Numbers that count are nobody, and no age. */
  { "1\tNoor", "Noor", NULL },
  { "1\tNoor\t15|2\tDex\tm 22|3\tJo", "Noor, 15|Dex, m 22|Jo", NULL },
  { "3;Noor;|1;Dex;vriend|2;Jo;oma", "Noor|Dex, vriend|Jo, oma", NULL },
  { "15\tNoor|42\tIlse|42\tJan", "Noor, 15|Ilse, 42|Jan, 42", NULL },
  { "0612345678\tDex", "0612345678, Dex", NULL },
  /* Quotes of a spreadsheet, with lines, separators and quotes in them. */
  { "\"Noor|de Wit\"\tv 15|Dex\tm 22", "Noor de Wit, v 15|Dex, m 22", NULL },
  { "Naam\tOpmerking|Dex\t\"laat; \"\"weg\"\"||bij oma\"|Noor\t",
    "Dex, (laat; \"weg\"; bij oma)|Noor", "Read as columns: Naam, Opmerking" },
  { "\"Naam\",\"Leeftijd\"|\"Jansen, Dex\",\"22\"", "Dex Jansen, 22",
    "Read as columns: Naam, Leeftijd" },
  { "\"Jansen, Dex\",22,vriend|\"Demir, Jo\",40,", "Dex Jansen, 22, vriend|Jo Demir, 40", NULL },
  { "\"Jansen; Dex\";22|Jo;40", "Jansen; Dex, 22|Jo, 40", NULL },
  { "Naam\tLeeftijd|\"Kale\"\t22", "\"Kale\", 22", "Read as columns: Naam, Leeftijd" },
  { "Naam\tLeeftijd|\"Jansen, Dex\"\t22", "Dex Jansen, 22", "Read as columns: Naam, Leeftijd" },
  { "\"Naam\"\t\"Leeftijd\"|\"Dex\"\t22", "Dex, 22", "Read as columns: Naam, Leeftijd" },
  { "\"Kale\"|Dex\tm", "\"Kale\"|Dex, m", NULL },
  { "\"Noor|de Wit\"|Dex", "Noor de Wit|Dex", NULL },
  /* Quotes that people type. */
  { "\"Kale\", m 22|\"De Lange, m\"", "\"Kale\", m 22|\"De Lange, m\"", NULL },
  { "\"Kale|Dex \"Lange\" m", "\"Kale|Dex \"Lange\" m", NULL },
  { "5\" telefoon\tDex|Jo\tm", "5\" telefoon, Dex|Jo, m", NULL },
  { "Noor\t15|Naam\tLeeftijd", "Noor, 15|Naam, Leeftijd", NULL },
};

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *pasted = g_strdelimit (g_strdup (tables[i].pasted), "|", '\n');
      g_autofree char *said = NULL, *joined = NULL;
      g_autoptr (GPtrArray) lines = kring_name_columns_read (pasted, &said);

      g_ptr_array_add (lines, NULL);
      joined = g_strjoinv ("|", (char **) lines->pdata);
      g_test_message ("“%s”", tables[i].pasted);
      g_assert_cmpstr (joined, ==, tables[i].lines);
      g_assert_cmpstr (said, ==, tables[i].said);
    }
}

static KringItem *
item_of (KringNameList *list, KringMap *map, guint index)
{
  return kring_map_get_item (map, kring_name_list_get_item_id (list, index));
}

/* A heading is nobody; what stands under it comes in its field. */
static void
test_fields (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (3));
  g_autoptr (KringNameList) list = kring_name_list_new (editor);
  g_autofree char *said = NULL;
  g_autoptr (GPtrArray) persons = NULL, ties = NULL;
  KringItem *dex;

  g_assert_cmpuint (
      kring_name_list_add_many (list,
                                "Naam\tGeslacht\tLeeftijd\tGeboren\tRelatie\tRol\tTelefoon\r\n"
                                "Noor\tv\t15\t\t\t\t\r\n"
                                "Dex\tman\t22\t1-2-2003\tvriend\tuitkijk\t06-0000 0002\r\n",
                                &said, NULL),
      ==, 2);
  g_assert_cmpstr (said, ==,
                   "Read as columns: Naam, Geslacht, Leeftijd, Geboren, Relatie, Rol, Telefoon");
  persons = kring_map_dup_items_of_kind (map, KRING_KIND_PERSON);
  ties = kring_map_dup_items_of_kind (map, KRING_KIND_TIE);
  g_assert_cmpuint (persons->len, ==, 2);
  g_assert_cmpuint (ties->len, ==, 1);
  g_assert_cmpstr (kring_item_get_text (ties->pdata[0], "kind"), ==, "vriend");
  dex = item_of (list, map, 1);
  g_assert_cmpstr (kring_item_get_text (dex, "name"), ==, "Dex");
  g_assert_cmpint (kring_item_get_choice (dex, "sex"), ==, KRING_SEX_MAN);
  g_assert_cmpstr (kring_item_get_text (dex, "age"), ==, "22");
  g_assert_cmpstr (kring_item_get_text (dex, "birth_date"), ==, "2003-02-01");
  g_assert_cmpstr (kring_item_get_text (dex, "role"), ==, "uitkijk");
  g_assert_cmpstr (kring_item_get_text (dex, "description"), ==, "06-0000 0002");
  g_assert_true (kring_history_undo (kring_editor_get_history (editor)));
  g_assert_cmpuint (kring_map_get_n_items (map), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-columns/tables", test_tables);
  g_test_add_func ("/name-columns/fields", test_fields);
  return g_test_run ();
}
