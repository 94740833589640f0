/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "emitted.h"
#include "inspect.h"

#include "gtk/inspector/kring-audience-button.h"
#include "gtk/inspector/kring-field-row-choice.h"
#include "gtk/inspector/kring-field-row-entry.h"
#include "gtk/inspector/kring-field-row-long.h"
#include "gtk/inspector/kring-field-row-refs.h"
#include "gtk/inspector/kring-participants.h"
#include "gtk/inspector/kring-tie-list.h"
#include "gtk/widgets/kring-choice-picker.h"
#include "known.h"
#include "map/edit/kring-commands.h"
#include "seek.h"

#include <string.h>

/* A section that notes what it is told. */
typedef struct
{
  GtkWidget parent_instance;

  char *shown; /* (owned) (nullable) */
  guint n_flushed;
} Note;

typedef GtkWidgetClass NoteClass;

static GType note_get_type (void);

static void
note_show_item (KringSection *section, KringItem *item)
{
  Note *self = (Note *) section;

  g_free (self->shown);
  self->shown = item != NULL ? g_strdup (kring_item_get_id (item)) : NULL;
}

static void
note_flush (KringSection *section)
{
  ((Note *) section)->n_flushed++;
}

static void
note_section_init (KringSectionInterface *iface)
{
  iface->show_item = note_show_item;
  iface->flush = note_flush;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (Note,
                               note,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (KRING_TYPE_SECTION, note_section_init))

static void
note_finalize (GObject *object)
{
  g_free (((Note *) object)->shown);
  G_OBJECT_CLASS (note_parent_class)->finalize (object);
}

static void
note_class_init (NoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = note_finalize;
}

static void
note_init (Note *self)
{
}

static const char *
sample_text (const KringField *field)
{
  switch (field->type)
    {
    case KRING_FIELD_DATE:
      return field->flags & KRING_FIELD_WHOLE ? "3-2-2011" : "gisteren";
    case KRING_FIELD_AGE:
      return "33";
    case KRING_FIELD_NUMBER:
      return "1.5";
    default:
      return "quokka";
    }
}

static void
choose_another (KringFieldRow *row)
{
  GtkWidget *editor = kring_field_row_get_editor (row);

  if (GTK_IS_SWITCH (editor))
    gtk_switch_set_active (GTK_SWITCH (editor), !gtk_switch_get_active (GTK_SWITCH (editor)));
  else if (KRING_IS_CHOICE_PICKER (editor))
    {
      KringChoicePicker *picker = KRING_CHOICE_PICKER (editor);
      int other = kring_choice_picker_get_choice (picker) == 1 ? 2 : 1;

      gtk_toggle_button_set_active (
          GTK_TOGGLE_BUTTON (kring_choice_picker_get_button (picker, other)), TRUE);
    }
  else
    {
      GtkDropDown *drop_down = GTK_DROP_DOWN (editor);
      guint last = g_list_model_get_n_items (gtk_drop_down_get_model (drop_down)) - 1;

      gtk_drop_down_set_selected (drop_down,
                                  gtk_drop_down_get_selected (drop_down) == last ? last - 1 : last);
    }
}

static void
edit (Fixture *fixture, KringFieldRow *row)
{
  const KringField *field = kring_field_row_get_field (row);

  if (KRING_IS_FIELD_ROW_REFS (row))
    {
      KringKindId kind = g_bit_nth_lsf (field->refers_to, -1);
      g_autofree char *id = fixture_add (fixture, kind, "Somebody else");

      kring_field_row_refs_add (KRING_FIELD_ROW_REFS (row), id);
      return;
    }
  if (KRING_IS_FIELD_ROW_CHOICE (row))
    {
      choose_another (row);
      return;
    }
  inspect_type (row, sample_text (field));
  kring_field_row_flush (row);
}

/* Every field that is not drawing has a row, and editing the row is one step that can be undone. */
static void
check_field (Fixture *fixture, KringInspector *inspector, const char *id, const KringField *field)
{
  KringFieldRow *row = inspect_get_row (inspector, field->name);
  KringItem *item = kring_map_get_item (fixture->map, id);
  KringHistory *history = kring_session_get_history (fixture->session);
  g_autoptr (GVariant) before = kring_item_get_named (item, field->name);
  GVariant *after;

  if (before != NULL)
    g_variant_ref (before);
  edit (fixture, row);
  g_assert_null (kring_field_row_get_message (row));
  after = kring_item_get_named (item, field->name);
  g_assert_nonnull (after);
  g_assert_false (before != NULL && g_variant_equal (before, after));
  g_assert_true (kring_history_undo (history));
  after = kring_item_get_named (item, field->name);
  g_assert_true (before == after || g_variant_equal (before, after));
}

static void
test_every_field (Fixture *fixture, gconstpointer data)
{
  KringInspector *inspector = inspect_new (fixture);

  kring_session_set_grades (fixture->session, TRUE);
  for (guint i = 0; i < KRING_N_KINDS; i++)
    {
      const KringKind *kind = kring_kind_get (i);
      g_autofree char *id = i == KRING_KIND_TIE    ? g_strdup (fixture->tie)
                            : i == KRING_KIND_CASE ? g_strdup (KRING_MAP_CASE_ID)
                                                   : fixture_add (fixture, i, "One");
      gboolean meeting = kind->group == KRING_GROUP_MEETING || kind->group == KRING_GROUP_CASE;

      fixture_select (fixture, id);
      for (guint j = 0; j < kind->n_fields; j++)
        if (!(kind->fields[j].flags &
              (KRING_FIELD_DRAWING | KRING_FIELD_KEPT | KRING_FIELD_GRADE)) &&
            !(meeting && kind->fields[j].flags & KRING_FIELD_COMMON))
          check_field (fixture, inspector, id, &kind->fields[j]);
    }
  g_assert_finalize_object (inspector);
}

static GtkWidget *
get_child_at (GtkWidget *widget, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (n-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* What hangs on an item comes first, how sure it is right under its sources, the fields last. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  KringInspector *inspector = inspect_new (fixture);
  GtkWidget *signals = g_object_new (note_get_type (), NULL);
  GtkWidget *sources = g_object_new (note_get_type (), NULL);
  GtkWidget *tasks = g_object_new (note_get_type (), NULL);
  GtkWidget *box, *knowing;

  kring_inspector_add_section (inspector, KRING_SECTION (signals));
  kring_inspector_add_section_below (inspector, KRING_SECTION (tasks));
  kring_inspector_add_section (inspector, KRING_SECTION (sources));
  fixture_select (fixture, fixture->dex);
  box = gtk_widget_get_parent (signals);
  knowing = gtk_widget_get_ancestor (GTK_WIDGET (inspect_get_row (inspector, "certainty")),
                                     KRING_TYPE_ITEM_FORM);
  g_assert_true (get_child_at (box, 0) == signals);
  g_assert_true (get_child_at (box, 1) == sources);
  g_assert_true (get_child_at (box, 2) == knowing);
  g_assert_true (get_child_at (box, 3) == tasks);
  g_assert_true (
      gtk_widget_is_ancestor (GTK_WIDGET (inspect_get_row (inspector, "how_known")), knowing));
  g_assert_true (gtk_widget_get_next_sibling (box) ==
                 GTK_WIDGET (kring_inspector_get_form (inspector)));
  g_assert_null (kring_item_form_get_row (kring_inspector_get_form (inspector), "how_known"));
  g_assert_finalize_object (inspector);
}

/* For whom one field is stands at the field, is shown there, and can be taken back. */
static void
test_field_audience (Fixture *fixture, gconstpointer data)
{
  KringInspector *inspector = inspect_new (fixture);
  g_autofree char *phone = fixture_add (fixture, KRING_KIND_PHONE, "Phone");
  GtkWidget *button;

  fixture_select (fixture, phone);
  g_assert_null (
      seek_type (GTK_WIDGET (inspect_get_row (inspector, "name")), KRING_TYPE_AUDIENCE_BUTTON));
  button =
      seek_type (GTK_WIDGET (inspect_get_row (inspector, "number")), KRING_TYPE_AUDIENCE_BUTTON);
  g_assert_nonnull (button);
  gtk_widget_activate_action (button, "field.audience", "s", "care");
  g_assert_cmpstr (fixture_get (fixture, phone, "field_audiences"), ==, "number:care");
  button = seek_type (button, GTK_TYPE_MENU_BUTTON);
  g_assert_cmpstr (gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (button)), ==,
                   "kring-zorg-symbolic");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Number: care only");
  kring_history_undo (kring_session_get_history (fixture->session));
  g_assert_null (fixture_get (fixture, phone, "field_audiences"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Number: shared as the rest");
  g_assert_finalize_object (inspector);
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  KringInspector *inspector = inspect_new (fixture);
  KringHistory *history = kring_session_get_history (fixture->session);
  KringFieldRow *row;

  fixture_select (fixture, fixture->dex);
  row = inspect_get_row (inspector, "role");
  inspect_type (row, "b");
  inspect_type (row, "bro");
  inspect_type (row, "brother");
  g_assert_cmpstr (fixture_get (fixture, fixture->dex, "role"), ==, "brother");
  kring_field_row_flush (row);
  inspect_type (row, "brother of Noor");
  kring_history_undo (history);
  g_assert_cmpstr (fixture_get (fixture, fixture->dex, "role"), ==, "brother");
  g_assert_cmpstr (inspect_get_shown (row), ==, "brother");
  kring_history_undo (history);
  g_assert_null (fixture_get (fixture, fixture->dex, "role"));
  g_assert_finalize_object (inspector);
}

/* What the row shows of a date can be typed back into it. */
static void
test_date_round_trip (Fixture *fixture, gconstpointer data)
{
  static const char *const dates[] = { "2025",       "2025-09",          "~2019",
                                       "2025-09-12", "2025-10-11T17:40", "2025-10-11/2025-10-14" };
  KringInspector *inspector = inspect_new (fixture);
  KringFieldRow *row;

  fixture_select (fixture, fixture->tie);
  row = inspect_get_row (inspector, "since");
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *shown = NULL;

      kring_edit_set_one (fixture->editor, fixture->tie, "since", g_variant_new_string (dates[i]),
                          NULL);
      shown = g_strdup (inspect_get_shown (row));
      g_assert_cmpstr (shown, !=, "");
      inspect_type (row, "");
      kring_field_row_flush (row);
      inspect_type (row, shown);
      kring_field_row_flush (row);
      g_assert_cmpstr (fixture_get (fixture, fixture->tie, "since"), ==, dates[i]);
    }
  g_assert_finalize_object (inspector);
}

static void
test_ages (Fixture *fixture, gconstpointer data)
{
  static const char *const ages[][2] = { { "15", "15" },   { " ~25 ", "~25" }, { "ca. 30", "~30" },
                                         { "40?", "~40" }, { "200", NULL },    { "15 or 16", NULL },
                                         { "old", NULL } };
  KringInspector *inspector = inspect_new (fixture);
  KringFieldRow *row;

  fixture_select (fixture, fixture->dex);
  row = inspect_get_row (inspector, "age");
  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      kring_edit_set_one (fixture->editor, fixture->dex, "age", NULL, NULL);
      inspect_type (row, ages[i][0]);
      kring_field_row_flush (row);
      g_assert_cmpstr (fixture_get (fixture, fixture->dex, "age"), ==, ages[i][1]);
      g_assert_true ((kring_field_row_get_message (row) != NULL) == (ages[i][1] == NULL));
    }
  g_assert_finalize_object (inspector);
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  KringInspector *inspector = inspect_new (fixture);
  KringItemForm *form = kring_inspector_get_form (inspector);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  KringFieldRow *row;

  kring_edit_set_one (fixture->editor, fixture->dex, "age", g_variant_new_string ("22"), NULL);
  g_ptr_array_add (ids, fixture->noor);
  g_ptr_array_add (ids, fixture->dex);
  kring_selection_set_all (kring_session_get_selection (fixture->session), ids);
  g_assert_null (kring_item_form_get_row (form, "name"));
  row = inspect_get_row (inspector, "age");
  g_assert_cmpstr (inspect_get_shown (row), ==, "");
  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (kring_field_row_get_editor (row))),
                   ==, "–");
  inspect_type (row, "30");
  kring_field_row_flush (row);
  g_assert_cmpstr (fixture_get (fixture, fixture->noor, "age"), ==, "30");
  g_assert_cmpstr (fixture_get (fixture, fixture->dex, "age"), ==, "30");
  kring_history_undo (kring_session_get_history (fixture->session));
  g_assert_null (fixture_get (fixture, fixture->noor, "age"));
  g_assert_cmpstr (fixture_get (fixture, fixture->dex, "age"), ==, "22");

  /* With a tie among them, what persons alone have goes. */
  kring_selection_toggle (kring_session_get_selection (fixture->session), fixture->tie);
  g_assert_null (kring_item_form_get_row (form, "age"));
  inspect_get_row (inspector, "certainty");
  g_assert_finalize_object (inspector);
}

/* However often it is asked, the keyboard goes to the first field: what is typed then is the name. */
static void
test_first_field (Fixture *fixture, gconstpointer data)
{
  GtkWidget *inspector = kring_inspector_new ();
  GtkWidget *editor;

  kring_inspector_set_session (KRING_INSPECTOR (inspector), fixture->session);
  fixture_show (fixture, inspector);
  fixture_select (fixture, fixture->dex);
  fixture_settle ();
  editor = kring_field_row_get_editor (inspect_get_row (KRING_INSPECTOR (inspector), "name"));
  for (guint i = 0; i < 3; i++)
    {
      kring_inspector_enter (KRING_INSPECTOR (inspector));
      g_assert_true (
          gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), editor));
    }
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
}

static void
test_focus_stays (Fixture *fixture, gconstpointer data)
{
  GtkWidget *inspector = kring_inspector_new ();
  GtkWidget *editor;

  kring_inspector_set_session (KRING_INSPECTOR (inspector), fixture->session);
  fixture_show (fixture, inspector);
  fixture_select (fixture, fixture->dex);
  fixture_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (inspect_get_row (KRING_INSPECTOR (inspector), "name")));
  editor = kring_field_row_get_editor (inspect_get_row (KRING_INSPECTOR (inspector), "name"));
  /* Only this role is in the tree of assistive technology; that of a bare GtkText is none. */
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (editor)), ==,
                   GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_editable_set_position (GTK_EDITABLE (editor), 2);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), editor));

  kring_edit_set_one (fixture->editor, fixture->dex, "age", g_variant_new_string ("22"), NULL);
  kring_edit_rename (fixture->editor, fixture->noor, "Noor V.", NULL);
  kring_edit_rename (fixture->editor, fixture->dex, "Dexter", NULL);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), editor));
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (editor)), ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (editor)), ==, "Dexter");
}

static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  KringInspector *inspector = inspect_new (fixture);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  fixture_select (fixture, fixture->dex);
  g_assert_cmpstr (kring_inspector_get_title (inspector), ==, "Dex");
  g_ptr_array_add (ids, fixture->dex);
  kring_edit_delete (fixture->editor, ids);
  inspect_get_row (inspector, "purpose");
  kring_history_undo (kring_session_get_history (fixture->session));
  fixture_select (fixture, fixture->tie);
  g_assert_nonnull (strstr (kring_inspector_get_title (inspector), "Noor"));
  g_assert_finalize_object (inspector);
}

static void
test_ties (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = g_object_ref_sink (kring_tie_list_new (fixture->session));

  kring_tie_list_set_item (KRING_TIE_LIST (list), kring_map_get_item (fixture->map, fixture->noor));
  g_assert_cmpuint (kring_tie_list_get_size (KRING_TIE_LIST (list)), ==, 1);
  g_signal_emit_by_name (kring_tie_list_get_button (KRING_TIE_LIST (list), 0), "clicked");
  g_assert_true (
      kring_selection_contains (kring_session_get_selection (fixture->session), fixture->tie));
  kring_history_undo (kring_session_get_history (fixture->session));
  g_assert_cmpuint (kring_tie_list_get_size (KRING_TIE_LIST (list)), ==, 0);
  g_assert_finalize_object (list);
}

static void
test_participants (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = g_object_ref_sink (kring_participants_new (fixture->session));
  KringParticipants *participants = KRING_PARTICIPANTS (widget);

  kring_participants_add (participants, "Marit");
  kring_participants_add (participants, "Sem");
  g_assert_cmpuint (kring_participants_get_size (participants), ==, 2);
  kring_history_undo (kring_session_get_history (fixture->session));
  g_assert_cmpuint (kring_participants_get_size (participants), ==, 1);
  g_assert_finalize_object (widget);
}

static void
test_leave (Fixture *fixture, gconstpointer data)
{
  KringInspector *inspector = inspect_new (fixture);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (inspector));
  g_autoptr (GtSignalLogger) logger = emitted_listen (inspector, "leave", NULL);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean stop;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Escape, 0, 0, &stop);
    }
  assert_emitted (logger, "leave");
  g_clear_object (&controllers);
  g_assert_finalize_object (inspector);
}

static void
test_section (Fixture *fixture, gconstpointer data)
{
  KringInspector *inspector = inspect_new (fixture);
  Note *note = g_object_new (note_get_type (), NULL);
  g_autoptr (GPtrArray) both = g_ptr_array_new ();

  kring_inspector_add_section (inspector, KRING_SECTION (note));
  g_assert_cmpstr (note->shown, ==, KRING_MAP_CASE_ID);
  fixture_select (fixture, fixture->dex);
  g_assert_cmpstr (note->shown, ==, fixture->dex);
  g_ptr_array_add (both, fixture->dex);
  g_ptr_array_add (both, fixture->noor);
  kring_selection_set_all (kring_session_get_selection (fixture->session), both);
  g_assert_null (note->shown);
  kring_inspector_flush (inspector);
  g_assert_cmpuint (note->n_flushed, ==, 1);
  g_assert_finalize_object (inspector);
}

/* Codes are asked of those who want them only. */
static void
test_grades (Fixture *fixture, gconstpointer data)
{
  KringItem *statement =
      known_add_statement (fixture->editor, fixture->tie, KRING_STATEMENT_VERBATIM, "ja", NULL);
  g_autoptr (GtkWidget) form = g_object_ref_sink (kring_item_form_new (fixture->session));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) kring_item_get_id (statement));
  kring_item_form_set_ids (KRING_ITEM_FORM (form), ids);
  g_assert_null (kring_item_form_get_row (KRING_ITEM_FORM (form), "grade_source"));
  kring_session_set_grades (fixture->session, TRUE);
  g_assert_nonnull (kring_item_form_get_row (KRING_ITEM_FORM (form), "grade_source"));
  g_assert_nonnull (kring_item_form_get_row (KRING_ITEM_FORM (form), "grade_information"));
  g_assert_nonnull (kring_item_form_get_row (KRING_ITEM_FORM (form), "words"));
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/inspector/grades", test_grades);
  FIXTURE_TEST ("/inspector/every-field", test_every_field);
  FIXTURE_TEST ("/inspector/order", test_order);
  FIXTURE_TEST ("/inspector/field-audience", test_field_audience);
  FIXTURE_TEST ("/inspector/typing", test_typing);
  FIXTURE_TEST ("/inspector/date-round-trip", test_date_round_trip);
  FIXTURE_TEST ("/inspector/ages", test_ages);
  FIXTURE_TEST ("/inspector/several", test_several);
  FIXTURE_TEST ("/inspector/focus-stays", test_focus_stays);
  FIXTURE_TEST ("/inspector/first-field", test_first_field);
  FIXTURE_TEST ("/inspector/deleted", test_deleted);
  FIXTURE_TEST ("/inspector/ties", test_ties);
  FIXTURE_TEST ("/inspector/participants", test_participants);
  FIXTURE_TEST ("/inspector/leave", test_leave);
  FIXTURE_TEST ("/inspector/section", test_section);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
