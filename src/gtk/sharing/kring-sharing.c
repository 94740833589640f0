/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-sharing.h"

#include "gtk/sharing/kring-export-dialog.h"
#include "gtk/sharing/kring-last-reader.h"

struct _KringSharing
{
  GObject parent_instance;

  GtkWindow *window;          /* (not owned), which owns this */
  GSettings *settings;        /* (owned) */
  GtkWindow *dialog;          /* (nullable), of GTK: also while it makes room for the map */
  KringMap *map;              /* (owned) (nullable): what it shares */
  KringAppendices appendices; /* the lists that the last one had */
};

enum
{
  MADE,
  SHOW_ITEM,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringSharing, kring_sharing, G_TYPE_OBJECT)

static void
kring_sharing_finalize (GObject *object)
{
  KringSharing *self = KRING_SHARING (object);

  g_clear_object (&self->map);
  g_object_unref (self->settings);
  G_OBJECT_CLASS (kring_sharing_parent_class)->finalize (object);
}

static void
kring_sharing_class_init (KringSharingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_sharing_finalize;

  /**
   * KringSharing::made:
   * @made: of #KringMade, what, for whom and where
   *
   * Everything is on disk.
   */
  signals[MADE] = g_signal_new ("made", KRING_TYPE_SHARING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, KRING_TYPE_MADE);

  /**
   * KringSharing::show-item:
   * @id: of what stays behind or tells a name
   *
   * Somebody wants to see it on the map; to ask again goes on where they were.
   */
  signals[SHOW_ITEM] = g_signal_new ("show-item", KRING_TYPE_SHARING, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kring_sharing_init (KringSharing *self)
{
  self->appendices = KRING_APPENDIX_TASKS;
}

/**
 * kring_sharing_new: (constructor)
 * @window: over which it asks, and which owns it
 * @settings: the settings of the program
 *
 * Returns: (transfer full): nothing is asked yet
 */
KringSharing *
kring_sharing_new (GtkWindow *window, GSettings *settings)
{
  KringSharing *self = g_object_new (KRING_TYPE_SHARING, NULL);

  self->window = window;
  self->settings = g_object_ref (settings);
  return self;
}

static void
sharing_made_cb (KringSharing *self, KringMade *made)
{
  if (made->asked)
    kring_last_reader_set (self->settings, self->map, made->reader);
  g_signal_emit (self, signals[MADE], 0, made);
}

static void
sharing_show_item_cb (KringSharing *self, const char *id)
{
  g_signal_emit (self, signals[SHOW_ITEM], 0, id);
}

static void
sharing_hidden_cb (KringSharing *self)
{
  self->appendices = kring_export_dialog_get_appendices (KRING_EXPORT_DIALOG (self->dialog));
}

static void
sharing_gone_cb (KringSharing *self)
{
  self->dialog = NULL;
}

static void
make_dialog (KringSharing *self, KringMap *map)
{
  g_set_object (&self->map, map);
  self->dialog = kring_export_dialog_new (self->window, map, self->appendices);
  kring_export_dialog_set_reader (KRING_EXPORT_DIALOG (self->dialog),
                                  kring_last_reader_get (self->settings, map));
  g_signal_connect_object (self->dialog, "made", G_CALLBACK (sharing_made_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dialog, "show-item", G_CALLBACK (sharing_show_item_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dialog, "unmap", G_CALLBACK (sharing_hidden_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dialog, "destroy", G_CALLBACK (sharing_gone_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kring_sharing_ask:
 * @map: what is to be shared
 * @origin: (nullable): where it lies
 * @filter: what is looked at now
 *
 * Opens the dialog, or goes on where it was.
 */
void
kring_sharing_ask (KringSharing *self, KringMap *map, GFile *origin, KringFilter *filter)
{
  if (self->dialog != NULL && self->map != map)
    gtk_window_destroy (self->dialog);
  if (self->dialog == NULL)
    make_dialog (self, map);
  kring_export_dialog_set_origin (KRING_EXPORT_DIALOG (self->dialog), origin);
  kring_export_dialog_offer_shown (KRING_EXPORT_DIALOG (self->dialog), filter);
  kring_export_dialog_show (KRING_EXPORT_DIALOG (self->dialog));
}
