/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scripts: what is done, and the map, the undo label and the saved state that must follow. */
#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  KringMap *map;
  KringEditor *editor;
  KringHistory *history;
  GPtrArray *fragment; /* (nullable) what was copied */
  GError *error;       /* (nullable) of the last step */
  gboolean positions;  /* whether places are looked at */
  guint along;         /* ties that the last delete took along */
} Rig;

static const struct
{
  const char *script;   /* steps, separated by ";", their words by spaces */
  const char *expected; /* every item but the case */
  const char *label;    /* (nullable) what undo would take back */
  gboolean saved;
} scripts[] = {
  { "", "", NULL, TRUE },
  { "person Noor", "Noor[care]", "Add Person", FALSE },
  { "person Noor; undo", "", NULL, TRUE },
  { "person Noor; undo; redo", "Noor[care]", "Add Person", FALSE },
  { "person Noor; save; person Dex; undo", "Noor[care]", "Add Person", TRUE },
  { "person Noor; save; undo", "", NULL, FALSE },
  { "pen police; place Flat", "place:Flat[police]", "Add Place", FALSE },
  { "pen together; centre Noor; centre Sanne", "Noor*[together] Sanne*[together]", "Add Person",
    FALSE },
  { "person “Dex”", "“Dex”[care] alias=Dex", "Add Person", FALSE },
  { "participant Wijkagent", "participant:Wijkagent[police]", "Add Participant", FALSE },
  /* Ties. */
  { "person A; person B; tie A B friend 2",
    "A[care] B[care] A-B[care] certainty=suspected kind=friend", "Add Tie", FALSE },
  { "person A; person B; tie A B friend 0; tie B A knows 0",
    "A[care] B[care] A-B[care] kind=friend B-A[care] kind=knows", "Add Tie", FALSE },
  { "person A; tie A A friend 0", "A[care] !self", "Add Person", FALSE },
  { "person A; tie A X friend 0", "A[care] !missing", "Add Person", FALSE },
  { "person A; group G A; tie A G friend 0", "A[care] group:G[care] members=A !kind", "Group",
    FALSE },
  { "person A; person B; tie A B x 0; quality A-B 7; stronger A-B; stronger A-B; stronger A-B",
    "A[care] B[care] A-B[care] kind=x quality=control intensity=strong", "Change Strength", FALSE },
  { "person A; person B; tie A B x 0; weaker A-B; weaker A-B; undo",
    "A[care] B[care] A-B[care] kind=x", "Add Tie", FALSE },
  { "person A; person B; tie A B x 0; cycle A-B",
    "A[care] B[care] A-B[care] kind=x direction=forward", "Change Direction", FALSE },
  { "person A; person B; tie A B x 0; cycle A-B; reverse A-B",
    "A[care] B[care] A-B[care] kind=x direction=backward", "Reverse Direction", FALSE },
  { "person A; person B; tie A B x 0; cycle A-B; cycle A-B; cycle A-B; cycle A-B",
    "A[care] B[care] A-B[care] kind=x", "Change Direction", FALSE },
  { "person A; person B; tie A B x 0; reverse A-B", "A[care] B[care] A-B[care] kind=x", "Add Tie",
    FALSE },
  /* Kinds that have a doer. */
  { "person A; person B; tie A B ronselt 2",
    "A[care] B[care] A-B[care] certainty=suspected kind=ronselt quality=control direction=forward",
    "Add Tie", FALSE },
  { "person A; person B; tie A B x 0; set A-B kind bedreigt",
    "A[care] B[care] A-B[care] kind=bedreigt quality=violence direction=forward", "Change Kind",
    FALSE },
  { "person A; person B; tie A B x 0; set A-B kind bedreigt; undo",
    "A[care] B[care] A-B[care] kind=x", "Add Tie", FALSE },
  { "person A; person B; tie A B ronselt 0; reverse A-B; set A-B kind bedreigt",
    "A[care] B[care] A-B[care] kind=bedreigt quality=violence direction=backward", "Change Kind",
    FALSE },
  { "person A; person B; tie A B ronselt 0; quality A-B 5; set A-B kind vriend",
    "A[care] B[care] A-B[care] kind=vriend quality=tense", "Change Kind", FALSE },
  { "person A; person B; tie A B x 0; cycle A-B; set A-B kind vriend",
    "A[care] B[care] A-B[care] kind=vriend direction=forward", "Change Kind", FALSE },
  { "person A; person B; tie A B x 0; rename A-B rijdt",
    "A[care] B[care] A-B[care] kind=rijdt direction=forward", "Rename", FALSE },
  { "person A; person B; tie A B x 0; type A-B kind ronselt; type A-B kind ronselt_",
    "A[care] B[care] A-B[care] kind=ronselt_", "Change Kind", FALSE },
  { "person A; person B; tie A B x 0; bend A-B 18; slide A-B 2",
    "A[care] B[care] A-B[care] kind=x bend=18 label_at=0.95", "Move Label", FALSE },
  { "person A; person B; tie A B x 0; bend A-B 18; bend A-B 0", "A[care] B[care] A-B[care] kind=x",
    "Straighten Tie", FALSE },
  { "person A; person B; person C; tie A B x 0; set A-B to C",
    "A[care] B[care] C[care] A-C[care] kind=x", "Change To", FALSE },
  { "person A; person B; tie A B x 0; set A-B to A", "A[care] B[care] A-B[care] kind=x !self",
    "Add Tie", FALSE },
  { "person A; person B; tie A B x 0; set A-B to -", "A[care] B[care] A-B[care] kind=x !empty",
    "Add Tie", FALSE },
  /* Fields. */
  { "person A; set A age 15", "A[care] age=15", "Change Age", FALSE },
  { "person A; set A age fifteen", "A[care] !value", "Add Person", FALSE },
  { "person A; set A plate x", "A[care] !kind", "Add Person", FALSE },
  { "person A; set X age 15", "A[care] !missing", "Add Person", FALSE },
  { "person A; set A certainty confirmed", "A[care] certainty=confirmed certainty_by_hand=true",
    "Change Certainty", FALSE },
  { "person A; place P; certainty A,P,X 4",
    "A[care] certainty=refuted certainty_by_hand=true place:P[care] certainty=refuted "
    "certainty_by_hand=true",
    "Change Certainty", FALSE },
  { "person A; place P; certainty A,P 4; undo", "A[care] place:P[care]", "Add Place", FALSE },
  { "person A; place P; ring A,P 1", "A[care] ring=near place:P[care]", "Change Ring", FALSE },
  { "person A; person B; setall A,B sex woman", "A[care] sex=woman B[care] sex=woman", "Change Sex",
    FALSE },
  { "person A; person B; setall A,B sex girl", "A[care] B[care] !value", "Add Person", FALSE },
  { "person A; vehicle V; setall A,V plate 00-KR-01", "A[care] vehicle:V[care] plate=00-KR-01",
    "Change Number plate", FALSE },
  { "place P; set P secret yes", "place:P[care] secret=true", "Change Secret address", FALSE },
  { "person A; rename A B", "B[care]", "Rename", FALSE },
  { "person A; rename A “D”", "“D”[care] name=A alias=D alias_first=true", "Rename", FALSE },
  { "person A; rename A “D”; rename “D” E; undo; undo", "A[care]", "Add Person", FALSE },
  { "person A; rename A “D”; rename “D” E", "“E”[care] name=A alias=E alias_first=true", "Rename",
    FALSE },
  { "person A; rename A _", "A[care] !empty", "Add Person", FALSE },
  { "person A; person B; tie A B x 0; rename A-B y", "A[care] B[care] A-B[care] kind=y", "Rename",
    FALSE },
  { "person A; type A role p; type A role po; type A role pos", "A[care] role=pos", "Change Role",
    FALSE },
  { "person A; type A role p; type A role po; undo", "A[care]", "Add Person", FALSE },
  { "person A; type A role p; close; type A role po; undo", "A[care] role=p", "Change Role",
    FALSE },
  { "person A; type A role p; type A why q; undo", "A[care] role=p", "Change Role", FALSE },
  { "person A; person B; centreon B; centreon A", "A*[care] B[care]", "Change Centre", FALSE },
  { "centre A; centreon -", "A[care]", "Change Centre", FALSE },
  { "place P; centreon P", "place:P[care]", "Add Place", FALSE },
  { "place P; event E; set E place P; delete P", "event:E[care]", "Delete", FALSE },
  /* Places. */
  { "person A 10 20; move A 5 -5", "A[care]@15,15", "Move", FALSE },
  { "person A 10 20; pin A; move A 5 -5", "A[care]@15,15 pinned=true", "Move", FALSE },
  { "person A 10 20; move A 0 0", "A[care]@10,20", "Add Person", FALSE },
  { "person A; person B; person C; group G A,B; pin G",
    "A[care] pinned=true B[care] pinned=true C[care] group:G[care] members=A,B", "Pin", FALSE },
  { "person A 10 20; person B 0 0; group G A,B; move G,A 1 1",
    "A[care]@11,21 B[care]@1,1 group:G[care] members=A,B", "Move", FALSE },
  { "person A 10 20; move A 1e9 -1e9", "A[care]@1000000,-1000000", "Move", FALSE },
  /* Whole items. */
  { "person A; person B; tie A B x 0; tie B A y 0; delete A", "B[care] along=2", "Delete", FALSE },
  { "person A; person B; tie A B x 0; delete A,A-B,B", "", "Delete", FALSE },
  { "person A; person B; tie A B x 0; delete A; undo", "A[care] B[care] A-B[care] kind=x",
    "Add Tie", FALSE },
  { "centre A; delete A", "", "Delete", FALSE },
  { "centre A; delete A; undo", "A*[care]", "Add Person", FALSE },
  { "person A; person B; group G A,B; delete A", "B[care] group:G[care] members=B", "Delete",
    FALSE },
  { "person A; delete case,X", "A[care]", "Add Person", FALSE },
  { "person A; person B; group G A,B; ungroup G", "A[care] B[care]", "Ungroup", FALSE },
  { "person A; ungroup A; group G X", "A[care]", "Add Person", FALSE },
  { "centre A; person B; person C; tie A B x 0; tie A C y 0; dup A,B",
    "A*[care] A[care] B[care] B[care] C[care] A-B[care] kind=x A-B[care] kind=x A-C[care] kind=y",
    "Duplicate", FALSE },
  { "person A; dup A; undo", "A[care]", "Add Person", FALSE },
  { "dup X", "", NULL, TRUE },
  { "pen police; person A; person B; tie A B x 0; place P; copy A,B,P; delete A,B,P; pen care; "
    "paste",
    "A[police] B[police] place:P[police] A-B[police] kind=x", "Paste", FALSE },
  { "person A; account K; set K controlled_by A; copy K; paste",
    "A[care] account:K[care] controlled_by=A account:K[care] controlled_by=A", "Paste", FALSE },
  { "person A; account K; set K controlled_by A; copy K; delete A; paste",
    "account:K[care] account:K[care]", "Paste", FALSE },
  { "person A; account K; set K controlled_by A; copy K,A; delete A,K; paste",
    "A[care] account:K[care] controlled_by=A", "Paste", FALSE },
  { "person A; person B; tie A B x 0; copy A-B; delete A; paste", "B[care]", "Delete", FALSE },
  { "person A; person B; group G A,B; copy G,A; delete A,B,G; paste",
    "A[care] group:G[care] members=A", "Paste", FALSE },
  /* Transactions. */
  { "begin Both; person A; person B; commit; undo", "", NULL, TRUE },
  { "begin Both; person A; person B; commit", "A[care] B[care]", "Both", FALSE },
  { "person A; begin Both; delete A; person B; cancel", "A[care]", "Add Person", FALSE },
  { "begin Both; commit", "", NULL, TRUE },
};

static GDateTime *
fixed_clock (gpointer data)
{
  return g_date_time_new_utc (2025, 11, 20, 10, 0, 0);
}

/* The last item of that name, so that copies can be told from originals. */
static char *
find (Rig *rig, const char *name)
{
  for (guint i = 0; i < kring_map_get_n_items (rig->map); i++)
    {
      KringItem *item = kring_map_get_nth (rig->map, i);
      g_autofree char *title = NULL;

      if (kring_item_is (item, KRING_KIND_TIE))
        {
          g_autofree char *from = kring_item_dup_title (
              kring_map_get_item (rig->map, kring_item_get_text (item, "from")));
          g_autofree char *to = kring_item_dup_title (
              kring_map_get_item (rig->map, kring_item_get_text (item, "to")));

          title = g_strdup_printf ("%s-%s", from, to);
        }
      else
        title = kring_item_dup_title (item);
      if (g_str_equal (title, name))
        return g_strdup (kring_item_get_id (item));
    }
  return g_strdup (g_str_equal (name, "case") ? KRING_MAP_CASE_ID : "nobody");
}

static GPtrArray *
find_all (Rig *rig, const char *names)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (names, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (ids, find (rig, parts[i]));
  return ids;
}

static GVariant *
read_value (Rig *rig, const char *field_name, const char *text)
{
  if (g_str_equal (text, "-"))
    return NULL;
  if (g_str_equal (text, "yes"))
    return g_variant_new_boolean (TRUE);
  if (g_strv_contains ((const char *[]){ "to", "place", "controlled_by", NULL }, field_name))
    return g_variant_new_take_string (find (rig, text));
  return g_variant_new_string (text);
}

static gboolean
run_adding (Rig *rig, char **w)
{
  const KringKind *kind = kring_kind_find (w[0]);
  KringPoint at = { w[1] && w[2] ? atof (w[2]) : 0, w[1] && w[2] && w[3] ? atof (w[3]) : 0 };

  if (g_str_equal (w[0], "centre"))
    kring_edit_add_centre (rig->editor, w[1], at);
  else if (g_str_equal (w[0], "participant"))
    kring_edit_add_participant (rig->editor, w[1]);
  else if (g_str_equal (w[0], "tie"))
    {
      g_autofree char *from = find (rig, w[1]), *to = find (rig, w[2]);

      kring_edit_add_tie (rig->editor, from, to, w[3], atoi (w[4]), &rig->error);
    }
  else if (kind != NULL && kind->id != KRING_KIND_GROUP)
    kring_edit_add (rig->editor, kind->id, w[1], at);
  else
    return FALSE;
  return TRUE;
}

static gboolean
run_fields (Rig *rig, char **w, const char *id, GPtrArray *ids)
{
  if (g_str_equal (w[0], "set"))
    kring_edit_set_one (rig->editor, id, w[2], read_value (rig, w[2], w[3]), &rig->error);
  else if (g_str_equal (w[0], "setall"))
    kring_edit_set (rig->editor, ids, w[2], read_value (rig, w[2], w[3]), &rig->error);
  else if (g_str_equal (w[0], "type"))
    kring_edit_type (rig->editor, id, w[2], w[3], &rig->error);
  else if (g_str_equal (w[0], "rename"))
    kring_edit_rename (rig->editor, id, g_str_equal (w[2], "_") ? " " : w[2], &rig->error);
  else if (g_str_equal (w[0], "certainty"))
    kring_edit_set_certainty (rig->editor, ids, atoi (w[2]));
  else if (g_str_equal (w[0], "quality"))
    kring_edit_set_quality (rig->editor, ids, atoi (w[2]));
  else if (g_str_equal (w[0], "stronger"))
    kring_edit_change_intensity (rig->editor, ids, 1);
  else if (g_str_equal (w[0], "weaker"))
    kring_edit_change_intensity (rig->editor, ids, -1);
  else if (g_str_equal (w[0], "cycle"))
    kring_edit_cycle_direction (rig->editor, ids);
  else if (g_str_equal (w[0], "reverse"))
    kring_edit_reverse_ties (rig->editor, ids);
  else if (g_str_equal (w[0], "ring"))
    kring_edit_set_ring (rig->editor, ids, atoi (w[2]));
  else if (g_str_equal (w[0], "centreon"))
    kring_edit_set_centre (rig->editor, g_str_equal (w[1], "-") ? NULL : id);
  else
    return FALSE;
  return TRUE;
}

static gboolean
run_places (Rig *rig, char **w, const char *id, GPtrArray *ids)
{
  if (g_str_equal (w[0], "pin"))
    kring_edit_set_pinned (rig->editor, ids, TRUE);
  else if (g_str_equal (w[0], "bend"))
    kring_edit_bend_tie (rig->editor, id, atof (w[2]));
  else if (g_str_equal (w[0], "slide"))
    kring_edit_slide_label (rig->editor, id, atof (w[2]));
  else if (g_str_equal (w[0], "move"))
    kring_edit_move (rig->editor, ids, atof (w[2]), atof (w[3]));
  else
    return FALSE;
  return TRUE;
}

static gboolean
run_whole (Rig *rig, char **w, const char *id, GPtrArray *ids)
{
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GPtrArray) members = NULL;

  if (g_str_equal (w[0], "delete"))
    rig->along = kring_edit_delete (rig->editor, ids);
  else if (g_str_equal (w[0], "dup"))
    copies = kring_edit_duplicate (rig->editor, ids);
  else if (g_str_equal (w[0], "copy"))
    rig->fragment = kring_edit_dup_fragment (rig->map, ids);
  else if (g_str_equal (w[0], "paste"))
    copies = kring_edit_paste (rig->editor, rig->fragment, KRING_POINT_INIT (0, 0));
  else if (g_str_equal (w[0], "group"))
    kring_edit_group (rig->editor, (members = find_all (rig, w[2])), w[1]);
  else if (g_str_equal (w[0], "ungroup"))
    kring_edit_ungroup (rig->editor, id);
  else
    return FALSE;
  return TRUE;
}

static gboolean
run_history (Rig *rig, char **w)
{
  if (g_str_equal (w[0], "undo"))
    kring_history_undo (rig->history);
  else if (g_str_equal (w[0], "redo"))
    kring_history_redo (rig->history);
  else if (g_str_equal (w[0], "save"))
    kring_history_mark_saved (rig->history, kring_history_get_revision (rig->history));
  else if (g_str_equal (w[0], "close"))
    kring_history_close (rig->history);
  else if (g_str_equal (w[0], "begin"))
    kring_history_begin (rig->history, w[1]);
  else if (g_str_equal (w[0], "commit"))
    kring_history_commit (rig->history);
  else if (g_str_equal (w[0], "cancel"))
    kring_history_cancel (rig->history);
  else
    return FALSE;
  return TRUE;
}

static void
run_step (Rig *rig, const char *step)
{
  g_auto (GStrv) w = g_strsplit (step, " ", -1);
  g_autofree char *id = w[1] != NULL ? find (rig, w[1]) : NULL;
  g_autoptr (GPtrArray) ids = find_all (rig, w[1] != NULL ? w[1] : "");

  g_clear_error (&rig->error);
  rig->along = 0;
  if (g_str_equal (w[0], "pen"))
    kring_editor_set_pen (rig->editor, g_str_equal (w[1], "police")     ? KRING_PARTY_POLICE
                                       : g_str_equal (w[1], "together") ? KRING_PARTY_TOGETHER
                                                                        : KRING_PARTY_CARE);
  else if (!run_history (rig, w) && !run_whole (rig, w, id, ids) && !run_fields (rig, w, id, ids) &&
           !run_places (rig, w, id, ids) && !run_adding (rig, w))
    g_error ("unknown step: %s", step);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
print_field (GString *text, Rig *rig, KringItem *item, const KringField *field)
{
  g_autofree char *value = NULL;
  GVariant *raw = kring_item_get_value (item, field);

  if (raw == NULL || g_str_equal (field->name, "recorded") || g_str_equal (field->name, "party"))
    return;
  if (g_str_equal (field->name, "name") && kring_item_get_text (item, "alias") == NULL)
    return;
  if (g_str_equal (field->name, "from") || g_str_equal (field->name, "to") ||
      field->type == KRING_FIELD_POINT)
    return;
  if (field->refers_to != 0)
    {
      g_autofree char *titles = kring_map_dup_value_text (rig->map, item, field);
      g_auto (GStrv) parts = g_strsplit (titles, ", ", -1);

      qsort (parts, g_strv_length (parts), sizeof *parts, compare_strings);
      value = g_strjoinv (",", parts);
    }
  else if (g_variant_is_of_type (raw, G_VARIANT_TYPE_STRING))
    value = g_variant_dup_string (raw, NULL);
  else if (field->type == KRING_FIELD_NUMBER)
    value = g_strdup_printf ("%g", g_variant_get_double (raw));
  else
    value = g_variant_print (raw, FALSE);
  g_string_append_printf (text, " %s=%s", field->name, value);
}

static char *
print_item (Rig *rig, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  GString *text = g_string_new (NULL);
  g_autofree char *title = kring_item_dup_title (item);
  KringPoint position;

  if (kind->id == KRING_KIND_TIE)
    for (int i = 0; i < 2; i++)
      {
        const char *id = kring_item_get_text (item, i == 0 ? "from" : "to");
        g_autofree char *end = kring_item_dup_title (kring_map_get_item (rig->map, id));

        g_string_append_printf (text, "%s%s", i == 0 ? "" : "-", end);
      }
  else if (kind->id == KRING_KIND_PERSON)
    g_string_append_printf (text, "%s%s", title, kring_map_is_centre (rig->map, item) ? "*" : "");
  else
    g_string_append_printf (text, "%s:%s", kind->name, title);
  g_string_append_printf (text, "[%s]", kring_item_get_text (item, "party"));
  g_assert_cmpstr (kring_item_get_text (item, "recorded"), ==, "2025-11-20");
  if (rig->positions && kring_item_get_position (item, &position))
    g_string_append_printf (text, "@%.0f,%.0f", position.x, position.y);
  for (guint i = 0; i < kind->n_fields; i++)
    print_field (text, rig, item, &kind->fields[i]);
  return g_string_free (text, FALSE);
}

static void
print_kind (GString *text, Rig *rig, KringKindId kind)
{
  g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (rig->map, kind);
  g_autoptr (GPtrArray) printed = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (printed, print_item (rig, items->pdata[i]));
  g_ptr_array_sort (printed, compare_strings);
  for (guint i = 0; i < printed->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", (char *) printed->pdata[i]);
}

static char *
print_map (Rig *rig)
{
  static const char *const errors[] = {
    [KRING_EDIT_ERROR_SELF_TIE] = "self", [KRING_EDIT_ERROR_EMPTY] = "empty",
    [KRING_EDIT_ERROR_VALUE] = "value",   [KRING_EDIT_ERROR_NO_NAME] = "empty",
    [KRING_EDIT_ERROR_ITSELF] = "value",  [KRING_EDIT_ERROR_KIND] = "kind",
    [KRING_EDIT_ERROR_NO_FIELD] = "kind", [KRING_EDIT_ERROR_MISSING] = "missing",
  };
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < KRING_N_KINDS; k++)
    if (k != KRING_KIND_CASE)
      print_kind (text, rig, k);
  if (rig->error != NULL)
    g_string_append_printf (text, " !%s", errors[rig->error->code]);
  if (rig->along > 0)
    g_string_append_printf (text, "%salong=%u", text->len > 0 ? " " : "", rig->along);
  return g_string_free (text, FALSE);
}

static void
run_script (const char *script, const char *expected, const char *label, gboolean saved)
{
  Rig rig = { kring_map_new () };
  g_auto (GStrv) steps = g_strsplit (script, "; ", -1);
  g_autofree char *printed = NULL;

  rig.editor = kring_editor_new (rig.map, kring_id_source_new_seeded (9));
  rig.history = kring_editor_get_history (rig.editor);
  rig.positions = strstr (script, "move") != NULL;
  kring_editor_set_clock (rig.editor, fixed_clock, NULL);
  for (guint i = 0; steps[i] != NULL; i++)
    run_step (&rig, steps[i]);
  printed = print_map (&rig);
  g_assert_cmpstr (printed, ==, expected);
  g_assert_cmpstr (kring_history_get_undo_label (rig.history), ==, label);
  g_assert_cmpint (kring_history_can_undo (rig.history), ==, label != NULL);
  g_assert_cmpint (kring_history_is_saved (rig.history), ==, saved);
  g_clear_error (&rig.error);
  g_clear_pointer (&rig.fragment, g_ptr_array_unref);
  g_assert_finalize_object (rig.editor);
  g_assert_finalize_object (rig.map);
}

static void
test_scripts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_test_message ("%s", scripts[i].script);
      run_script (scripts[i].script, scripts[i].expected, scripts[i].label, scripts[i].saved);
    }
}

/* A fragment outlives its map, and finds nothing of it on another. */
static void
test_other_map (void)
{
  KringMap *map = kring_map_new (), *other = kring_map_new ();
  KringEditor *editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  KringEditor *other_editor = kring_editor_new (other, kring_id_source_new_seeded (1));
  KringItem *a = kring_edit_add (editor, KRING_KIND_PERSON, "A", KRING_POINT_INIT (0, 0));
  KringItem *k = kring_edit_add (editor, KRING_KIND_ACCOUNT, "K", KRING_POINT_INIT (0, 0));
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) fragment = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  kring_edit_set_one (editor, kring_item_get_id (k), "controlled_by",
                      g_variant_new_string (kring_item_get_id (a)), NULL);
  g_ptr_array_add (ids, g_strdup (kring_item_get_id (k)));
  fragment = kring_edit_dup_fragment (map, ids);
  g_assert_finalize_object (editor);
  g_assert_finalize_object (map);
  copies = kring_edit_paste (other_editor, fragment, KRING_POINT_INIT (500, 500));
  g_assert_cmpuint (copies->len, ==, 1);
  k = kring_map_get_item (other, copies->pdata[0]);
  g_assert_null (kring_item_get_named (k, "controlled_by"));
  g_clear_pointer (&fragment, g_ptr_array_unref);
  g_assert_finalize_object (other_editor);
  g_assert_finalize_object (other);
}

/* Adding never fails, whatever the name. */
static void
test_names (void)
{
  KringMap *map = kring_map_new ();
  KringEditor *editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  g_autofree char *many = g_strnfill (10000, 'x');
  KringPoint nowhere = { NAN, INFINITY };
  KringItem *item = kring_edit_add (editor, KRING_KIND_PERSON, many, nowhere);

  g_assert_cmpuint (strlen (kring_item_get_text (item, "name")), ==, 2000);
  item = kring_edit_add (editor, KRING_KIND_NOTE, "  a\n\tb\x01 ", nowhere);
  g_assert_cmpstr (kring_item_get_text (item, "name"), ==, "a  b");
  item = kring_edit_add (editor, KRING_KIND_PERSON, "“Dex", nowhere);
  g_assert_cmpstr (kring_item_get_text (item, "name"), ==, "“Dex");
  item = kring_edit_add (editor, KRING_KIND_PERSON, "\xff", nowhere);
  g_assert_cmpstr (kring_item_get_text (item, "name"), ==, "\xef\xbf\xbd");
  g_assert_true (kring_map_check (map, NULL, NULL));
  g_assert_finalize_object (editor);
  g_assert_finalize_object (map);
}

/* Pinned is what is pinned altogether: one that stands free is pinned with the rest. */
static void
test_are_pinned (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (2));
  g_autoptr (GPtrArray) ids = g_ptr_array_new (), group = g_ptr_array_new ();
  const char *dex = kring_item_get_id (
      kring_edit_add (editor, KRING_KIND_PERSON, "Dex", KRING_POINT_INIT (0, 0)));
  const char *kay = kring_item_get_id (
      kring_edit_add (editor, KRING_KIND_PERSON, "Kay", KRING_POINT_INIT (200, 0)));

  g_assert_false (kring_edit_are_pinned (editor, ids));
  g_ptr_array_add (ids, (gpointer) dex);
  kring_edit_set_pinned (editor, ids, TRUE);
  g_assert_true (kring_edit_are_pinned (editor, ids));
  g_ptr_array_add (ids, (gpointer) kay);
  g_assert_false (kring_edit_are_pinned (editor, ids));
  g_ptr_array_add (group, (gpointer) kring_item_get_id (kring_edit_group (editor, ids, "De Wilg")));
  kring_edit_set_pinned (editor, group, TRUE);
  g_assert_true (kring_edit_are_pinned (editor, group));
  g_assert_true (kring_edit_are_pinned (editor, ids));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/commands/scripts", test_scripts);
  g_test_add_func ("/edit/commands/other-map", test_other_map);
  g_test_add_func ("/edit/commands/names", test_names);
  g_test_add_func ("/edit/commands/are-pinned", test_are_pinned);
  return g_test_run ();
}
