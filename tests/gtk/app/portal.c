/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portal.h"

#include "fixture.h"

#include <libglib-testing/dbus-queue.h>

#define DESKTOP "/org/freedesktop/portal/desktop"
#define PORTAL "org.freedesktop.portal."
#define NO_SETTING PORTAL "Error.NotFound"

/* What the portals can be asked; which version they are is asked of all. */
static const char portals[] =
    "<node>"
    "<interface name='org.freedesktop.portal.FileChooser'>"
    "<method name='OpenFile'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
    "<method name='SaveFile'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
    "<property name='version' type='u' access='read'/>"
    "</interface>"
    "<interface name='org.freedesktop.portal.OpenURI'>"
    "<method name='OpenURI'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
    "<method name='OpenFile'><arg type='s' direction='in'/><arg type='h' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
    "<property name='version' type='u' access='read'/>"
    "</interface>"
    "<interface name='org.freedesktop.portal.Print'>"
    "<method name='PreparePrint'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='a{sv}' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
    "<property name='version' type='u' access='read'/>"
    "</interface>"
    "<interface name='org.freedesktop.portal.Inhibit'>"
    "<method name='Inhibit'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
    "<method name='CreateMonitor'><arg type='s' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
    "<property name='version' type='u' access='read'/>"
    "</interface>"
    "<interface name='org.freedesktop.portal.Settings'>"
    "<method name='Read'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='v' direction='out'/></method>"
    "<signal name='SettingChanged'><arg type='s'/><arg type='s'/><arg type='v'/></signal>"
    "<property name='version' type='u' access='read'/>"
    "</interface>"
    "</node>";

/* Both threads: the desktop answers in its own, for GTK waits for settings without a main loop. */
static GtDBusQueue *queue;
static GAsyncQueue *asked; /* (element-type GDBusMethodInvocation) what the test has to take */
static GDBusConnection *desktop; /* (owned), once something was asked */
static GMutex mutex;
static GHashTable *settings; /* (element-type utf8 GVariant), locked by the mutex */

/* (owned) (nullable) Of what was taken last: who waits, and where for. */
static char *sender, *handle;

static void
answer_setting (GDBusMethodInvocation *invocation)
{
  const char *name, *key;
  g_autofree char *path = NULL;
  GVariant *value;

  g_variant_get (g_dbus_method_invocation_get_parameters (invocation), "(&s&s)", &name, &key);
  path = g_strconcat (name, " ", key, NULL);
  g_mutex_lock (&mutex);
  value = g_hash_table_lookup (settings, path);
  if (value != NULL)
    g_dbus_method_invocation_return_value (invocation,
                                           g_variant_new ("(v)", g_variant_new_variant (value)));
  else
    g_dbus_method_invocation_return_dbus_error (invocation, NO_SETTING, "No such setting");
  g_mutex_unlock (&mutex);
}

static void
answer_version (GDBusMethodInvocation *invocation)
{
  GVariant *version = g_variant_new_uint32 (3);
  GVariantBuilder all;

  if (g_str_equal (g_dbus_method_invocation_get_method_name (invocation), "Get"))
    {
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(v)", version));
      return;
    }
  g_variant_builder_init (&all, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&all, "{sv}", "version", version);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(a{sv})", &all));
}

/* (transfer full): where somebody's choice is waited for. */
static char *
dup_handle (GDBusMethodInvocation *invocation)
{
  GVariant *parameters = g_dbus_method_invocation_get_parameters (invocation);
  g_autoptr (GVariant) options =
      g_variant_get_child_value (parameters, g_variant_n_children (parameters) - 1);
  g_autofree char *name = g_strdup (g_dbus_method_invocation_get_sender (invocation) + 1);
  const char *token = "none";

  g_variant_lookup (options, "handle_token", "&s", &token);
  return g_strconcat (DESKTOP "/request/", g_strdelimit (name, ".", '_'), "/", token, NULL);
}

/* Somebody is asked; what they choose comes later. */
static void
answer_question (GDBusMethodInvocation *invocation)
{
  g_autofree char *path = dup_handle (invocation);

  g_async_queue_push (asked, g_object_ref (invocation));
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", path));
  g_main_context_wakeup (NULL);
}

static void
serve_cb (GtDBusQueue *served, gpointer data)
{
  GDBusMethodInvocation *invocation;

  while (gt_dbus_queue_pop_message (served, &invocation))
    {
      const char *portal = g_dbus_method_invocation_get_interface_name (invocation);

      if (desktop == NULL)
        g_atomic_pointer_set (&desktop,
                              g_object_ref (g_dbus_method_invocation_get_connection (invocation)));
      if (g_str_equal (portal, PORTAL "Settings"))
        answer_setting (invocation);
      else if (g_str_equal (portal, "org.freedesktop.DBus.Properties"))
        answer_version (invocation);
      else
        answer_question (invocation);
      g_object_unref (invocation);
    }
}

/* Before GTK looks for the bus. The bus stays as long as the program, which never lets go of it. A
 * bus of one's own takes the display and the runtime folder out of the environment. */
void
portal_start (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (portals, &error);
  g_autofree char *display = g_strdup (g_getenv ("DISPLAY"));

  g_assert_no_error (error);
  asked = g_async_queue_new_full (g_object_unref);
  settings =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  queue = gt_dbus_queue_new ();
  g_assert_true (gt_dbus_queue_connect (queue, &error));
  if (display != NULL)
    g_setenv ("DISPLAY", display, TRUE);
  for (guint i = 0; node->interfaces[i] != NULL; i++)
    g_assert_cmpuint (gt_dbus_queue_export_object (queue, DESKTOP, node->interfaces[i], &error), !=,
                      0);
  gt_dbus_queue_set_server_func (queue, serve_cb, NULL);
  gt_dbus_queue_own_name (queue, PORTAL "Desktop");
  g_setenv ("GTK_USE_PORTAL", "1", TRUE);  /* GLib */
  g_setenv ("GDK_DEBUG", "portals", TRUE); /* GTK */
  g_setenv ("ADW_DISABLE_PORTAL", "0", TRUE);
}

/* Until each side has heard all that the other one said so far. */
static void
catch_up (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer = NULL;

  fixture_settle ();
  answer = g_dbus_connection_call_sync (bus, PORTAL "Desktop", DESKTOP, PORTAL "Settings", "Read",
                                        g_variant_new ("(ss)", "", ""), NULL,
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_assert_null (answer);
  fixture_settle ();
}

static gboolean
is_asked (gpointer data)
{
  return g_async_queue_length (asked) > 0;
}

/* (transfer full): with what the next question comes, which must be @method of its portal, such as
 * "FileChooser.OpenFile". */
GVariant *
portal_take (const char *method)
{
  g_autofree char *name = NULL;
  GDBusMethodInvocation *invocation;
  GVariant *parameters;

  fixture_wait (is_asked, NULL);
  invocation = g_async_queue_pop (asked);
  name = g_strconcat (g_dbus_method_invocation_get_interface_name (invocation) + strlen (PORTAL),
                      ".", g_dbus_method_invocation_get_method_name (invocation), NULL);
  g_assert_cmpstr (name, ==, method);
  parameters = g_variant_ref (g_dbus_method_invocation_get_parameters (invocation));
  g_free (handle);
  g_free (sender);
  handle = dup_handle (invocation);
  sender = g_strdup (g_dbus_method_invocation_get_sender (invocation));
  g_object_unref (invocation);
  catch_up ();
  return parameters;
}

/* Somebody chooses that file for what was taken last; NULL: nothing. */
void
portal_choose (const char *uri)
{
  GVariantBuilder results;

  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&results, "{sv}", "uris", g_variant_new_strv (&uri, uri != NULL));
  g_dbus_connection_emit_signal (desktop, sender, handle, PORTAL "Request", "Response",
                                 g_variant_new ("(ua{sv})", uri != NULL ? 0 : 1, &results), NULL);
  catch_up ();
}

void
portal_assert_not_asked (void)
{
  catch_up ();
  g_assert_cmpint (g_async_queue_length (asked), ==, 0);
}

/* Somebody sets how the desktop looks. */
void
portal_set (const char *name, const char *key, GVariant *value)
{
  g_mutex_lock (&mutex);
  g_hash_table_insert (settings, g_strconcat (name, " ", key, NULL), g_variant_ref_sink (value));
  g_mutex_unlock (&mutex);
  if (g_atomic_pointer_get (&desktop) != NULL)
    g_dbus_connection_emit_signal (desktop, NULL, DESKTOP, PORTAL "Settings", "SettingChanged",
                                   g_variant_new ("(ssv)", name, key, value), NULL);
}
