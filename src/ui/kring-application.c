/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kring-application.h"

#include "ui/kring-window.h"

#include <glib/gi18n.h>

struct _KringApplication
{
  AdwApplication parent_instance;
};

typedef struct
{
  const char *action;
  const char *accels[3];
} KringAccel;

static const KringAccel accels[] = {
  { "app.new", { "<Control>n" } },
  { "app.open", { "<Control>o" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.name-list", { "<Control>l" } },
  { "win.view::map", { "<Control>1" } },
  { "win.view::list", { "<Control>2" } },
  { "win.pen::care", { "<Alt>1" } },
  { "win.pen::police", { "<Alt>2" } },
  { "win.pen::both", { "<Alt>3" } },
  { "win.inspector", { "F9" } },
  { "win.present", { "F5" } },
  { "win.fullscreen", { "F11" } },
};

G_DEFINE_FINAL_TYPE (KringApplication, kring_application, ADW_TYPE_APPLICATION)

/* The window that a map may be shown in: one at its start page, or a new one. */
static KringWindow *
find_free_window (KringApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (KRING_IS_WINDOW (active) && kring_window_is_at_start (KRING_WINDOW (active)))
    return KRING_WINDOW (active);

  return kring_window_new (GTK_APPLICATION (self));
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KringWindow *window = find_free_window (data);

  kring_window_begin (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { "new", new_cb },
  { "quit", quit_cb },
};

static void
kring_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (kring_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (KRING_APPLICATION_ID);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           (const char *const *) accels[i].accels);
}

static void
kring_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (kring_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
kring_application_class_init (KringApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = kring_application_startup;
  application_class->activate = kring_application_activate;
}

static void
kring_application_init (KringApplication *self)
{
  g_set_application_name (_ ("Kring"));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * kring_application_new:
 *
 * Returns: (transfer full): the program, not yet running
 */
KringApplication *
kring_application_new (void)
{
  return g_object_new (KRING_TYPE_APPLICATION, "application-id", KRING_APPLICATION_ID,
                       "resource-base-path", "/nl/kringkaart/Kring", NULL);
}
