/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-device.h"
#include "gtk/app/kring-empty-state.h"
#include "gtk/app/kring-recovery-offer.h"
#include "gtk/app/kring-window-private.h"

#include "map/base/kring-date.h"

#include <glib/gi18n.h>

enum
{
  PROP_0,
  PROP_VIEW,
  PROP_PEN,
  PROP_SHOW_NAMES,
  PROP_SHOW_DETAILS,
  PROP_SHOW_TIME,
  N_PROPS,
};

static const char *const pen_names[] = { "care", "police", "both" };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KringWindow, kring_window, ADW_TYPE_APPLICATION_WINDOW)

static const char *
get_pen (KringWindow *self)
{
  KringParty pen = KRING_PARTY_CARE;

  if (self->session != NULL)
    pen = kring_editor_get_pen (kring_session_get_editor (self->session));

  return pen >= 0 && pen < (int) G_N_ELEMENTS (pen_names) ? pen_names[pen] : "";
}

static const char *
describe_pen (KringParty pen)
{
  switch (pen)
    {
    case KRING_PARTY_CARE:
      return _ ("Now care brings in");
    case KRING_PARTY_POLICE:
      return _ ("Now police bring in");
    default:
      return _ ("Now care and police bring in together");
    }
}

static void
set_pen (KringWindow *self, const char *name)
{
  if (self->session == NULL || g_strcmp0 (name, get_pen (self)) == 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (pen_names); i++)
    {
      if (g_strcmp0 (name, pen_names[i]) != 0)
        continue;
      kring_editor_set_pen (kring_session_get_editor (self->session), (KringParty) i);
      kring_window_add_toast (self, describe_pen ((KringParty) i), 2);
      kring_map_page_show_pen (self->map_page, (KringParty) i);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PEN]);
    }
}

static void
set_flag (KringWindow *self, gboolean *flag, gboolean value, guint prop_id)
{
  if (*flag == value)
    return;

  *flag = value;
  kring_window_update_layout (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
set_show_names (KringWindow *self, gboolean show)
{
  if (self->session == NULL)
    return;

  if (!show)
    kring_name_panel_finish (self->name_panel, TRUE);
  kring_canvas_set_following (kring_map_page_get_canvas (self->map_page), show);
  set_flag (self, &self->show_names, show, PROP_SHOW_NAMES);
  if (show)
    kring_name_panel_begin (self->name_panel);
  else
    kring_window_focus_page (self);
}

static void
names_done_cb (KringWindow *self)
{
  set_show_names (self, FALSE);
}

static void
names_to_map_cb (KringWindow *self)
{
  kring_page_stack_show (self->pages, "map");
  kring_window_focus_page (self);
}

/* What is known of the file, in a few words. */
static const char *
describe_file (KringWindow *self)
{
  if (self->saving != NULL && kring_saving_is_slow (self->saving))
    return _ ("Still saving…");
  if (kring_document_get_file (self->document) == NULL)
    return _ ("Not saved yet");
  if (kring_document_get_modified (self->document))
    return _ ("Changes not saved yet");
  return kring_document_get_read_only (self->document) ? _ ("Read only") : _ ("Saved");
}

static char *
window_dup_subtitle (KringWindow *self)
{
  KringItem *item = kring_map_get_case (kring_document_get_map (self->document));
  const char *date = kring_item_get_text (item, KRING_F_MEETING);
  g_autofree char *meeting = NULL;

  if (date == NULL || *date == '\0')
    return g_strdup (describe_file (self));

  meeting = kring_date_format_string (date);
  /* Translators: date of the meeting, then whether the file is saved */
  return g_strdup_printf (_ ("Meeting %s · %s"), meeting, describe_file (self));
}

static void
window_history_changed_cb (KringWindow *self)
{
  kring_toasts_end_offer (self->teller);
  kring_window_update_actions (self);
  kring_window_update_title (self);
}

static gboolean
window_escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return kring_window_cancel (KRING_WINDOW (widget));
}

static void
page_changed_cb (KringWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
  if (self->session == NULL)
    return;
  kring_window_update_layout (self);
  kring_window_focus_page (self);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, KringWindow *self)
{
  const GSList *files = g_value_get_boxed (value);

  for (const GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *uri = g_file_get_uri (l->data);

      gtk_widget_activate_action (GTK_WIDGET (self), "app.open-uri", "s", uri);
    }

  return files != NULL;
}

static void
add_drop_target (KringWindow *self)
{
  GtkDropTarget *target =
      gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY | GDK_ACTION_MOVE | GDK_ACTION_LINK);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
remember_size (KringWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
kring_window_close_request (GtkWindow *window)
{
  KringWindow *self = KRING_WINDOW (window);

  if (self->saving != NULL && !kring_saving_may_close (self->saving))
    return TRUE;

  remember_size (self);
  return GTK_WINDOW_CLASS (kring_window_parent_class)->close_request (window);
}

static void
window_active_changed_cb (KringWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    kring_window_flush (self);
}

/* The keyboard cannot be given to what is not on the screen yet; GTK would give it to the header. */
static void
kring_window_map (GtkWidget *widget)
{
  KringWindow *self = KRING_WINDOW (widget);

  GTK_WIDGET_CLASS (kring_window_parent_class)->map (widget);
  if (self->session != NULL && !self->show_names)
    kring_window_focus_page (self);
}

/* Out of sight, as while the young person looks along: so is what others were shown of it. */
static void
kring_window_unmap (GtkWidget *widget)
{
  kring_window_stop_presenting (KRING_WINDOW (widget));
  GTK_WIDGET_CLASS (kring_window_parent_class)->unmap (widget);
}

static void
kring_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KringWindow *self = KRING_WINDOW (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      /* The menu asks while the template is made. */
      g_value_set_string (value, self->pages != NULL ? kring_page_stack_get_shown (self->pages)
                                                     : kring_page_stack_get_row (0)->name);
      break;
    case PROP_PEN:
      g_value_set_string (value, get_pen (self));
      break;
    case PROP_SHOW_NAMES:
      g_value_set_boolean (value, self->show_names);
      break;
    case PROP_SHOW_DETAILS:
      g_value_set_boolean (value, self->show_details);
      break;
    case PROP_SHOW_TIME:
      g_value_set_boolean (value, self->show_time);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kring_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  KringWindow *self = KRING_WINDOW (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      kring_page_stack_show (self->pages, g_value_get_string (value));
      break;
    case PROP_PEN:
      set_pen (self, g_value_get_string (value));
      break;
    case PROP_SHOW_NAMES:
      set_show_names (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_DETAILS:
      set_flag (self, &self->show_details, g_value_get_boolean (value), prop_id);
      break;
    case PROP_SHOW_TIME:
      set_flag (self, &self->show_time, g_value_get_boolean (value), prop_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kring_window_dispose (GObject *object)
{
  KringWindow *self = KRING_WINDOW (object);

  kring_window_stop_presenting (self);
  kring_window_remove_parts (self);
  g_clear_object (&self->teller);
  g_clear_object (&self->sharing);
  g_clear_object (&self->recovery);
  g_clear_object (&self->session);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (kring_window_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "map", flags);
  properties[PROP_PEN] = g_param_spec_string ("pen", NULL, NULL, "care", flags);
  properties[PROP_SHOW_NAMES] = g_param_spec_boolean ("show-names", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_DETAILS] = g_param_spec_boolean ("show-details", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_TIME] = g_param_spec_boolean ("show-time", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/nl/kringkaart/Kring/kring-window.ui");
  gtk_widget_class_bind_template_child (klass, KringWindow, header);
  gtk_widget_class_bind_template_child (klass, KringWindow, file_bar);
  gtk_widget_class_bind_template_child (klass, KringWindow, toasts);
  gtk_widget_class_bind_template_child (klass, KringWindow, spoken);
  gtk_widget_class_bind_template_child (klass, KringWindow, stack);
  gtk_widget_class_bind_template_child (klass, KringWindow, work_bin);
  gtk_widget_class_bind_template_child (klass, KringWindow, names_revealer);
  gtk_widget_class_bind_template_child (klass, KringWindow, details_revealer);
  gtk_widget_class_bind_template_child (klass, KringWindow, name_panel);
  gtk_widget_class_bind_template_callback (klass, names_done_cb);
  gtk_widget_class_bind_template_callback (klass, names_to_map_cb);
  gtk_widget_class_bind_template_child (klass, KringWindow, inspector_bin);
  gtk_widget_class_bind_template_child (klass, KringWindow, pages);
  gtk_widget_class_bind_template_callback (klass, page_changed_cb);
  gtk_widget_class_bind_template_callback (klass, kring_window_focus_page);
  gtk_widget_class_bind_template_child (klass, KringWindow, time_revealer);
  gtk_widget_class_bind_template_child (klass, KringWindow, switcher_bar);
}

static void
kring_window_class_init (KringWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kring_window_get_property;
  object_class->set_property = kring_window_set_property;
  object_class->dispose = kring_window_dispose;
  widget_class->map = kring_window_map;
  widget_class->unmap = kring_window_unmap;
  GTK_WINDOW_CLASS (klass)->close_request = kring_window_close_request;

  g_type_ensure (KRING_TYPE_ADAPTIVE_BIN);
  g_type_ensure (KRING_TYPE_EMPTY_STATE);
  g_type_ensure (KRING_TYPE_FILE_BAR);
  g_type_ensure (KRING_TYPE_HEADER);
  g_type_ensure (KRING_TYPE_NAME_PANEL);
  g_type_ensure (KRING_TYPE_PAGE_STACK);
  install_properties (object_class);
  bind_children (widget_class);
  kring_window_install_actions (widget_class);
  kring_window_install_part_actions (widget_class);
  kring_window_install_presenting_actions (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, window_escape_cb, NULL);
}

static void
kring_window_init (KringWindow *self)
{
  int width, height;

  self->settings = g_settings_new (KRING_APPLICATION_ID);
  self->show_details = g_settings_get_boolean (self->settings, "show-inspector");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->teller = kring_toasts_new (self->toasts, self->spoken);
  kring_window_add_sharing (self);
  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  kring_window_follow_width (self);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (window_active_changed_cb), self,
                           0);
  add_drop_target (self);
  kring_window_update_layout (self);
  kring_window_update_actions (self);
  kring_window_update_title (self);
}

/*
 * kring_window_update_title:
 *
 * Names the map, its meeting and the state of its file.
 */
void
kring_window_update_title (KringWindow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (self->document == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Kring"));
      return;
    }

  title = kring_document_dup_title (self->document);
  subtitle = window_dup_subtitle (self);
  kring_header_set_titles (self->header, title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/**
 * kring_window_new:
 *
 * Returns: (transfer none): a window at its start page; GTK owns it
 */
KringWindow *
kring_window_new (GtkApplication *application)
{
  return g_object_new (KRING_TYPE_WINDOW, "application", application, NULL);
}

/**
 * kring_window_get_document:
 *
 * Returns: (transfer none) (nullable): what is open here; %NULL at the start page
 */
KringDocument *
kring_window_get_document (KringWindow *self)
{
  g_return_val_if_fail (KRING_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * kring_window_get_session:
 *
 * Returns: (transfer none) (nullable): how this window looks at its map; %NULL at the start page
 */
KringSession *
kring_window_get_session (KringWindow *self)
{
  g_return_val_if_fail (KRING_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * kring_window_is_at_start:
 *
 * Returns: whether the start page is shown, that is, nothing is open here
 */
gboolean
kring_window_is_at_start (KringWindow *self)
{
  g_return_val_if_fail (KRING_IS_WINDOW (self), FALSE);

  return self->document == NULL;
}

/**
 * kring_window_set_document:
 * @document: what this window will show until it closes
 * @copy: (nullable) (transfer full): the recovery copies that it was opened from
 *
 * Leaves the start page. May be called once.
 */
void
kring_window_set_document (KringWindow *self, KringDocument *document, KringRecoveryCopy *copy)
{
  KringEditor *editor;
  g_autofree char *folder = kring_recovery_offer_dup_folder (), *device = NULL;

  g_return_if_fail (KRING_IS_WINDOW (self));
  g_return_if_fail (KRING_IS_DOCUMENT (document));
  g_return_if_fail (self->document == NULL);

  device = kring_device_dup_id (self->settings);
  kring_document_set_device (document, device);
  editor = kring_document_get_editor (document);
  self->document = g_object_ref (document);
  self->session = kring_session_new (editor);
  self->recovery = kring_recovery_new (document, folder, copy);
  kring_window_add_parts (self);
  kring_name_panel_set_session (self->name_panel, self->session);
  g_signal_connect_object (kring_document_get_history (document), "changed",
                           G_CALLBACK (window_history_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_selection (self->session), "changed",
                           G_CALLBACK (kring_window_update_layout), self, G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->stack, "work");
  kring_window_update_layout (self);
  window_history_changed_cb (self);
  kring_window_focus_page (self);
}

/**
 * kring_window_begin:
 *
 * Leaves the start page for a new map, with the list of names open.
 */
void
kring_window_begin (KringWindow *self)
{
  g_autoptr (KringDocument) document = kring_document_new ();

  kring_window_set_document (self, document, NULL);
  g_object_set (self, "show-names", TRUE, NULL);
}

/**
 * kring_window_flush:
 *
 * Puts what is not saved in a recovery copy now, with what is half typed. Blocks meanwhile.
 */
void
kring_window_flush (KringWindow *self)
{
  g_return_if_fail (KRING_IS_WINDOW (self));

  if (self->recovery == NULL)
    return;

  kring_window_flush_parts (self);
  kring_recovery_flush (self->recovery, NULL);
}

/**
 * kring_window_add_toast:
 * @text: what happened
 * @seconds: how long it stays
 */
void
kring_window_add_toast (KringWindow *self, const char *text, guint seconds)
{
  g_return_if_fail (KRING_IS_WINDOW (self));

  kring_toasts_tell (self->teller, text, seconds);
}
