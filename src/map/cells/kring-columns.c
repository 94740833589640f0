/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/cells/kring-columns.h"

#include "map/base/kring-fold.h"

#include <string.h>

/* Headings, folded, with commas around each. */
static const char *const words[KRING_N_COLUMNS] = {
  [KRING_COLUMN_NUMBER] = ",nr,no,#,nummer,volgnummer,volgnr,vnr,rij,regel,number,row,",
  [KRING_COLUMN_NAME] =
      ",naam,namen,name,names,volledige naam,full name,naam betrokkene,naam jeugdige,"
      "naam persoon,naam client,",
  [KRING_COLUMN_FIRST_NAME] =
      ",voornaam,voornamen,roepnaam,voorletters,initialen,first name,given name,initials,",
  [KRING_COLUMN_INFIX] = ",tussenvoegsel,tussenvoegsels,tv,tussenv,voorvoegsel,infix,",
  [KRING_COLUMN_LAST_NAME] = ",achternaam,familienaam,geslachtsnaam,last name,surname,family name,",
  [KRING_COLUMN_SEX] = ",geslacht,m/v,v/m,m/v/x,v/m/x,man/vrouw,sekse,sex,gender,",
  [KRING_COLUMN_AGE] = ",leeftijd,lft,leeft,age,jaar,jaren,",
  [KRING_COLUMN_BORN] =
      ",geboren,geboren op,geb,geboortedatum,gebdatum,geb.datum,geb. datum,geboortedag,born,"
      "date of birth,birth date,birthdate,birthday,dob,",
  [KRING_COLUMN_RELATION] =
      ",relatie,relaties,soort relatie,verwantschap,familieband,band,relation,relationship,tie,",
  [KRING_COLUMN_ROLE] = ",rol,functie,in beeld als,role,function,",
  [KRING_COLUMN_PHONE] =
      ",telefoon,tel,telnr,tel.nr,tel nr,telefoonnr,telefoonnummer,mobiel,mobiel nummer,"
      "mobiele nummer,mobielnummer,mobiele telefoon,gsm,gsm-nummer,gsm nummer,06,06-nummer,"
      "06 nummer,phone,phone number,mobile,mobile phone,telephone,",
  [KRING_COLUMN_PLATE] =
      ",kenteken,kentekens,kenteken auto,auto,plate,number plate,licence plate,license plate,",
  [KRING_COLUMN_ACCOUNT] =
      ",account,snapchat,snap,instagram,insta,tiktok,telegram,gebruikersnaam,username,",
  [KRING_COLUMN_GROUP] = ",groep,group,",
  [KRING_COLUMN_NOTE] =
      ",opmerking,opmerkingen,opm,notitie,notities,toelichting,bijzonderheden,omschrijving,"
      "beschrijving,info,informatie,details,memo,note,notes,remark,remarks,comment,comments,"
      "description,",
};

/* Over the names, unless something else is. */
static const char weak_words[] =
    ",wie,who,persoon,personen,person,betrokkene,betrokkenen,jeugdige,jongere,client,contact,"
    "contactpersoon,";

/* (transfer full): a heading without what stands in brackets behind it, and marks at its end. */
static char *
dup_plain_heading (const char *heading)
{
  g_autofree char *folded = kring_fold (heading);
  char *bracket = strchr (folded, '(');

  if (bracket != NULL && bracket > folded)
    *bracket = '\0';
  g_strstrip (folded);
  for (gsize n = strlen (folded); n > 1 && strchr (":*.? ", folded[n - 1]) != NULL; n--)
    folded[n - 1] = '\0';
  return g_steal_pointer (&folded);
}

/**
 * kring_column_find:
 * @heading: as it stands over the column
 *
 * Returns: what the column holds
 */
KringColumn
kring_column_find (const char *heading)
{
  g_autofree char *plain = dup_plain_heading (heading);
  g_autofree char *wanted = g_strdup_printf (",%s,", plain);

  if (*plain == '\0' || strchr (plain, ',') != NULL)
    return KRING_COLUMN_OTHER;
  /* "Relatie tot Noor" */
  if (g_str_has_prefix (plain, "relatie ") || g_str_has_prefix (plain, "relation "))
    return KRING_COLUMN_RELATION;
  for (guint i = 0; i < KRING_N_COLUMNS; i++)
    if (words[i] != NULL && strstr (words[i], wanted) != NULL)
      return i;
  return KRING_COLUMN_OTHER;
}

/**
 * kring_column_may_name:
 * @heading: as it stands over the column
 *
 * Returns: whether the column holds the names if no other one does
 */
gboolean
kring_column_may_name (const char *heading)
{
  g_autofree char *plain = dup_plain_heading (heading);
  g_autofree char *wanted = g_strdup_printf (",%s,", plain);

  return *plain != '\0' && strstr (weak_words, wanted) != NULL;
}

/**
 * kring_column_is_name:
 *
 * Returns: whether it says what somebody is called
 */
gboolean
kring_column_is_name (KringColumn column)
{
  return column == KRING_COLUMN_NAME || column == KRING_COLUMN_FIRST_NAME ||
         column == KRING_COLUMN_LAST_NAME;
}
