/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/interact/kring-actions.h"

#include "hands/interact/kring-action-runs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WINDOW KRING_USE_WINDOW
#define MAP KRING_USE_MAP
#define LIST KRING_USE_LIST
#define SIGNAL KRING_USE_SIGNAL
#define STATEMENT KRING_USE_STATEMENT
#define GAP KRING_USE_GAP
#define TASK KRING_USE_TASK
#define CHOICE KRING_USE_CHOICE
#define CARD KRING_USE_CARD
#define TIME KRING_USE_TIME
#define YOUTH KRING_USE_YOUTH
#define SHOWN KRING_USE_SHOWN
#define OPEN KRING_USE_OPEN
#define ABOUT KRING_USE_ABOUT
#define STATE KRING_USE_STATE
#define CERTAINTY (MAP | LIST | SIGNAL | STATEMENT | CHOICE | ABOUT | STATE)
#define ANY KRING_ACTION_ANY
#define SAME_LINE KRING_ACTION_SAME_LINE

static const KringAction actions[] = {
  { .help = N_ ("Map and file") },
  { "app.new", NULL, "<Control>n", WINDOW, N_ ("_New Map"), N_ ("New map") },
  { "app.open", NULL, "<Control>o", WINDOW, N_ ("_Open…"), N_ ("Open") },
  { "app.example", NULL, NULL, 0, N_ ("Open the _Example") },
  { "win.save", NULL, "<Control>s", WINDOW | OPEN, N_ ("_Save"), N_ ("Save") },
  { "win.save-as", NULL, "<Control><Shift>s", WINDOW | OPEN, N_ ("Save _As…"), N_ ("Save as") },
  { "win.export", NULL, "<Control>e", WINDOW | OPEN, N_ ("Share or _Export…"),
    N_ ("Share or export: a PDF, a picture") },
  { "win.close", NULL, "<Control>w", WINDOW, NULL, N_ ("Close the window") },
  { "app.preferences", NULL, "<Control>comma", WINDOW, N_ ("_Preferences"), N_ ("Preferences") },
  { "win.show-help-overlay", NULL, "<Control>question <Control>F1", WINDOW,
    N_ ("_Keyboard Shortcuts"), N_ ("This overview") },
  { "app.about", NULL, NULL, 0, N_ ("_About Kring") },
  { "app.quit", NULL, "<Control>q", WINDOW, NULL, N_ ("Quit") },
  { .help = N_ ("Who brings this in") },
  { "win.pen", "care", "<Alt>1", WINDOW | OPEN, NULL, N_ ("Care"),
    .tip = N_ ("Care brings in (Alt+1)") },
  { "win.pen", "police", "<Alt>2", WINDOW | OPEN, NULL, N_ ("Police"),
    .tip = N_ ("Police bring in (Alt+2)") },
  /* Translators: care and police bring something in together */
  { "win.pen", "both", "<Alt>3", WINDOW | OPEN, NULL, N_ ("Together"),
    .tip = N_ ("Bring in together (Alt+3)") },
  { .help = N_ ("Change") },
  { "win.undo", NULL, "<Control>z", WINDOW | OPEN, NULL, N_ ("Undo") },
  { "win.redo", NULL, "<Control><Shift>z <Control>y", WINDOW | OPEN, NULL, N_ ("Redo") },
  { "map.copy", NULL, "<Control>c", MAP | ABOUT, N_ ("_Copy"), N_ ("Copy, cut, paste") },
  { "map.cut", NULL, "<Control>x", MAP | ABOUT, NULL, SAME_LINE },
  { "map.paste", NULL, "<Control>v", MAP, N_ ("P_aste"), SAME_LINE },
  { "map.copy-picture", NULL, "<Control><Shift>c", MAP, NULL, N_ ("Copy a picture of the map") },
  { "map.duplicate", NULL, "<Control>d", MAP | ABOUT, N_ ("D_uplicate"), N_ ("Duplicate"),
    kring_run_duplicate, .in_list = N_ ("Duplicate") },
  { "map.select-all", NULL, "<Control>a", MAP, N_ ("_Select All"), N_ ("Select everything"),
    kring_run_select_all },
  { "map.rename", NULL, "F2", MAP | LIST | TASK | ABOUT, N_ ("_Edit Name"), N_ ("Name"),
    kring_run_rename, .in_list = N_ ("Rename") },
  { "map.delete", NULL, "Delete", MAP | LIST | SIGNAL | STATEMENT | TASK | ABOUT, N_ ("_Delete"),
    N_ ("Delete"), kring_run_delete, .in_list = N_ ("Delete") },
  { "map.delete", NULL, "BackSpace", MAP | SIGNAL, NULL, NULL, kring_run_delete },
  { "map.cancel", NULL, "Escape", MAP, NULL, N_ ("Take one step back"), kring_run_cancel },
  { .help = N_ ("On the map") },
  { "map.tool", "select", "v", MAP | STATE, NULL, N_ ("Select and move"), kring_run_tool,
    .icon = "kring-select-symbolic", .caption = N_ ("Select") },
  { "map.tool", "person", "p", MAP | STATE, NULL, N_ ("Add a person"), kring_run_tool,
    .icon = "kring-person-symbolic", .caption = N_ ("Person") },
  { "map.tool", "thing", "l", MAP | STATE, NULL, N_ ("Add a place or a thing"), kring_run_tool,
    .icon = "kring-place-symbolic", .caption = N_ ("Place"),
    .tip = N_ ("Add a place or a thing (L); click again for others") },
  { "map.tool", "tie", NULL, MAP | STATE, NULL, NULL, kring_run_tool, .icon = "kring-tie-symbolic",
    .caption = N_ ("Tie"), .tip = N_ ("Draw a tie (R)") },
  { "map.tie-from", NULL, "r", MAP, N_ ("_Tie from Here"), N_ ("Draw a tie"), kring_run_tie_from,
    .in_list = N_ ("Tie to…") },
  { "map.tool", "note", "m", MAP | STATE, NULL, N_ ("Add a note"), kring_run_tool,
    .icon = "kring-note-symbolic", .caption = N_ ("Note") },
  { "map.add-here", "person", NULL, MAP, N_ ("_Person Here"), NULL, kring_run_add_here },
  { "map.add-here", "place", NULL, MAP, N_ ("P_lace Here"), NULL, kring_run_add_here },
  { "map.add-here", "note", NULL, MAP, N_ ("_Note Here"), NULL, kring_run_add_here },
  { "map.add-statement", NULL, "w", MAP | LIST, N_ ("_What Do We Know…"),
    N_ ("Note what we know about what is selected"), kring_run_add_statement },
  { "map.add-signal", NULL, "s", MAP | LIST, N_ ("_Signal…"), N_ ("Signal on what is selected"),
    kring_run_add_signal, .icon = "kring-signal-symbolic", .caption = N_ ("Signal") },
  /* Translators: what supports or protects a young person */
  { "map.add-protective", NULL, "b", MAP | LIST, N_ ("What Protects…"),
    N_ ("What protects what is selected"), kring_run_add_protective,
    .icon = "kring-protective-symbolic", .caption = N_ ("Support") },
  { "map.add-question", NULL, "question", MAP | LIST | GAP, N_ ("Q_uestion…"),
    N_ ("Question about what is selected"), kring_run_add_question,
    .icon = "kring-question-symbolic", .caption = N_ ("Question") },
  { .help = N_ ("What is selected") },
  { "map.certainty", "confirmed", "1", CERTAINTY, NULL, N_ ("Certainty: confirmed to refuted"),
    kring_run_certainty },
  { "map.certainty", "probable", "2", CERTAINTY, NULL, SAME_LINE, kring_run_certainty },
  { "map.certainty", "suspected", "3", CERTAINTY, NULL, SAME_LINE, kring_run_certainty },
  { "map.certainty", "unknown", "4", CERTAINTY, NULL, SAME_LINE, kring_run_certainty },
  { "map.certainty", "refuted", "5", CERTAINTY, N_ ("Re_fute"), SAME_LINE, kring_run_certainty },
  { "map.audience", NULL, "a", MAP | LIST | ABOUT, N_ ("Share With _Another"),
    N_ ("For whom: all, care, police, not in exports"), kring_run_audience,
    .in_list = N_ ("For whom") },
  { "map.pen-audience", NULL, "<Shift>a", MAP, N_ ("For Whom What Comes _Next Is"),
    N_ ("For whom what is brought in next is"), kring_run_pen_audience },
  { "map.weaker", NULL, "bracketleft", MAP | ABOUT, N_ ("_Weaker"), N_ ("Weaker, stronger"),
    kring_run_weaker },
  { "map.stronger", NULL, "bracketright", MAP | ABOUT, N_ ("_Stronger"), SAME_LINE,
    kring_run_stronger },
  { "map.direction", NULL, "d", MAP | ABOUT, N_ ("Next D_irection"), N_ ("Direction"),
    kring_run_direction },
  { "map.reverse", NULL, NULL, MAP | ABOUT, N_ ("_Reverse the Direction"), NULL, kring_run_reverse,
    .in_list = N_ ("Reverse direction") },
  { "map.ask-quality", NULL, "q", MAP | ABOUT, NULL, N_ ("Quality, then 1 to 9"),
    kring_run_ask_quality },
  { "map.quality", ANY, NULL, MAP | ABOUT | STATE, NULL, NULL, kring_run_quality },
  { "map.group", NULL, "g", MAP | ABOUT, N_ ("_Group"), N_ ("Group"), kring_run_group,
    .in_list = N_ ("Put in a group") },
  { "map.ungroup", NULL, NULL, MAP | ABOUT, N_ ("_Ungroup"), NULL, kring_run_ungroup },
  { "map.pin", NULL, "k", MAP | ABOUT, N_ ("_Pin"), N_ ("Pin"), kring_run_pin,
    .in_list = N_ ("Pin in place or let go") },
  { "map.set-centre", NULL, NULL, MAP | ABOUT, N_ ("This Map Is About This _Person"), NULL,
    kring_run_set_centre, .in_list = N_ ("Put at the centre") },
  { "map.focus-circle", NULL, "f", MAP | ABOUT, N_ ("Show Only the _Circle Around This"),
    N_ ("Show only the circle around this"), kring_run_focus_circle },
  { "map.context-menu", NULL, "<Shift>F10 Menu", MAP | LIST, NULL, N_ ("Menu of what is selected"),
    kring_run_context_menu },
  { .help = N_ ("Moving around") },
  { "map.zoom-in", NULL, "<Control>plus <Control>equal <Control>KP_Add", MAP, NULL,
    N_ ("Zoom in") },
  { "map.zoom-out", NULL, "<Control>minus <Control>KP_Subtract", MAP, NULL, N_ ("Zoom out") },
  { "map.zoom-fit", NULL, "<Control>0 <Control>KP_0", WINDOW | MAP, N_ ("Show _Everything"),
    N_ ("Show everything") },
  { "map.zoom-100", NULL, "<Control>9", MAP, NULL, N_ ("Real size") },
  { "map.focus", "left", "Left", MAP, NULL, N_ ("From one to another"), kring_run_focus },
  { "map.focus", "right", "Right", MAP, NULL, SAME_LINE, kring_run_focus },
  { "map.focus", "up", "Up", MAP, NULL, SAME_LINE, kring_run_focus },
  { "map.focus", "down", "Down", MAP, NULL, SAME_LINE, kring_run_focus },
  { "map.toggle", NULL, "space", MAP, NULL, N_ ("Select, or not, with what was selected"),
    kring_run_toggle },
  { "map.edit", NULL, "Return", MAP | ABOUT, NULL, N_ ("Details of what is selected"),
    kring_run_edit, .in_list = N_ ("Show details") },
  { "list.show", NULL, NULL, 0, .in_list = N_ ("Show on the map") },
  { "map.go-centre", NULL, "Home", MAP, NULL, N_ ("To the young person at the centre"),
    kring_run_go_centre },
  { "map.next-tie", NULL, "period", MAP, NULL, N_ ("Next and previous tie"), kring_run_next_tie },
  { "map.previous-tie", NULL, "comma", MAP, NULL, SAME_LINE, kring_run_previous_tie },
  { "map.nudge", "left", "<Control>Left", MAP, NULL, N_ ("Nudge"), kring_run_nudge },
  { "map.nudge", "right", "<Control>Right", MAP, NULL, SAME_LINE, kring_run_nudge },
  { "map.nudge", "up", "<Control>Up", MAP, NULL, NULL, kring_run_nudge },
  { "map.nudge", "down", "<Control>Down", MAP, NULL, NULL, kring_run_nudge },
  { "map.nudge-little", "left", "<Shift>Left <Control><Shift>Left", MAP, NULL,
    N_ ("Nudge a little"), kring_run_nudge_little },
  { "map.nudge-little", "right", "<Shift>Right <Control><Shift>Right", MAP, NULL, SAME_LINE,
    kring_run_nudge_little },
  { "map.nudge-little", "up", "<Shift>Up <Control><Shift>Up", MAP, NULL, NULL,
    kring_run_nudge_little },
  { "map.nudge-little", "down", "<Shift>Down <Control><Shift>Down", MAP, NULL, NULL,
    kring_run_nudge_little },
  { .help = N_ ("Arrange and ask") },
  { "win.layouts", NULL, "<Control><Shift>0 <Control>parenright", WINDOW | OPEN, NULL,
    N_ ("See and choose a layout") },
  { "map.layout", "rings", "<Control><Shift>1 <Control>exclam", WINDOW, N_ ("_Rings"),
    N_ ("Lay out in rings (2 calm, 3 groups, 4 family, 5 tidy up)") },
  { "map.layout", "calm", "<Control><Shift>2 <Control>at", WINDOW, N_ ("_Calm") },
  { "map.layout", "groups", "<Control><Shift>3 <Control>numbersign", WINDOW, N_ ("_Groups") },
  { "map.layout", "family", "<Control><Shift>4 <Control>dollar", WINDOW, N_ ("_Family") },
  { "map.layout", "tidy", "<Control><Shift>5 <Control>percent", WINDOW, N_ ("_Tidy Up") },
  { "map.tidy-selection", NULL, "<Control><Shift>t", WINDOW, N_ ("_Tidy the Selection"),
    N_ ("Tidy the selection") },
  { "win.questions", NULL, "<Control>j", WINDOW | OPEN, NULL, N_ ("Questions to the map") },
  { "map.ask", "linked", "<Control><Shift>j", WINDOW, N_ ("How Are These Two _Linked?"),
    N_ ("How are these two linked") },
  { "map.ask", "near", NULL, 0, N_ ("Who Is _Near?") },
  { .help = N_ ("Show") },
  { "win.view", "map", "<Control>1", WINDOW | OPEN, NULL, N_ ("Map") },
  { "win.view", "list", "<Control>2", WINDOW | OPEN, NULL, N_ ("List") },
  { "win.view", "time", "<Control>3", WINDOW | OPEN, NULL, N_ ("Timeline") },
  { "win.view", "actions", "<Control>4", WINDOW | OPEN, NULL,
    N_ ("Actions: Space for done, Enter for the map, F2 for the fields") },
  { "win.unknown", NULL, "<Control>u", WINDOW | OPEN, N_ ("What Do We _Not Know?"),
    N_ ("What do we not know?") },
  { "win.view", "signals", "<Control>5", WINDOW | OPEN, N_ ("All Si_gnals"), N_ ("All signals") },
  { "win.timeline", NULL, "<Control>t", WINDOW | OPEN, N_ ("_Timeline under the Map"),
    N_ ("Timeline under the map") },
  { "win.news", NULL, "<Control><Shift>n", WINDOW | OPEN, N_ ("Ne_w since the Last Meeting"),
    N_ ("New since the last meeting") },
  { "win.begin-meeting", NULL, NULL, OPEN, N_ ("Begin a New _Meeting") },
  { "win.name-list", NULL, "<Control>l", WINDOW | OPEN, NULL, N_ ("List of names") },
  { "win.inspector", NULL, "F9", WINDOW | OPEN, N_ ("_Details"), N_ ("Details") },
  { "win.legend", NULL, "<Control><Shift>k", WINDOW | OPEN, NULL, N_ ("Legend") },
  { "win.present", NULL, "F5", WINDOW | OPEN, N_ ("P_resent…"),
    N_ ("Present: on a screen, what others may see") },
  { "win.blank", NULL, "F6", WINDOW, NULL, N_ ("Blank the screen that others look at") },
  { "win.fullscreen", NULL, "F11", WINDOW, N_ ("_Full Screen"), N_ ("Full screen") },
  { .help = N_ ("Look at a part") },
  { "win.search", NULL, "<Control>f", WINDOW | OPEN, N_ ("Searc_h"), N_ ("Search") },
  { "win.filter", NULL, "<Control><Shift>f", WINDOW | OPEN, N_ ("F_ilters"), N_ ("Filters") },
  { "win.clear-filters", NULL, "<Control><Shift>BackSpace", WINDOW, NULL, N_ ("Clear filters") },
  { "win.hide-side", "care", "<Alt><Shift>1 <Alt>exclam", WINDOW, NULL,
    N_ ("Hide or show what care brought in") },
  { "win.hide-side", "police", "<Alt><Shift>2 <Alt>at", WINDOW, NULL,
    N_ ("Hide or show what police brought in") },
  { "win.see-as-other", NULL, "<Alt><Shift>3 <Alt>numbersign", WINDOW, NULL,
    N_ ("See what the other side may know") },
  { "win.youth", NULL, "<Control><Shift>y", WINDOW | OPEN, N_ ("The _Young Person's View"),
    N_ ("The young person's view") },
  { "map.beside", NULL, "<Control><Shift>b", WINDOW, N_ ("The Young Person's Circles _Beside Ours"),
    N_ ("The young person's circles beside ours") },
  { .help = N_ ("While typing a signal or what we know") },
  { NULL, NULL, "<Shift>Return", CARD, NULL, N_ ("Note it, and type the next") },
  { NULL, NULL, "<Control>Return", CARD, NULL, N_ ("A signal in words of your own") },
  { .help = N_ ("On the line of time") },
  { NULL, NULL, "Left", TIME, NULL, N_ ("From one to another") },
  { NULL, NULL, "Right", TIME, NULL, SAME_LINE },
  { NULL, NULL, "plus", TIME, NULL, N_ ("More or less time") },
  { NULL, NULL, "minus", TIME, NULL, SAME_LINE },
  { NULL, NULL, "0", TIME, NULL, N_ ("All time") },
  { NULL, NULL, "Insert", TIME, NULL, N_ ("Add an event") },
  { NULL, NULL, "space", TIME, NULL, N_ ("Pause while time passes") },
  { .help = N_ ("In the young person's view") },
  { NULL, NULL, "Left", YOUTH, NULL, N_ ("From one to another") },
  { NULL, NULL, "Right", YOUTH, NULL, SAME_LINE },
  { NULL, NULL, "1", YOUTH, NULL, N_ ("On the first, second or third ring; 0 is off") },
  { NULL, NULL, "2", YOUTH, NULL, SAME_LINE },
  { NULL, NULL, "3", YOUTH, NULL, SAME_LINE },
  { NULL, NULL, "0", YOUTH, NULL, SAME_LINE },
  { NULL, NULL, "Escape", YOUTH, NULL, N_ ("Back to the map, twice") },
  { .help = N_ ("On the screen that others look at") },
  { NULL, NULL, "b", SHOWN, NULL, N_ ("Blank, and back") },
  { NULL, NULL, "plus", SHOWN, NULL, N_ ("Larger or smaller") },
  { NULL, NULL, "minus", SHOWN, NULL, SAME_LINE },
  { NULL, NULL, "0", SHOWN, NULL, N_ ("All of the map") },
  { NULL, NULL, "Escape", SHOWN, NULL, N_ ("Stop presenting") },
};

/**
 * kring_action_get_nth:
 *
 * Returns: (transfer none) (nullable): a row; %NULL after the last
 */
const KringAction *
kring_action_get_nth (guint position)
{
  return position < G_N_ELEMENTS (actions) ? &actions[position] : NULL;
}

/**
 * kring_action_is_heading:
 *
 * Returns: whether it is no action but what stands over the next ones in the shortcut window
 */
gboolean
kring_action_is_heading (const KringAction *action)
{
  return action->name == NULL && action->keys == NULL;
}

/**
 * kring_action_dup_detailed:
 * @action: one with a name
 *
 * Returns: (transfer full): its name, and its parameter as in "map.layout::rings"
 */
char *
kring_action_dup_detailed (const KringAction *action)
{
  if (action->parameter == NULL || *action->parameter == '\0')
    return g_strdup (action->name);
  return g_strconcat (action->name, "::", action->parameter, NULL);
}

/**
 * kring_action_find:
 * @detailed: a name, or a name and parameter as in "map.layout::rings"
 *
 * Returns: (transfer none) (nullable): the first such row
 */
const KringAction *
kring_action_find (const char *detailed)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *name =
          actions[i].name != NULL ? kring_action_dup_detailed (&actions[i]) : NULL;

      if (g_strcmp0 (name, detailed) == 0)
        return &actions[i];
    }
  return NULL;
}

/**
 * kring_action_get_certainty:
 *
 * Returns: a #KringCertainty: its parameter; -1: another action
 */
int
kring_action_get_certainty (const KringAction *action)
{
  if (g_strcmp0 (action->name, "map.certainty") != 0)
    return -1;
  return kring_field_find_choice (&kring_kind_get (KRING_KIND_TIE)->fields[KRING_COMMON_CERTAINTY],
                                  action->parameter);
}

/**
 * kring_action_run:
 * @name: of an action, without "map."
 * @parameter: (nullable): a choice by its name in the file, a tool, a direction
 *
 * Returns: whether there was anything to do
 */
gboolean
kring_action_run (KringInteraction *interaction, const char *name, const char *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].run != NULL && g_str_equal (actions[i].name + strlen ("map."), name))
      return actions[i].run (interaction, parameter);
  return FALSE;
}
