/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit/kring-name-columns.h"

#include "edit/kring-name-list.h"

/* What is pasted, and the lines that it becomes. */
static const struct
{
  const char *pasted;
  const char *lines;
  const char *headings;
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
  { "Naam|Noor|Dex, m 22", "Noor|Dex, m 22", "Naam" },
  { "Naam\tLeeftijd\tRelatie|Noor\t15\t|Dex\t22 jaar\tvriend", "Noor, 15|Dex, 22 jaar, vriend",
    "Naam, Leeftijd, Relatie" },
  { "Relatie\tNAAM\tM/V\tGeboren|moeder\tIlse\tv\t12-03-1984", "Ilse, v, geb. 12-03-1984, moeder",
    "Relatie, NAAM, M/V, Geboren" },
  { "Name;Age;Relation|Dex;22;friend", "Dex, 22, friend", "Name, Age, Relation" },
  { "Naam,Leeftijd,Relatie|Dex,22,vriend", "Dex, 22, vriend", "Naam, Leeftijd, Relatie" },
  { "Voornaam\tTussenvoegsel\tAchternaam|Jo\tvan der\tBerg|Ali\t\tDemir",
    "Jo van der Berg|Ali Demir", "Voornaam, Tussenvoegsel, Achternaam" },
  { "Naam\tRol|Ilse\tmoeder|Dex\tuitkijk", "Ilse, moeder|Dex, rol: uitkijk", "Naam, Rol" },
  { "Naam\tTelefoon\tKenteken\tSnap\tGroep|Dex\t06-0000 0002\t00-KR-01\td3x\tHavenkop",
    "Dex, 06-0000 0002, 00-KR-01, @d3x, #Havenkop", "Naam, Telefoon, Kenteken, Snap, Groep" },
  /* Nothing is lost, and nothing is taken for what it is not. */
  { "Naam\tLeeftijd\tSchoen|Dex\tonbekend\t42, links",
    "Dex, (Leeftijd: onbekend), (Schoen: 42, links)", "Naam, Leeftijd, Schoen" },
  { "Nr\tNaam\tOpmerking|1\tDex\tis (vaak) laat", "Dex, (is /vaak/ laat)", "Nr, Naam, Opmerking" },
  { "Naam;Nummer|Dex;0612345678|Noor;12", "Dex, (Nummer: 0612345678)|Noor", "Naam, Nummer" },
  { "#;Naam|1.;Dex|A-3;Noor", "Dex|Noor, (#: A-3)", "#, Naam" },
  { "Naam\tLeeftijd\tGeslacht|\t25\tm", "? m, 25", "Naam, Leeftijd, Geslacht" },
  { "Kenteken\tTelefoon|00-KR-01\t", "00-KR-01", "Kenteken, Telefoon" },
  { "Noor\t15|Naam\tLeeftijd", "Noor, 15|Naam, Leeftijd", NULL },
};

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_auto (GStrv) pasted = g_strsplit (tables[i].pasted, "|", -1);
      g_autoptr (GPtrArray) rows = g_ptr_array_new (), lines = NULL;
      g_autofree char *headings = NULL, *joined = NULL;

      for (guint r = 0; pasted[r] != NULL; r++)
        g_ptr_array_add (rows, pasted[r]);
      lines = kring_name_columns_read (rows, &headings);
      g_ptr_array_add (lines, NULL);
      joined = g_strjoinv ("|", (char **) lines->pdata);
      g_test_message ("“%s”", tables[i].pasted);
      g_assert_cmpstr (joined, ==, tables[i].lines);
      g_assert_cmpstr (headings, ==, tables[i].headings);
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
  g_autofree char *headings = NULL;
  g_autoptr (GPtrArray) persons = NULL, ties = NULL;
  KringItem *dex;

  g_assert_cmpuint (
      kring_name_list_add_many (list,
                                "Naam\tGeslacht\tLeeftijd\tGeboren\tRelatie\tRol\tTelefoon\r\n"
                                "Noor\tv\t15\t\t\t\t\r\n"
                                "Dex\tman\t22\t1-2-2003\tvriend\tuitkijk\t06-0000 0002\r\n",
                                &headings, NULL),
      ==, 2);
  g_assert_cmpstr (headings, ==, "Naam, Geslacht, Leeftijd, Geboren, Relatie, Rol, Telefoon");
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
